/** The zone of an installation whose province is not known yet: that of Indonesia's capital. */
const DEFAULT_TIME_ZONE = 'Asia/Jakarta';

let zone = DEFAULT_TIME_ZONE;
let kept = new Map<object, unknown>();

/** The installation's time zone as IANA names it: every day and hour that is shown, typed or counted is one of it. */
export function timeZone(): string {
	return zone;
}

/** Sets that zone: the server and each of its workers when they begin, the page in the browser from what the server says.
 *  @throws RangeError when there is no such zone */
export function setTimeZone(name: string): void {
	if (name === zone) return;
	new Intl.DateTimeFormat('en-GB', { timeZone: name }); // throws
	zone = name;
	kept = new Map();
}

/** What is made for the zone, once: a function that gives it, made anew after another zone was set. */
export function perZone<Made extends object>(make: (timeZone: string) => Made): () => Made {
	return () => {
		const known = kept.get(make);
		if (known) return known as Made;
		const made = make(zone);
		kept.set(make, made);
		return made;
	};
}

// Only Indonesian has short names for the zones of Indonesia; elsewhere the others read "GMT+7".
const names = perZone((timeZone) => new Intl.DateTimeFormat('id-ID', { timeZone, timeZoneName: 'short' }));

/** The zone as it stands behind an hour, in both languages: `WIB`, `WITA`, `WIT`; elsewhere `GMT+8`.
 *  @param at milliseconds; a zone with summer time is called otherwise then */
export function zoneName(at: number = Date.now()): string {
	return names()
		.formatToParts(at)
		.find(({ type }) => type === 'timeZoneName')!.value;
}
