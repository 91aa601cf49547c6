import type { Document } from 'docx';
import type { Locale } from '#lib/domain/locale.ts';
import { say } from '#lib/words/say.ts';
import { areaMap } from './area-map.ts';
import { evidenceTableWord } from './evidence-word.ts';
import { wordDocument } from './frame.ts';
import { type Block, captioned, facts, figure, gap, heading, paragraph, strong, table } from './parts.ts';
import { type ProvinceData, right } from './province-data.ts';
import { instrument, plan, regionPage } from './province-pages.ts';
import { distribution, domains, ranking, weakest } from './province-tables.ts';
import { introduction } from './shared-chapters.ts';
import { tileLegend, tileMap } from './tile-map.ts';
import type { WordExtras } from './written-frame.ts';

/** Composes the report of all regions for offices that must edit it, from the same document data as the PDF. */
export function provinceWord(doc: ProvinceData, locale: Locale, extras: WordExtras): Document {
	const { show } = doc;
	const main = [
		...summary(doc, locale),
		...introduction(doc),
		...(show.map ? map(doc, extras) : []),
		...(show.ranking ? ranking(doc) : []),
		...(show.distribution ? distribution(doc) : []),
		...(show.domains ? domains(doc) : []),
		...(show.weakest ? weakest(doc) : []),
		...(show.plan ? plan(doc) : []),
		...(show.regions
			? [heading(1, doc.labels.regions), ...doc.pages.flatMap((page) => regionPage(doc, page, locale))]
			: [])
	];
	const appendix = [...evidenceTableWord(doc.evidence), ...(show.instrument ? instrument(doc) : [])];
	return wordDocument(doc, locale, { main, appendix }, extras);
}

function summary(doc: ProvinceData, locale: Locale): Block[] {
	const { summary: s, labels: L } = doc;
	const labels = { fact: say(locale).word_fact({}), value: say(locale).word_value({}) };
	const named = (title: string, items: { name: string; index: string }[]): Block[] => [
		heading(2, title),
		table(
			[{ head: L.col_name, width: 6 }, right(L.col_index)],
			items.map(({ name, index }) => [name, strong(index)])
		),
		gap()
	];
	return [
		heading(1, L.summary),
		paragraph(s.index, 'Figure'),
		paragraph([{ text: s.label, quiet: true }]),
		...s.paragraphs.map((text) => paragraph(text)),
		...(doc.empty === null ? [] : [paragraph(doc.empty, 'Note')]),
		...facts(labels, s.facts),
		heading(2, L.by_class),
		table(
			[{ head: L.col_class, width: 6 }, right(L.col_count)],
			s.classes.map(({ name, count }) => [name, strong(count)])
		),
		gap(),
		...named(L.highest, s.best),
		...named(L.lowest, s.last),
		...named(L.strongest_indicators, s.strongest),
		...named(L.weakest_indicators, s.weakest),
		heading(2, L.domain_means),
		...captioned(
			L.table_domain_means,
			table(
				[{ head: L.col_code, width: 1.4 }, { head: L.col_domain, width: 8 }, right(L.col_mean)],
				doc.domains.rows.map(({ code, name, mean }) => [strong(code), name, strong(mean)])
			)
		)
	];
}

/** The tile map, and below it the same map on the boundaries that are installed. */
function map({ map: M, areas: A, tiles, summary: s, labels: L }: ProvinceData, { areas }: WordExtras): Block[] {
	if (!M || !tiles) return [];
	return [
		heading(1, L.map),
		tileLegend(s.classes),
		...figure(M, tileMap(tiles.alt, tiles.tiles)),
		...(areas && A ? figure({ ...A, caption: areas.caption }, areaMap(areas.alt, areas.outlines)) : [])
	];
}
