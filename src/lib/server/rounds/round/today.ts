const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Jakarta', dateStyle: 'short' });

/** The ISO date in the province (WIB) at an instant in milliseconds: a deadline ends with the day there, not in UTC. */
export function isoDay(now: number): string {
	return day.format(now);
}

/** Noon of that day as an ISO instant: what a document is dated with, so that two of one day and one state are the same. */
export function dayOfPrinting(now: number): string {
	return `${isoDay(now)}T05:00:00.000Z`;
}
