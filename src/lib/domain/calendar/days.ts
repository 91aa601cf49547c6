const DAY = 86_400_000;

const timeOf = (iso: string) => Date.parse(`${iso}T00:00:00Z`);

/** The ISO date so many days later; earlier with a negative number. */
export function addDays(iso: string, days: number): string {
	return new Date(timeOf(iso) + days * DAY).toISOString().slice(0, 10);
}

/** Whole days from one ISO date to another; negative when the second is the earlier one. */
export function daysBetween(from: string, to: string): number {
	return Math.round((timeOf(to) - timeOf(from)) / DAY);
}
