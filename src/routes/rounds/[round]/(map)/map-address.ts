/** The address of this page with other choices; codes in it are written plainly, as people copy them.
 *  @param search the choices that stand in the address now; left as it is
 *  @param changes choices to take instead; null or empty = no longer chosen
 *  @returns relative, such as `?by=A&region=99.05#wilayah` */
export function mapAddress(search: URLSearchParams, changes: Record<string, string | null>, hash = ''): string {
	const next = new URLSearchParams(search);
	for (const [key, value] of Object.entries(changes)) {
		if (value === null || value === '') next.delete(key);
		else next.set(key, value);
	}
	return `?${next.toString().replaceAll('%2C', ',')}${hash}`;
}
