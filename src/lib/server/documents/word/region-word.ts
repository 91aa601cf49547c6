import type { Document } from 'docx';
import type { Locale } from '#lib/domain/locale.ts';
import { say } from '#lib/words/say.ts';
import { areaMap } from './area-map.ts';
import { evidenceListWord } from './evidence-word.ts';
import { wordDocument } from './frame.ts';
import { type Block, bullets, facts, figure, gap, heading, paragraph, passage, strong, table } from './parts.ts';
import { domains, gaps, indicators, plan } from './region-chapters.ts';
import type { RegionData } from './region-data.ts';
import { introduction } from './shared-chapters.ts';
import { tileMap } from './tile-map.ts';
import type { WordExtras } from './written-frame.ts';

/** Composes the report of one region or agency for offices that must edit it, from the same document data as the
 *  PDF. */
export function regionWord(doc: RegionData, locale: Locale, extras: WordExtras): Document {
	const { show } = doc;
	const main = [
		...summary(doc, locale, extras),
		...introduction(doc),
		...(show.domains ? domains(doc) : []),
		...(show.indicators ? indicators(doc) : []),
		...(show.gaps ? gaps(doc) : []),
		...(show.plan ? plan(doc, locale) : [])
	];
	return wordDocument(doc, locale, { main, appendix: evidenceListWord(doc.evidence) }, extras);
}

function summary(doc: RegionData, locale: Locale, extras: WordExtras): Block[] {
	const { findings: f, labels: L } = doc;
	const labels = { fact: say(locale).word_fact({}), value: say(locale).word_value({}) };
	const standings = (title: string, items: RegionData['findings']['gaps']): Block[] => [
		heading(2, title),
		...(items.length === 0
			? [paragraph('–')]
			: [
					table(
						[
							{ head: L.col_code, width: 1.4 },
							{ head: L.col_indicator, width: 5 },
							{ head: L.col_level, width: 5 }
						],
						items.map(({ code, name, text }) => [strong(code), name, text])
					),
					gap()
				])
	];
	return [
		heading(1, L.summary),
		paragraph(f.index, 'Figure'),
		paragraph([{ text: `${L.predicate}: ` }, { text: f.predicate, bold: true }]),
		paragraph([{ text: `${L.col_class}: ` }, { text: f.class, bold: true }]),
		...passage(f.meaning),
		...[f.provisional, doc.empty].flatMap((note) => (note === null ? [] : [paragraph(note, 'Note')])),
		...facts(labels, f.facts),
		...(f.blockers.length > 0 ? [heading(2, L.next_class), ...bullets(f.blockers)] : []),
		...standings(L.strengths, f.strengths),
		...standings(L.gaps, f.gaps),
		...('tiles' in doc ? map(doc, extras) : inShort(doc))
	];
}

/** End of an agency's summary, which has no place on the map: domains and the first of its steps, as in the PDF. */
function inShort({ domains: D, plan: { first }, show, labels: L }: RegionData): Block[] {
	const isCompared = D.total.mean !== '–';
	return [
		heading(2, L.domains),
		table(
			[
				{ head: L.col_code, width: 1.4 },
				{ head: L.col_domain, width: 8 },
				{ head: L.col_index, width: 2, align: 'right' },
				...(isCompared ? [{ head: L.col_mean, width: 3, align: 'right' as const }] : [])
			],
			D.rows.map((row) => [strong(row.code), row.name, strong(row.index), ...(isCompared ? [row.mean] : [])])
		),
		gap(),
		...(show.plan && first.length > 0
			? [
					heading(2, L.first_steps),
					table(
						[
							{ head: L.col_code, width: 1.4 },
							{ head: L.col_step, width: 8 },
							{ head: L.col_who, width: 5 },
							{ head: L.col_time, width: 4 }
						],
						first.map((row) => [
							strong(row.code),
							row.title,
							row.lead,
							[{ text: row.weeks }, { text: `\n${row.until}`, quiet: true }]
						])
					),
					gap()
				]
			: [])
	];
}

/** The map, on the boundaries where they are installed, as in the PDF. */
function map({ tiles, labels: L }: Extract<RegionData, { tiles: unknown }>, { areas }: WordExtras): Block[] {
	if (areas) {
		const drawing = areaMap(areas.alt, areas.outlines);
		return [heading(2, L.position_on_map), ...figure({ finding: null, caption: areas.caption }, drawing)];
	}
	if (!tiles) return [];
	const drawing = tileMap(tiles.alt, tiles.tiles, 0.8);
	return [heading(2, L.position_on_map), ...figure({ finding: null, caption: tiles.caption }, drawing)];
}
