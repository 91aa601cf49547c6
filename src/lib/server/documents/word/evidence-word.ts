import type { evidenceList, evidenceTable } from '#lib/server/documents/write/shared/evidence-list.ts';
import type { Written } from '#lib/server/documents/write/shared/passages.ts';
import { type Block, captioned, heading, paragraph, strong, table } from './parts.ts';

/** The appendix that names the evidence; nothing where it is not listed. */
export function evidenceListWord(list: Written<ReturnType<typeof evidenceList>>): Block[] {
	if (!list) return [];
	const { labels: L } = list;
	return [
		heading(1, L.title),
		...list.sentences.map((sentence) => paragraph(sentence)),
		...list.groups.flatMap((group) => [
			heading(2, group.title),
			table(
				[
					{ head: L.col_code, width: 1.4 },
					{ head: L.col_piece, width: 7 },
					{ head: L.col_kind, width: 5 },
					{ head: L.col_date, width: 3 },
					{ head: L.col_size, width: 2.2, align: 'right' },
					{ head: L.col_mark, width: 3.6 }
				],
				group.rows.map((row) => [
					strong(row.code),
					[{ text: row.title }, ...(row.place === '' ? [] : [{ text: `\n${row.place}`, quiet: true }])],
					[{ text: row.kind }, { text: `\n${row.form}`, quiet: true }],
					row.date,
					row.size,
					row.mark
				])
			)
		])
	];
}

/** The appendix that counts the evidence by region; nothing where it is not counted. */
export function evidenceTableWord(counted: Written<ReturnType<typeof evidenceTable>>): Block[] {
	if (!counted) return [];
	const { labels: L } = counted;
	return [
		heading(1, L.title),
		...counted.sentences.map((sentence) => paragraph(sentence)),
		...(counted.rows.length === 0
			? []
			: captioned(
					L.table,
					table(
						[
							{ head: L.col_region, width: 6 },
							{ head: L.col_pieces, width: 2, align: 'right' },
							{ head: L.col_answered, width: 3, align: 'right' },
							{ head: L.col_supported, width: 3, align: 'right' },
							{ head: L.col_share, width: 2, align: 'right' }
						],
						counted.rows.map((row) => [row.name, row.pieces, row.answered, row.supported, strong(row.share)])
					)
				))
	];
}
