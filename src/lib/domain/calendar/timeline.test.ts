import { expect, test } from 'vitest';
import { layTimeline, stateOf } from './timeline.ts';

const ROUND = { startsOn: '2026-09-07', endsOn: '2026-09-20' }; // two weeks

test('weeks, bars and today are shares of the whole length', () => {
	const day = { startsOn: '2026-09-14', endsOn: '2026-09-14' };
	expect(layTimeline(ROUND, [ROUND, day], '2026-09-07')).toEqual({
		weeks: [
			{ week: 1, at: 0 },
			{ week: 2, at: 0.5 }
		],
		bars: [
			{ from: 0, to: 1 },
			{ from: 7 / 14, to: 8 / 14 }
		],
		today: 0.5 / 14
	});
});

test('a milestone outside the round makes the line longer, and today may be off it', () => {
	const late = { startsOn: '2026-09-21', endsOn: '2026-09-27' };
	const { weeks, bars, today } = layTimeline(ROUND, [late], '2026-09-28');
	expect(weeks.map(({ at }) => at)).toEqual([0, 1 / 3]);
	expect(bars).toEqual([{ from: 2 / 3, to: 1 }]);
	expect(today).toBe(null);
});

test.each([
	['2026-09-06', 'coming'],
	['2026-09-07', 'running'],
	['2026-09-20', 'running'],
	['2026-09-21', 'past']
])('on %s it is %s', (today, state) => {
	expect(stateOf(ROUND, today)).toBe(state);
});
