/** Whether a person has unfolded or folded a part of the page before our code took it over, by the id of its `<details>`.
 *  Null on the server, where it was not there yet, and once the page is live (`data-live`): it is another page's then. */
export function openedBefore(id: string): boolean | null {
	if (typeof document === 'undefined' || 'live' in document.documentElement.dataset) return null;
	const part = document.getElementById(id);
	return part instanceof HTMLDetailsElement ? part.open : null;
}
