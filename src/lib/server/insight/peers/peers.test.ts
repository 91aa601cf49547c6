import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { NOW, PEOPLE, withSmallRound } from '../../../../../tests/support/small-round.ts';
import { findAssessment } from '#lib/server/rounds/assessment/find-assessment.ts';
import { listAudit } from '#lib/server/people/audit/list-audit.ts';
import type { Viewer } from '#lib/server/people/access/access.ts';
import {
	answers,
	assessments,
	evidence,
	evidenceFiles,
	evidenceUses,
	users
} from '#lib/server/foundation/db/schema.ts';
import { readEvidenceRow } from '#lib/server/fieldwork/evidence/find-evidence.ts';
import { findInstrument } from '#lib/server/rounds/instruments/stored-instruments.ts';
import { readPeers } from './read-peers.ts';
import { listShares, setSharing } from '#lib/server/fieldwork/sharing/sharing.ts';

const small = withSmallRound();
const SURABAYA = { round: 'uji', region: '35.78' };
const share = (agrees: boolean, actor: Viewer = PEOPLE.surabaya) =>
	setSharing({ db: small.db, actor, now: NOW }, SURABAYA, agrees);
const mayRead = (viewer: Viewer, id = 'bukti-a1') => readEvidenceRow(small.db, viewer, id).kind === 'readable';
const helpOf = (viewer: Viewer, region = '35.01') => {
	const key = { round: 'uji', region, agency: null };
	return readPeers(
		{ db: small.db, actor: viewer, now: NOW, locale: 'id' },
		findAssessment(small.db, viewer, 'assessment.read', key)!.assessment
	);
};

beforeEach(() => {
	const { db } = small;
	const codes = findInstrument(db, 'ikid')!.instrument.domains.flatMap(({ indicators }) =>
		indicators.map(({ code }) => code)
	);
	const idOf = (region: string) =>
		db
			.select()
			.from(assessments)
			.all()
			.find(({ regionCode, agencyId }) => regionCode === region && agencyId === null)!.id;
	const fill = (region: string, level: (code: string) => number) =>
		db
			.insert(answers)
			.values(
				codes.map((indicator) => ({
					assessmentId: idOf(region),
					indicator,
					track: 'self' as const,
					level: level(indicator),
					version: 1,
					updatedAt: NOW,
					updatedBy: 'surabaya'
				}))
			)
			.run();
	fill('35.01', (code) => (code === 'A1' || code === 'B1' ? 2 : 3));
	fill('35.78', (code) => (code === 'B1' ? 2 : 4));
	fill('35', () => 1);
	db.insert(evidenceFiles)
		.values([
			{ sha256: 'a'.repeat(64), size: 10, mediaType: 'application/pdf', storedAt: NOW, findings: '[]' },
			{ sha256: 'b'.repeat(64), size: 10, mediaType: 'application/pdf', storedAt: NOW, findings: '[{"kind":"nik"}]' }
		])
		.run();
	const piece = (id: string, indicator: string, more: Partial<typeof evidence.$inferInsert> = {}) => {
		const own = { title: id, kind: 'other', track: 'self', addedBy: 'surabaya', addedAt: NOW } as const;
		db.insert(evidence)
			.values({ id, assessmentId: idOf('35.78'), url: `https://${id}.example.go.id`, ...own, ...more })
			.run();
		db.insert(evidenceUses).values({ evidenceId: id, indicator, addedBy: 'surabaya', addedAt: NOW }).run();
	};
	piece('bukti-a1', 'A1');
	piece('bukti-a2', 'A2');
	piece('bukti-b1', 'B1');
	piece('bukti-asesor', 'A1', { track: 'assessor' });
	piece('bukti-nik', 'A1', { url: null, sha256: 'b'.repeat(64) });
	piece('bukti-bersih', 'A1', { url: null, sha256: 'a'.repeat(64) });
	piece('bukti-hapus', 'A1', { removedAt: NOW });
});

const PIECES = ['bukti-a1', 'bukti-a2', 'bukti-b1', 'bukti-asesor', 'bukti-nik', 'bukti-bersih', 'bukti-hapus'];

