/** For `onchange` of a list in a form that filters a page: asks for the page anew at once. */
export function applyChoice(event: Event & { currentTarget: HTMLSelectElement }): void {
	event.currentTarget.form?.requestSubmit();
}
