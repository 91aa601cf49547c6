import { perZone } from './time-zone.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

const parts = perZone(
	(timeZone) =>
		new Intl.DateTimeFormat('en-GB', {
			timeZone,
			year: 'numeric',
			month: '2-digit',
			day: '2-digit',
			hour: '2-digit',
			minute: '2-digit',
			hourCycle: 'h23'
		})
);

/** Writes an instant as the clocks of the installation show it: `2026-11-30T09:00`, the form of a `datetime-local`
 *  field.
 *  @param at milliseconds */
export function localTime(at: number): string {
	const found: Record<string, string> = {};
	for (const { type, value } of parts().formatToParts(at)) found[type] = value;
	return `${found.year!.padStart(4, '0')}-${found.month}-${found.day}T${found.hour}:${found.minute}`;
}

/** ISO date in the installation's zone at an instant in milliseconds: a deadline ends with the day there, not in
 *  UTC. */
export function isoDay(at: number): string {
	return localTime(at).slice(0, 10);
}

/** Hour of the day there, from 0 to 23, at an instant in milliseconds. */
export function hourOf(at: number): number {
	return Number(localTime(at).slice(11, 13));
}

/** Year, month, day, hour and minute there, at an instant in milliseconds. */
export function dateParts(at: number): [number, number, number, number, number] {
	return localTime(at).split(/\D/).map(Number) as [number, number, number, number, number];
}

/** Milliseconds that the clocks there are ahead of UTC at an instant. */
export function zoneOffset(at: number): number {
	return Date.parse(`${localTime(at)}Z`) - Math.floor(at / MINUTE) * MINUTE;
}

/** Instant, in milliseconds, at which the clocks there show a time (`2026-11-30T09:00`); null where that is no date and
 *  hour. Of an hour that the clocks show twice it is the first; one that they leave out counts from before the leap. */
export function instantOf(local: string): number | null {
	if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(local)) return null;
	const asUtc = Date.parse(`${local}:00Z`);
	if (Number.isNaN(asUtc) || new Date(asUtc).toISOString().slice(0, 16) !== local) return null; // 31 February rolls over
	const before = asUtc - zoneOffset(asUtc - DAY);
	const after = asUtc - zoneOffset(asUtc + DAY);
	return localTime(before) === local ? before : localTime(after) === local ? after : before;
}

/** Instant, in milliseconds, at which a day begins there; null when it is no ISO date. */
export function startOfDay(isoDate: string): number | null {
	return instantOf(`${isoDate}T00:00`);
}

/** Noon of the day there as an ISO instant: the date of a document, so that two of one day and one state are the
 *  same. */
export function dayOfPrinting(now: number): string {
	return new Date(instantOf(`${isoDay(now)}T12:00`)!).toISOString();
}
