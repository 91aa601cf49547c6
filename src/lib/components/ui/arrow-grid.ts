/** Attachment for a table full of links: the Tab key stops at it once, the arrow keys, Home and End go from cell to
 *  cell, with Ctrl to the first and last row. Where scripts do not run, every link keeps its own stop. */
export function arrowGrid(table: HTMLTableElement): () => void {
	const linksOf = () => [...table.tBodies[0]!.rows].map((row) => [...row.querySelectorAll<HTMLElement>('td a')]);
	let current: HTMLElement | null = null;
	const choose = (link: HTMLElement | undefined) => {
		if (!link) return;
		if (current) current.tabIndex = -1;
		link.tabIndex = 0;
		current = link;
	};
	const prepare = () => {
		const rows = linksOf();
		for (const link of rows.flat()) if (link !== current) link.tabIndex = -1;
		if (!current?.isConnected) choose(rows.find((row) => row.length > 0)?.[0]);
	};
	const onkeydown = (event: KeyboardEvent) => {
		const rows = linksOf();
		const row = rows.findIndex((links) => links.includes(event.target as HTMLElement));
		if (row < 0 || event.altKey || event.metaKey) return;
		const place = rows[row]!.indexOf(event.target as HTMLElement);
		const next = neighbour(event, { row, place }, { rows: rows.length, places: rows[row]!.length });
		if (!next) return;
		event.preventDefault();
		const link = rows[next.row]?.[next.place];
		choose(link);
		link?.focus();
	};
	const onfocusin = ({ target }: FocusEvent) => {
		if (target instanceof HTMLElement && target.matches('td a')) choose(target);
	};
	prepare();
	const observer = new MutationObserver(prepare);
	observer.observe(table, { childList: true, subtree: true });
	table.addEventListener('keydown', onkeydown);
	table.addEventListener('focusin', onfocusin);
	return () => {
		observer.disconnect();
		table.removeEventListener('keydown', onkeydown);
		table.removeEventListener('focusin', onfocusin);
	};
}

/** Cell that a key leads to from another one; null = it is none of these keys. */
export function neighbour(
	{ key, ctrlKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey'>,
	{ row, place }: { row: number; place: number },
	{ rows, places }: { rows: number; places: number }
): { row: number; place: number } | null {
	const within = (value: number, count: number) => Math.min(count - 1, Math.max(0, value));
	switch (key) {
		case 'ArrowUp':
			return { row: within(row - 1, rows), place };
		case 'ArrowDown':
			return { row: within(row + 1, rows), place };
		case 'ArrowLeft':
			return { row, place: within(place - 1, places) };
		case 'ArrowRight':
			return { row, place: within(place + 1, places) };
		case 'Home':
			return { row: ctrlKey ? 0 : row, place: 0 };
		case 'End':
			return { row: ctrlKey ? rows - 1 : row, place: places - 1 };
		default:
			return null;
	}
}
