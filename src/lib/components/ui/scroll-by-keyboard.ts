/** Attachment for a box that may scroll sideways: while it does, the Tab key reaches it, so that the arrow keys can
 *  move it. A box with links or fields inside is reached through those and gets no stop of its own. */
export function scrollByKeyboard(box: HTMLElement): () => void {
	const look = () => {
		const scrolls = box.scrollWidth > box.clientWidth;
		if (scrolls && !box.querySelector('a[href], button, input, select, textarea')) box.tabIndex = 0;
		else box.removeAttribute('tabindex');
	};
	look();
	const observer = new ResizeObserver(look);
	observer.observe(box);
	return () => observer.disconnect();
}
