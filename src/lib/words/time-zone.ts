/** Zone of an installation whose province is not known yet: that of Indonesia's capital. */
const DEFAULT_TIME_ZONE = 'Asia/Jakarta';

let zone = DEFAULT_TIME_ZONE;
let kept = new Map<object, unknown>();

/** The installation's time zone as IANA names it: every day and hour that is shown, typed or counted is one of it. */
export function timeZone(): string {
	return zone;
}

/** Sets the installation's time zone: the server and each of its workers when they begin, the page in the browser from
 *  what the server says.
 *  @throws RangeError when there is no such zone */
export function setTimeZone(name: string): void {
	if (name === zone) return;
	new Intl.DateTimeFormat('en-GB', { timeZone: name }); // throws
	zone = name;
	kept = new Map();
}

/** Keeps a value that depends on the zone: it is made once, and anew after another zone was set.
 *  @returns a function that gives the value */
export function perZone<Made extends object>(make: (timeZone: string) => Made): () => Made {
	return () => {
		const known = kept.get(make);
		if (known) return known as Made;
		const made = make(zone);
		kept.set(make, made);
		return made;
	};
}

// Only the Indonesian locale has short names for the zones of Indonesia; others give "GMT+7".
const names = perZone((timeZone) => new Intl.DateTimeFormat('id-ID', { timeZone, timeZoneName: 'short' }));

/** Name of the zone behind an hour, in both languages: `WIB`, `WITA`, `WIT`; elsewhere `GMT+8`.
 *  @param at milliseconds; a zone with summer time has another name then */
export function zoneName(at: number = Date.now()): string {
	return names()
		.formatToParts(at)
		.find(({ type }) => type === 'timeZoneName')!.value;
}
