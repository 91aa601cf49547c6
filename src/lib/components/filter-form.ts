/** For `onchange` of a list in a form that filters a page: asks for the page anew at once. */
export function applyChoice(event: Event & { currentTarget: HTMLSelectElement }): void {
	event.currentTarget.form?.requestSubmit();
}

/** The address that a person asked for by choosing from a list of a filter before our code took the page over, which puts
 *  back what the server sent; null when nothing was chosen. A choice that the browser itself put back, on the way back or
 *  anew, is nobody's wish. Only right before the page is live. */
export function chosenBefore(): string | null {
	if (typeof document === 'undefined' || 'live' in document.documentElement.dataset) return null;
	const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
	if (navigation?.type !== 'navigate') return null;
	const lists = document.querySelectorAll<HTMLSelectElement>('form[method="GET" i] select');
	const list = [...lists].find(({ options }) => [...options].some(isChosen));
	if (!list?.form) return null;
	const address = new URL(list.form.action, location.href);
	const entries = [...new FormData(list.form)].map(([name, value]) => [name, String(value)]);
	address.search = String(new URLSearchParams(entries));
	return address.pathname + address.search + address.hash;
}

/** Chosen, though the server marked another, or marked none and it is not the first. */
function isChosen({ selected, defaultSelected, index, parentElement }: HTMLOptionElement): boolean {
	if (!selected || defaultSelected) return false;
	const marked = parentElement?.closest('select')?.querySelector('option[selected]');
	return marked !== null || index > 0;
}
