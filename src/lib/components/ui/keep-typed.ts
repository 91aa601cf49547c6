type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Entry of a person in one field. */
interface Kept {
	field: Field;
	value: string;
	checked: boolean;
}

/** Entries that a person typed or chose in plain forms before our code takes the page over, which puts back the
 *  server's. None on the server and once the page is live (`data-live`): the forms are another page's then. */
export function takeTyped(): Kept[] {
	if (typeof document === 'undefined' || 'live' in document.documentElement.dataset) return [];
	return [...document.querySelectorAll<Field>('input, textarea, select')]
		.filter(isTouched)
		.map((field) => ({ field, value: field.value, checked: 'checked' in field && field.checked }));
}

/** Puts entries back where they were lost, and tells the page's code as if they were typed now. */
export function putBack(kept: readonly Kept[]): void {
	for (const { field, value, checked } of kept) {
		const isLost = field.value !== value || ('checked' in field && field.checked !== checked);
		if (!field.isConnected || !isLost) continue;
		if ('checked' in field) field.checked = checked;
		field.value = value;
		for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));
	}
}

function isTouched(field: Field): boolean {
	if (field instanceof HTMLSelectElement) return isFreshChoice(field);
	if (field.type === 'hidden' || field.type === 'file') return false;
	if (!(field instanceof HTMLInputElement)) return field.value !== field.defaultValue;
	if (field.type === 'radio') return field.checked && !field.defaultChecked; // the one left for it follows
	return field.value !== field.defaultValue || field.checked !== field.defaultChecked;
}

/** Whether a list holds another choice than the server's. One that the browser put back itself, on the way back to a
 *  filtered page or when it is loaded again, is nobody's wish: asked for again it would lead away from the page. */
function isFreshChoice(list: HTMLSelectElement): boolean {
	const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
	if (navigation?.type !== 'navigate') return false;
	const marked = [...list.options].findIndex(({ defaultSelected }) => defaultSelected);
	return list.selectedIndex !== Math.max(0, marked);
}
