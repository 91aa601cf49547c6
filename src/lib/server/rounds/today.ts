const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Jakarta', dateStyle: 'short' });

/** The ISO date in East Java (WIB) at an instant in milliseconds: a deadline ends with the day there, not in UTC. */
export function isoDay(now: number): string {
	return day.format(now);
}
