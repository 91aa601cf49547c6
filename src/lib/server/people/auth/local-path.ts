/** A path of this site to go on to; `/` for anything else, so that a link cannot send people elsewhere. */
export function localPath(value: unknown): string {
	if (typeof value !== 'string' || !value.startsWith('/')) return '/';
	const base = 'http://siap.invalid';
	if (!URL.canParse(value, base)) return '/';
	const url = new URL(value, base);
	return url.origin === base ? url.pathname + url.search : '/';
}
