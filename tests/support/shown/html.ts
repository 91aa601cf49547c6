import { unescapeXml } from '../unzip.ts';

/** A table of a page: the text of its cells, heads included. */
export interface PageTable {
	caption: string;
	head: string[];
	rows: string[][];
}

/** Markup of a page without comments and drawings. */
export function markup(html: string): string {
	return html.replace(/<!--.*?-->/gs, '').replace(/<svg.*?<\/svg>/gs, '');
}

/** Text of some markup; non-breaking spaces stay. */
export function plain(html: string): string {
	return unescapeXml(html.replaceAll('&nbsp;', '\u00a0').replace(/<[^>]*>/g, ' '))
		.replace(/[ \t\r\n]+/g, ' ')
		.trim();
}

/** Text of the first group of a pattern; `?` when it finds nothing. */
export function found(pattern: RegExp, html: string): string {
	return plain(pattern.exec(html)?.[1] ?? '?');
}

/** All tables of a page, in order. */
export function tablesOf(html: string): PageTable[] {
	return [...html.matchAll(/<table.*?<\/table>/gs)].map(([table]) => {
		const rows = [...table.matchAll(/<tr[ >].*?<\/tr>/gs)].map(([row]) =>
			[...row.matchAll(/<t([hd])(?=[ >])[^>]*>(.*?)<\/t\1>/gs)].map(([, , cell]) => plain(cell!))
		);
		const heads = /<thead.*?<\/thead>/s.exec(table)?.[0].match(/<tr[ >]/g)?.length ?? 0;
		return { caption: found(/<caption[^>]*>(.*?)<\/caption>/s, table), head: rows[0] ?? [], rows: rows.slice(heads) };
	});
}

/** Cells of a table's row by the heads of their columns; a row that begins otherwise than the head is given as
 *  `row`. */
export function byHead({ head }: PageTable, row: readonly string[]): Record<string, string> {
	return Object.fromEntries(head.map((name, at) => [name.replace(/ [↑↓]$/, ''), row[at] ?? '?']));
}

/** Terms and their descriptions, of all definition lists. */
export function factsOf(html: string): Record<string, string> {
	const pairs = html.matchAll(/<dt[^>]*>(.*?)<\/dt>\s*<dd[^>]*>(.*?)<\/dd>/gs);
	return Object.fromEntries([...pairs].map(([, term, value]) => [plain(term!), plain(value!)]));
}

/** Escapes a text for a pattern. */
export function literal(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
