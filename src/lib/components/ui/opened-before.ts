/** Whether a part of the page, by the id of its `<details>`, stood unfolded before our code took the page over.
 *  Null on the server, where it was not there yet, and once the page is live (`data-live`): it is another's then. */
export function openedBefore(id: string): boolean | null {
	if (typeof document === 'undefined' || 'live' in document.documentElement.dataset) return null;
	const part = document.getElementById(id);
	return part instanceof HTMLDetailsElement ? part.open : null;
}