describe('without an agreement', () => {
	test('nothing of another region is reached, and nobody is named', () => {
		for (const id of PIECES) expect(mayRead(PEOPLE.pacitan, id), id).toBe(false);
		const { help, sharing } = helpOf(PEOPLE.pacitan);
		expect(sharing).toBe(0);
		expect(help.map(({ code, peer }) => [code, peer])).toEqual([
			['A1', null],
			['B1', null]
		]);
	});
});

describe('with an agreement', () => {
	beforeEach(() => void share(true));

	test('the region in need reads the evidence of the indicators in which the other is its peer, and nothing else', () => {
		expect(PIECES.filter((id) => mayRead(PEOPLE.pacitan, id))).toEqual(['bukti-a1', 'bukti-bersih']);
		const { help, sharing } = helpOf(PEOPLE.pacitan);
		expect(sharing).toBe(1);
		expect(help[0]).toMatchObject({ code: 'A1', level: 2, peer: { code: '35.78', level: 4, name: 'Kota Surabaya' } });
		expect(help[0]!.peer!.pieces!.map(({ id }) => id)).toEqual(['bukti-a1', 'bukti-bersih']);
		expect(help[1]).toMatchObject({ code: 'B1', peer: null }); // no higher than its own
		expect(JSON.stringify(help)).not.toContain('SURABAYA'); // who added it is nobody's business there
	});

	test('nobody else gets further: agencies, assessors of the region in need, other regions', () => {
		const other: Viewer = { ...PEOPLE.pacitan, id: 'lain', username: 'lain', regionCode: '35.02' };
		small.db.insert(users).values({ ...other, passwordHash: '-', createdAt: NOW }).run(); // prettier-ignore
		for (const viewer of [PEOPLE.dinkes, PEOPLE.asesor, other])
			expect(
				PIECES.filter((id) => mayRead(viewer, id)),
				viewer.id
			).toEqual([]);
		expect(helpOf(PEOPLE.asesor).help[0]!.peer).toMatchObject({ code: '35.78', pieces: null });
	});

	test('revoked, nothing is reached any more at once', () => {
		share(false);
		expect(PIECES.filter((id) => mayRead(PEOPLE.pacitan, id))).toEqual([]);
		expect(helpOf(PEOPLE.pacitan).help.every(({ peer }) => peer === null)).toBe(true);
	});

	test('once the region in need has caught up, the way is closed again', () => {
		small.db.update(answers).set({ level: 4 }).where(eq(answers.indicator, 'A1')).run();
		small.db.update(assessments).set({ revision: 9 }).run();
		expect(mayRead(PEOPLE.pacitan)).toBe(false);
	});
});

test('the region itself and administrators agree and revoke, nobody else; who and when stands in the audit log', () => {
	for (const actor of [PEOPLE.pacitan, PEOPLE.reviewer, PEOPLE.asesor, PEOPLE.dinkes, PEOPLE.gubernur])
		expect(share(true, actor), actor.id).toEqual({ kind: 'forbidden' });
	expect(listShares(small.db, 1)).toEqual([]);
	expect(share(true)).toEqual({ kind: 'saved' });
	expect(share(true)).toEqual({ kind: 'saved' });
	expect(listShares(small.db, 1)).toEqual([{ regionCode: '35.78', agreedAt: NOW, agreedBy: 'SURABAYA' }]);
	expect(share(false, PEOPLE.admin)).toEqual({ kind: 'saved' });
	expect(setSharing({ db: small.db, actor: PEOPLE.admin, now: NOW }, { round: 'uji', region: '99.99' }, true)).toEqual({
		kind: 'missing'
	});
	const log = listAudit(small.db, {}, 1).entries.filter(({ action }) => action.startsWith('evidence.'));
	expect(log.map(({ action, actorName, subject }) => [action, actorName, subject])).toEqual([
		['evidence.unshare', 'ADMIN', 'uji/35.78'],
		['evidence.share', 'SURABAYA', 'uji/35.78']
	]);
});
