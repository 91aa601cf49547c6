import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { PEOPLE, NOW, withSmallRound } from '../../../../../tests/support/small-round.ts';
import { verifyAudit } from '#lib/server/people/audit/verify-audit.ts';
import type { Viewer } from '#lib/server/people/access/access.ts';
import { assignments, calendarTokens, rounds, users } from '#lib/server/foundation/db/schema.ts';
import { findRound } from '#lib/server/rounds/round/find-round.ts';
import { calendarFile } from './calendar-file.ts';
import { conflictsOf, listMilestones, listVisits, readRegionVisit } from './list-calendar.ts';
import { addDefaultMilestones, removeMilestone, saveMilestone } from './manage-milestones.ts';
import { saveVisit, type VisitInput } from './manage-visits.ts';
import { endSubscription, findSubscriber, findSubscription, startSubscription } from './subscription.ts';

const small = withSmallRound();
const round = () => findRound(small.db, 'uji')!;
const MEETING = { kind: 'other', title: 'Rapat', startsOn: '2026-10-05', endsOn: '2026-10-05', place: '' } as const;
const VISIT: VisitInput = {
	regionCode: '35.01',
	userId: 'asesor',
	visitOn: '2026-10-12',
	place: 'Kantor Diskominfo',
	note: '',
	state: 'planned'
};
const plan = (actor: Viewer, change: Partial<VisitInput> = {}, seen: { id: string; revision: number } | null = null) =>
	saveVisit({ db: small.db, actor, now: NOW }, 'uji', seen, { ...VISIT, ...change });
const regionsSeenBy = (viewer: Viewer) => listVisits(small.db, viewer, round()).map(({ region }) => region.code);

test('a round gets its milestones once, and keeps what an administrator laid down before', () => {
	expect(saveMilestone({ db: small.db, actor: PEOPLE.admin, now: NOW }, 'uji', null, MEETING)).toEqual({
		kind: 'saved'
	});
	expect(addDefaultMilestones(small.db, round(), NOW)).toBe(0);
	expect(listMilestones(small.db, round().id)).toMatchObject([{ title: 'Rapat', revision: 0 }]);
});

test('only an administrator changes milestones, never over what somebody else has changed', () => {
	const { db } = small;
	addDefaultMilestones(db, round(), NOW);
	const plenary = listMilestones(db, round().id).find(({ kind }) => kind === 'plenary')!;
	const seen = { id: plenary.id, revision: 0 };
	const moved = { ...plenary, startsOn: '2026-11-20', endsOn: '2026-11-21' };
	expect(saveMilestone({ db, actor: PEOPLE.reviewer, now: NOW }, 'uji', seen, moved)).toEqual({ kind: 'forbidden' });
	expect(saveMilestone({ db, actor: PEOPLE.admin, now: NOW + 5 }, 'uji', seen, moved)).toEqual({ kind: 'saved' });
	expect(saveMilestone({ db, actor: PEOPLE.admin, now: NOW }, 'uji', seen, moved)).toEqual({ kind: 'overtaken' });
	expect(removeMilestone({ db, actor: PEOPLE.admin, now: NOW }, 'uji', seen)).toEqual({ kind: 'overtaken' });
	const now = listMilestones(db, round().id).find(({ id }) => id === plenary.id);
	expect(now).toMatchObject({ startsOn: '2026-11-20', revision: 1, changedAt: NOW + 5 });
	expect(removeMilestone({ db, actor: PEOPLE.admin, now: NOW }, 'uji', { id: plenary.id, revision: 1 })).toEqual({
		kind: 'saved'
	});
	expect(listMilestones(db, round().id)).toHaveLength(4);
	expect(verifyAudit(db).firstBroken).toBe(null);
});

test('a milestone at fault changes nothing, and a closed round keeps its calendar', () => {
	const { db } = small;
	const wrong = { ...MEETING, endsOn: '2026-10-01' };
	expect(saveMilestone({ db, actor: PEOPLE.admin, now: NOW }, 'uji', null, wrong)).toMatchObject({
		kind: 'invalid',
		field: 'endsOn'
	});
	db.update(rounds).set({ status: 'closed' }).run();
	expect(saveMilestone({ db, actor: PEOPLE.admin, now: NOW }, 'uji', null, MEETING)).toEqual({ kind: 'closed' });
	expect(listMilestones(db, round().id)).toEqual([]);
});

test('an assessor plans the own visits to assigned regions and nothing else', () => {
	expect(plan(PEOPLE.asesor)).toEqual({ kind: 'saved' });
	expect(plan(PEOPLE.asesor, { regionCode: '35.78' })).toEqual({ kind: 'forbidden' });
	expect(plan(PEOPLE.asesor, { userId: 'admin' })).toEqual({ kind: 'forbidden' });
	for (const who of [PEOPLE.reviewer, PEOPLE.pacitan, PEOPLE.dinkes, PEOPLE.gubernur])
		expect(plan(who)).toEqual({ kind: 'forbidden' });
	expect(plan(PEOPLE.admin, { regionCode: '35.78' })).toEqual({ kind: 'saved' });
	expect(regionsSeenBy(PEOPLE.admin)).toEqual(['35.01', '35.78']);
});

test.each([
	[{ visitOn: '2026-08-31' }, 'visitOn', 'outside_round'],
	[{ state: 'held' }, 'state', 'not_held_yet'],
	[{ userId: 'pacitan' }, 'userId', 'assessor_unknown'],
	[{ regionCode: '99.99' }, 'regionCode', 'region_unknown']
] as const)('a visit with %o is refused', (change, field, fault) => {
	expect(plan(PEOPLE.admin, change)).toEqual({ kind: 'invalid', field, fault });
	expect(regionsSeenBy(PEOPLE.admin)).toEqual([]);
});

