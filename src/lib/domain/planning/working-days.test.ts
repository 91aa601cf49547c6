import { expect, test } from 'vitest';
import { addDays, daysBetween, workingDay, workingDaysBetween } from './working-days.ts';

test.each([
	['2026-08-03', 0, '2026-08-03'], // a Monday
	['2026-08-03', 5, '2026-08-10'],
	['2026-08-06', 2, '2026-08-10'], // Thursday, over the weekend
	['2026-08-08', 0, '2026-08-10'], // Saturday
	['2026-08-09', 4, '2026-08-14'], // Sunday
	['2026-12-31', 1, '2027-01-01']
])('from %s, working day %i is %s', (from, n, expected) => {
	expect(workingDay(from, n)).toBe(expected);
	expect(workingDaysBetween(workingDay(from, 0), expected)).toBe(n);
});

test('calendar days cross months and leap days', () => {
	expect(addDays('2028-02-28', 2)).toBe('2028-03-01');
	expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
});

test('what is not a date is refused', () => {
	expect(() => addDays('2026-13-01', 0)).toThrow(RangeError);
});
