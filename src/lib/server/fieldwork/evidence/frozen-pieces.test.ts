import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { publishRound } from '../../../../../tests/support/publish-round.ts';
import { NOW, PEOPLE, withSmallRound } from '../../../../../tests/support/small-round.ts';
import { findAssessment } from '#lib/server/rounds/assessment/find-assessment.ts';
import { assessments, evidence, evidenceUses } from '#lib/server/foundation/db/schema.ts';
import { readEvidencePanel } from './evidence-panel.ts';
import { freezePieces } from './frozen-pieces.ts';

const small = withSmallRound();
const PACITAN = { round: 'uji', region: '35.01', agency: null };
const OF_AGENCY = { round: 'uji', region: '35.78', agency: 'opd-dinkes' };

beforeEach(() => {
	for (const { id, agencyId, regionCode } of small.db.select().from(assessments).all()) {
		if (regionCode === '35' || (regionCode === '35.78' && agencyId === null)) continue;
		const piece = { title: 'Perbup', kind: 'regulation' as const, track: 'self' as const, addedBy: 'pacitan' };
		small.db
			.insert(evidence)
			.values([
				{ ...piece, id: `bukti-${id}`, assessmentId: id, url: 'https://jdih.contoh.go.id/1', addedAt: NOW },
				{ ...piece, id: `hapus-${id}`, assessmentId: id, url: 'https://x.go.id', addedAt: NOW, removedAt: NOW }
			])
			.run();
		small.db
			.insert(evidenceUses)
			.values({ evidenceId: `bukti-${id}`, indicator: 'A1', place: 'hlm. 3', addedBy: 'pacitan', addedAt: NOW })
			.run();
	}
});

const shown = (key: typeof PACITAN | typeof OF_AGENCY) => {
	const { assessment } = findAssessment(small.db, PEOPLE.reviewer, 'evidence.read', key)!;
	return readEvidencePanel(small.db, PEOPLE.reviewer, assessment, { now: NOW, locale: 'id' })!.pieces;
};

test('a snapshot keeps each piece that stands, with its address and the place that matters', () => {
	const { id } = small.db.select().from(assessments).where(eq(assessments.regionCode, '35.01')).get()!;
	expect(freezePieces(small.db, id)).toEqual([
		{
			id: `bukti-${id}`,
			title: 'Perbup',
			kind: 'regulation',
			documentDate: null,
			validUntil: null,
			track: 'self',
			sha256: null,
			url: 'https://jdih.contoh.go.id/1',
			uses: [{ indicator: 'A1', place: 'hlm. 3', late: false }]
		}
	]);
});

test.each([
	['a region', PACITAN],
	['an agency', OF_AGENCY]
])('what is said about the evidence of %s stays as it was published', (_of, key) => {
	publishRound(small.db, 'uji', NOW);
	const [published] = shown(key);
	small.db.update(evidence).set({ title: 'Diubah', kind: 'other', documentDate: '2001-01-01' }).run();
	small.db.update(evidenceUses).set({ place: 'diubah', late: true }).run();
	small.db.insert(evidence).values({ ...small.db.select().from(evidence).get()!, id: 'sesudah', removedAt: null }).run(); // prettier-ignore
	const { title, kind, documentDate, uses } = published!;
	expect(shown(key)).toMatchObject([{ title, kind, documentDate, uses }]);
	expect(title).toBe('Perbup');
});

test('the evidence of a running round follows what is written', () => {
	small.db.update(evidence).set({ title: 'Diubah' }).run();
	expect(shown(PACITAN)).toMatchObject([{ title: 'Diubah' }]);
});
