import { expect, test } from 'vitest';
import { EAST_JAVA } from '../../../../tests/support/east-java.ts';
import { checkVisit, findConflicts, type VisitState } from './visits.ts';

const ROUND = { startsOn: '2026-09-07', endsOn: '2026-12-06' };
const PLACES = new Map(EAST_JAVA.map(({ code, lat, lon }) => [code, { lat, lon }]));
const visit = (
	id: string,
	regionCode: string,
	more: Partial<{ userId: string; visitOn: string; state: VisitState }>
) => ({
	id,
	regionCode,
	userId: 'a',
	visitOn: '2026-11-10',
	state: 'planned' as VisitState,
	...more
});

test.each([
	['inside the round', '2026-11-10', 'planned', null],
	['before the first day', '2026-09-06', 'planned', { field: 'visitOn', fault: 'outside_round' }],
	['after the last day', '2026-12-07', 'planned', { field: 'visitOn', fault: 'outside_round' }],
	['held today', '2026-11-20', 'held', null],
	['held tomorrow', '2026-11-21', 'held', { field: 'state', fault: 'not_held_yet' }]
] as const)('%s', (_name, visitOn, state, fault) => {
	expect(checkVisit({ visitOn, state }, ROUND, '2026-11-20')).toEqual(fault);
});

test('Pacitan and Banyuwangi on one day are too far for one person', () => {
	const [conflict, ...more] = findConflicts([visit('1', '35.01', {}), visit('2', '35.10', {})], PLACES);
	expect(conflict).toMatchObject({ kind: 'far', visits: ['1', '2'] });
	expect(conflict!.kilometres).toBeGreaterThan(330); // some 350 km between the two towns
	expect(conflict!.kilometres).toBeLessThan(370);
	expect(more).toEqual([]);
});

test('neighbours on one day are no conflict, the same region twice is', () => {
	expect(findConflicts([visit('1', '35.07', {}), visit('2', '35.73', {})], PLACES)).toEqual([]); // Kab. and Kota Malang
	expect(findConflicts([visit('1', '35.07', {}), visit('2', '35.07', {})], PLACES)).toMatchObject([{ kind: 'twice' }]);
});

test.each([
	['two persons', { userId: 'b' }],
	['two days', { visitOn: '2026-11-11' }],
	['one of them cancelled', { state: 'cancelled' }]
] as const)('%s: no conflict', (_name, more) => {
	expect(findConflicts([visit('1', '35.01', {}), visit('2', '35.10', more)], PLACES)).toEqual([]);
});
