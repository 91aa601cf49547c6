import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from './days.ts';
import { checkMilestone, defaultMilestones } from './milestones.ts';

const ROUND = { startsOn: '2026-09-07', endsOn: '2026-12-06' }; // Monday to Sunday, thirteen weeks

test('a round of thirteen weeks begins with the documented weeks', () => {
	expect(defaultMilestones(ROUND)).toEqual([
		{ kind: 'socialisation', startsOn: '2026-09-07', endsOn: '2026-09-13' },
		{ kind: 'self_assessment', startsOn: '2026-09-14', endsOn: '2026-11-01' },
		{ kind: 'visits', startsOn: '2026-10-12', endsOn: '2026-11-22' },
		{ kind: 'plenary', startsOn: '2026-12-03', endsOn: '2026-12-03' }, // a Thursday
		{ kind: 'publication', startsOn: '2026-12-06', endsOn: '2026-12-06' }
	]);
});

test('whatever the length of the round, the milestones lie inside it and can be kept', () => {
	fc.assert(
		fc.property(fc.integer({ min: 1, max: 800 }), (days) => {
			const round = { startsOn: ROUND.startsOn, endsOn: addDays(ROUND.startsOn, days) };
			for (const milestone of defaultMilestones(round)) {
				expect(checkMilestone({ ...milestone, title: '', place: '' }, round)).toBe(null);
				expect(milestone.startsOn >= round.startsOn && milestone.endsOn <= round.endsOn).toBe(true);
			}
		})
	);
});

const one = { kind: 'plenary', title: '', place: '', startsOn: '2026-12-03', endsOn: '2026-12-03' } as const;

test.each([
	['one day', {}, null],
	['ends before it starts', { endsOn: '2026-12-02' }, { field: 'endsOn', fault: 'ends_before_start' }],
	['another kind without a name', { kind: 'other', title: ' ' }, { field: 'title', fault: 'title_missing' }],
	['another kind with a name', { kind: 'other', title: 'Rapat' }, null],
	['30 days before the round', { startsOn: '2026-08-08' }, null],
	['31 days before', { startsOn: '2026-08-07' }, { field: 'startsOn', fault: 'outside_round' }],
	['90 days after', { endsOn: '2027-03-06' }, null],
	['91 days after', { endsOn: '2027-03-07' }, { field: 'endsOn', fault: 'outside_round' }]
])('%s', (_name, change, fault) => {
	expect(checkMilestone({ ...one, ...(change as object) }, ROUND)).toEqual(fault);
});
