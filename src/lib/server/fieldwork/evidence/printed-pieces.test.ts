import { expect, test } from 'vitest';
import { publishRound } from '../../../../../tests/support/publish-round.ts';
import { NOW, PEOPLE, withSmallRound } from '../../../../../tests/support/small-round.ts';
import { findAssessment } from '#lib/server/rounds/assessment/find-assessment.ts';
import { evidence, evidenceFiles, evidenceUses } from '#lib/server/foundation/db/schema.ts';
import { listPrintedPieces } from './printed-pieces.ts';

const small = withSmallRound();
const SHA = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

const assessmentOf = (region: string, agency: string | null = null) =>
	findAssessment(small.db, PEOPLE.admin, 'evidence.read', { round: 'uji', region, agency })!.assessment;

function add(assessmentId: number): void {
	const piece = { assessmentId, track: 'self' as const, addedBy: 'pacitan', kind: 'other' as const };
	small.db
		.insert(evidenceFiles)
		.values({ sha256: SHA, size: 1234, mediaType: 'application/pdf', storedAt: NOW })
		.onConflictDoNothing()
		.run();
	const values = [
		{
			...piece,
			id: `a${assessmentId}`,
			sha256: SHA,
			title: 'SK 3578991201990003',
			fileName: 'Daftar nama.pdf',
			addedAt: NOW
		},
		{
			...piece,
			id: `b${assessmentId}`,
			url: 'https://drive.example.com/d/KUNCI?u=1',
			title: 'Folder',
			addedAt: NOW + 1
		}
	];
	for (const value of values) small.db.insert(evidence).values(value).run();
	small.db
		.insert(evidenceUses)
		.values({ evidenceId: `a${assessmentId}`, indicator: 'A1', place: 'hlm. 3', addedBy: 'pacitan', addedAt: NOW })
		.run();
}

test('paper names a piece and opens none: no file name, no address of a link, no number of a person', () => {
	add(assessmentOf('35.01').id);
	const pieces = listPrintedPieces(small.db, assessmentOf('35.01'));
	expect(pieces).toEqual([
		{
			title: 'SK 3578••••••••••03',
			kind: 'other',
			documentDate: null,
			file: { type: 'pdf', size: 1234, mark: SHA.slice(0, 12) },
			host: null,
			uses: [{ indicator: 'A1', place: 'hlm. 3' }]
		},
		{ title: 'Folder', kind: 'other', documentDate: null, file: null, host: 'drive.example.com', uses: [] }
	]);
	for (const hidden of ['Daftar nama', 'KUNCI', '3578991201990003', SHA])
		expect(JSON.stringify(pieces)).not.toContain(hidden);
	expect(listPrintedPieces(small.db, assessmentOf('35.78'))).toEqual([]);
});

test.each([
	['a region', '35.01', null],
	['an agency', '35.78', 'opd-dinkes']
])('of a published round the pieces of %s stay those that were published', (_of, region, agency) => {
	add(assessmentOf(region, agency).id);
	const before = listPrintedPieces(small.db, assessmentOf(region, agency));
	publishRound(small.db, 'uji', NOW);
	small.db.update(evidence).set({ title: 'Diubah', removedAt: NOW }).run();
	small.db.update(evidenceUses).set({ place: 'diubah' }).run();
	expect(listPrintedPieces(small.db, assessmentOf(region, agency))).toEqual(before);
	expect(before).toHaveLength(2);
});
