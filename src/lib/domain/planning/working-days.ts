const DAY_MS = 86_400_000;

/** ISO date so many calendar days later (earlier when negative).
 *  @param date ISO `2026-08-03`, read as a plain date without a time zone
 *  @throws RangeError when it is not a date */
export function addDays(date: string, days: number): string {
	return new Date(parse(date) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Calendar days from one date to another, negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
	return Math.round((parse(to) - parse(from)) / DAY_MS);
}

/** The nth working day (0 = the first) on or after a date. Working days are Monday to Friday; public holidays are not
 *  known here, so a plan is a little optimistic around them. */
export function workingDay(from: string, n: number): string {
	const weekday = weekdayOf(from);
	const monday = weekday > 4 ? addDays(from, 7 - weekday) : addDays(from, -weekday);
	const passed = (weekday > 4 ? 0 : weekday) + n;
	return addDays(monday, Math.floor(passed / 5) * 7 + (passed % 5));
}

/** Working days from one working day to a later one, 0 = the same: `workingDay` read backwards. */
export function workingDaysBetween(from: string, to: string): number {
	const ahead = weekdayOf(to) - weekdayOf(from);
	return ((daysBetween(from, to) - ahead) / 7) * 5 + ahead;
}

/** Day of the week, 0 = Monday. */
function weekdayOf(date: string): number {
	return (new Date(parse(date)).getUTCDay() + 6) % 7;
}

function parse(date: string): number {
	const time = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : NaN;
	if (Number.isNaN(time)) throw new RangeError(`not a date: ${date}`);
	return time;
}
