/** When something was saved: the time of day in the Indonesian way (`10.24`), with the date where it was another day.
 *  The province is on Asia/Jakarta time, and so is the server's page. */
export function savedTime(iso: string, now: number, locale: 'id' | 'en'): string {
	const language = locale === 'id' ? 'id-ID' : 'en-GB';
	const zone = 'Asia/Jakarta';
	const at = new Date(iso);
	const day = (date: Date) => date.toLocaleDateString('en-CA', { timeZone: zone });
	const time = at.toLocaleTimeString(language, { hour: '2-digit', minute: '2-digit', timeZone: zone });
	if (day(at) === day(new Date(now))) return time;
	return `${at.toLocaleDateString(language, { day: 'numeric', month: 'short', timeZone: zone })}, ${time}`;
}