test('a visit is changed by whoever saw its last state, while the round runs', () => {
	plan(PEOPLE.asesor);
	const [first] = listVisits(small.db, PEOPLE.asesor, round());
	const seen = { id: first!.id, revision: 0 };
	expect(plan(PEOPLE.asesor, { state: 'cancelled' }, seen)).toEqual({ kind: 'saved' });
	expect(plan(PEOPLE.admin, { place: 'Balai Kota' }, seen)).toEqual({ kind: 'overtaken' });
	small.db.update(rounds).set({ status: 'published' }).run();
	expect(plan(PEOPLE.admin, {}, { id: first!.id, revision: 1 })).toEqual({ kind: 'not_running' });
});

test('everybody sees the visits that are theirs to see', () => {
	plan(PEOPLE.admin);
	plan(PEOPLE.admin, { regionCode: '35.78' });
	expect(regionsSeenBy(PEOPLE.reviewer)).toEqual(['35.01', '35.78']);
	expect(regionsSeenBy(PEOPLE.gubernur)).toEqual(['35.01', '35.78']);
	expect(regionsSeenBy(PEOPLE.asesor)).toEqual(['35.01', '35.78']); // not assigned to 35.78, but goes there
	expect(regionsSeenBy(PEOPLE.pacitan)).toEqual(['35.01']);
	expect(regionsSeenBy(PEOPLE.surabaya)).toEqual(['35.78']);
	expect(regionsSeenBy(PEOPLE.dinkes)).toEqual([]);
	small.db.delete(assignments).run();
	const other = { ...PEOPLE.asesor, id: 'lain' };
	expect(regionsSeenBy(other)).toEqual([]);
});

test('the region page names the next planned visit, to those who may know', () => {
	plan(PEOPLE.admin, { visitOn: '2026-09-20', state: 'held' });
	plan(PEOPLE.admin);
	const next = (viewer: Viewer, region: string) =>
		readRegionVisit({ db: small.db, actor: viewer }, round(), region, '2026-10-01');
	expect(next(PEOPLE.pacitan, '35.01')?.next?.visitOn).toBe('2026-10-12');
	expect(next(PEOPLE.surabaya, '35.78')).toEqual({ next: null });
	expect(next(PEOPLE.surabaya, '35.01')).toBe(null);
});

test('two far visits of one assessor on a day are pointed out', () => {
	plan(PEOPLE.admin);
	plan(PEOPLE.admin, { regionCode: '35.78' });
	const [conflict] = conflictsOf(small.db, listVisits(small.db, PEOPLE.admin, round()));
	expect(conflict).toMatchObject({ kind: 'far' });
	expect(conflict!.kilometres).toBeGreaterThan(150);
});

test('a calendar address is kept as a hash, shows what its person may see, and can be revoked', () => {
	const { db } = small;
	plan(PEOPLE.admin);
	plan(PEOPLE.admin, { regionCode: '35.78' });
	const token = startSubscription({ db, actor: PEOPLE.pacitan, now: NOW }, round());
	expect(JSON.stringify(db.select().from(calendarTokens).all())).not.toContain(token);
	const found = findSubscriber(db, token)!;
	const text = calendarFile({ db, actor: found.viewer, locale: 'id' }, found.round, 'https://siap.contoh.go.id');
	expect(text).toContain('SUMMARY:Kunjungan asesmen Kab. Pacitan');
	expect(text).not.toContain('Surabaya');
	expect(findSubscriber(db, 'x'.repeat(32))).toBe(null);

	const newer = startSubscription({ db, actor: PEOPLE.pacitan, now: NOW }, round());
	expect(findSubscriber(db, token)).toBe(null);
	expect(findSubscriber(db, newer)?.viewer.id).toBe('pacitan');
	endSubscription({ db, actor: PEOPLE.surabaya, now: NOW }, round()); // another person's is not touched
	expect(findSubscription(db, PEOPLE.pacitan, round().id)).toEqual({ createdAt: NOW });
	endSubscription({ db, actor: PEOPLE.pacitan, now: NOW }, round());
	expect(findSubscriber(db, newer)).toBe(null);
	expect(verifyAudit(db).firstBroken).toBe(null);
});

test('the address of a closed account is void', () => {
	const token = startSubscription({ db: small.db, actor: PEOPLE.asesor, now: NOW }, round());
	small.db.update(users).set({ active: false }).where(eq(users.id, 'asesor')).run();
	expect(findSubscriber(small.db, token)).toBe(null);
});

test('an event keeps its UID when it changes, and says how often it did', () => {
	const { db } = small;
	plan(PEOPLE.asesor);
	const file = () => calendarFile({ db, actor: PEOPLE.asesor, locale: 'id' }, round(), 'https://siap.contoh.go.id');
	const uid = (text: string) => /UID:visit-(\S+)/.exec(text)![1];
	const before = file();
	expect(file()).toBe(before); // the same events, the same text
	const [visit] = listVisits(db, PEOPLE.asesor, round());
	plan(PEOPLE.asesor, { state: 'cancelled' }, { id: visit!.id, revision: 0 });
	const after = file();
	expect(uid(after)).toBe(uid(before));
	expect(before).toContain('SEQUENCE:0\r\n');
	expect(after).toContain('SEQUENCE:1\r\n');
	expect(after).toContain('STATUS:CANCELLED\r\n');
});
