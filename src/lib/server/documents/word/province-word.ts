import type { Document } from 'docx';
import { m } from '#lib/paraglide/messages.js';
import type { provinceDocument } from '#lib/server/documents/write/province/province-document.ts';
import type { ReportLocale } from '#lib/domain/document/kinds.ts';
import { areaMap } from './area-map.ts';
import { barChart, radarChart } from './charts.ts';
import { evidenceTableWord } from './evidence-word.ts';
import { tileLegend, tileMap } from './tile-map.ts';
import { wordDocument } from './frame.ts';
import type { WordExtras } from './written-frame.ts';
import {
	type Block,
	bullets,
	captioned,
	type Column,
	facts,
	figure,
	gap,
	heading,
	paragraph,
	passage,
	strong,
	table
} from './parts.ts';
import { introduction } from './shared-chapters.ts';

type ProvinceData = ReturnType<typeof provinceDocument>;

const right = (head: string, width = 2): Column => ({ head, width, align: 'right' });

/** The report of all regions for offices that must edit it, from the same document data as the PDF. */
export function provinceWord(doc: ProvinceData, locale: ReportLocale, extras: WordExtras): Document {
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

function summary(doc: ProvinceData, locale: ReportLocale): Block[] {
	const { summary: s, labels: L } = doc;
	const labels = { fact: m.word_fact({}, { locale }), value: m.word_value({}, { locale }) };
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

/** The tiles, and below them the same on the boundaries that are installed. */
function map({ map: M, areas: A, tiles, summary: s, labels: L }: ProvinceData, { areas }: WordExtras): Block[] {
	if (!M || !tiles) return [];
	return [
		heading(1, L.map),
		tileLegend(s.classes),
		...figure(M, tileMap(tiles.alt, tiles.tiles)),
		...(areas && A ? figure({ ...A, caption: areas.caption }, areaMap(areas.alt, areas.outlines)) : [])
	];
}

function ranking(doc: ProvinceData): Block[] {
	const { ranking: R, labels: L } = doc;
	const { caption } = doc.distribution.classes; // the chart's own tells of lines that Word does not draw
	return [
		heading(1, L.ranking),
		...passage(R.finding, 'Finding'),
		...passage(R.robustness),
		...captioned(
			L.table_ranking,
			table(
				[
					right(L.col_rank, 1.2),
					{ head: L.col_region, width: 5.6 },
					right(L.col_index, 1.7),
					{ head: L.col_predicate, width: 2.9 },
					{ head: L.col_class, width: 4.4 },
					right(L.col_change, 2.5),
					right(L.col_median, 2.1),
					right(L.col_band, 2),
					right(L.col_rank_group, 1.5)
				],
				R.rows.map((row) => [
					row.rank,
					strong(row.name),
					strong(row.index),
					row.predicate,
					row.class,
					row.change,
					row.median,
					row.band,
					row.group
				])
			)
		),
		paragraph([{ text: L.provisional_mark, quiet: true }]),
		...(R.chart === null
			? []
			: figure({ ...R.chart, caption }, barChart(R.chart.alt, R.rows, doc['top-level'], '0.00')))
	];
}

function distribution(doc: ProvinceData): Block[] {
	const { distribution: D, summary: s, labels: L } = doc;
	const groups = (rows: ProvinceData['distribution']['types'], caption: string) =>
		captioned(
			caption,
			table(
				[
					{ head: L.col_group, width: 5 },
					right(L.col_regions, 3),
					right(L.col_mean),
					right(L.col_min),
					right(L.col_max)
				],
				rows.map((row) => [row.name, row.count, strong(row.mean), row.min, row.max])
			)
		);
	const counts = s.classes.map(({ name, tone, count }) => ({ name, tone, value: Number(count) }));
	const bakorwil = D['bakorwil-chart'];
	const bars = (bakorwil?.bars ?? []).map((bar, at, { length }) => (at === length - 1 ? { ...bar, tone: null } : bar));
	const most = Math.max(...counts.map(({ value }) => value));
	return [
		heading(1, L.distribution),
		heading(2, L.by_class),
		...figure(D.classes, barChart(D.classes.alt, counts, most, '0')),
		heading(2, L.by_predicate),
		...captioned(
			L.table_predicates,
			table(
				[{ head: L.col_predicate, width: 6 }, right(L.col_count), right(L.col_share)],
				D.predicates.map((row) => [row.name, strong(row.count), row.share])
			)
		),
		heading(2, L.by_type),
		...groups(D.types, L.table_types),
		heading(2, L.by_bakorwil),
		...(bakorwil === null ? [] : figure(bakorwil, barChart(bakorwil.alt, bars, doc['top-level'], '0.00'))),
		...groups(D.bakorwil, L.table_bakorwil)
	];
}

function domains(doc: ProvinceData): Block[] {
	const { domains: D, heat, labels: L } = doc;
	return [
		heading(1, L.domains),
		...passage(D.finding, 'Finding'),
		...(D.radar === null ? [] : figure(D.radar, radarChart(D.radar, doc['top-level']))),
		...captioned(
			L.table_domains,
			table(
				[
					{ head: L.col_code, width: 1.4 },
					{ head: L.col_domain, width: 6 },
					right(L.col_mean),
					right(L.col_min),
					right(L.col_max),
					right(L.col_kabupaten, 3),
					right(L.col_kota)
				],
				D.rows.map((row) => [strong(row.code), row.name, strong(row.mean), row.min, row.max, row.kabupaten, row.kota])
			)
		),
		heading(2, L.heat),
		paragraph(heat.key, 'Quiet'),
		table(
			[{ head: L.col_region, width: 5 }, right(L.col_index), ...heat.head.map((head) => right(head, 1.6))],
			heat.rows.map(({ name, cells }) => [name, ...cells.map(({ text }) => text)])
		)
	];
}

function weakest(doc: ProvinceData): Block[] {
	const { labels: L } = doc;
	if (doc.empty !== null) return [heading(1, L.weakest), paragraph(doc.empty)];
	return [
		heading(1, L.weakest),
		...passage(doc.weakest.lead),
		...captioned(
			L.table_weakest,
			table(
				[
					{ head: L.col_code, width: 1.4 },
					{ head: L.col_indicator, width: 5 },
					right(L.col_mean),
					right(L.col_low),
					{ head: L.col_criteria, width: 8 }
				],
				doc.weakest.rows.map((row) => [
					strong(row.code),
					[{ text: row.name }, ...(row.gate ? [{ text: `\n${L.gate}`, quiet: true }] : [])],
					strong(row.mean),
					row.low,
					row.next
				])
			)
		)
	];
}

function plan({ plan: P, labels: L }: ProvinceData): Block[] {
	return [
		heading(1, L.consolidated),
		...P.paragraphs.map((text) => paragraph(text)),
		...P.groups.flatMap((group) => [
			heading(2, group.title),
			table(
				[
					{ head: L.col_code, width: 2 },
					{ head: L.col_step, width: 10 },
					{ head: L.col_level, width: 3 },
					right(L.col_regions, 4),
					right(L.col_effort, 3),
					{ head: L.col_who, width: 6 }
				],
				group.rows.map((row) => [
					strong(row.code),
					[
						{ text: row.title, bold: true },
						{ text: `\n${L.col_output}: ${row.output}`, quiet: true }
					],
					`${row.from} → ${row.to}`,
					[
						{ text: String(row.regions), bold: true },
						...(row.lateNote === null ? [] : [{ text: `\n${row.lateNote}`, quiet: true }])
					],
					row.effort,
					[{ text: row.lead }, ...(row.support === '' ? [] : [{ text: `\n${row.support}`, quiet: true }])]
				])
			)
		])
	];
}

function regionPage(doc: ProvinceData, page: ProvinceData['pages'][number], locale: ReportLocale): Block[] {
	const { labels: L } = doc;
	const { findings: f } = page;
	const labels = { fact: m.word_fact({}, { locale }), value: m.word_value({}, { locale }) };
	const standings = (title: string, items: typeof f.gaps) =>
		paragraph([
			{ text: `${title}: `, bold: true },
			{ text: items.length === 0 ? '–' : items.map(({ code, name, text }) => `${code} ${name} (${text})`).join('; ') }
		]);
	const own = [
		{ label: L.index, value: f.index, note: f.provisional },
		{ label: L.predicate, value: f.predicate },
		{ label: L.col_class, value: f.class, note: f.meaning }
	];
	return [
		heading(2, f.name),
		...facts(labels, [...own, ...f.facts]),
		...(f.blockers.length > 0 ? [paragraph(strong(L.next_class)), ...bullets(f.blockers)] : []),
		table(
			[
				{ head: L.col_code, width: 1.4 },
				{ head: L.col_domain, width: 5 },
				right(L.col_index),
				right(L.col_mean),
				{ head: L.levels_by_indicator, width: 6 }
			],
			page.domains.map((row) => [
				strong(row.code),
				row.name,
				strong(row.index),
				row.mean,
				row.levels.map(({ code, level }) => `${code}\u00a0${level}`).join(', ')
			])
		),
		gap(),
		standings(L.strengths, f.strengths),
		standings(L.gaps, f.gaps),
		paragraph([{ text: `${L.first_steps}: `, bold: true }, { text: page['steps-note'] }]),
		...bullets(
			page.steps.map((step) => `${step.code} ${step.from} → ${step.to} ${step.title} · ${step.lead} · ${step.weeks}`)
		)
	];
}

function instrument({ instrument: domainsOf, labels: L }: ProvinceData): Block[] {
	return [
		heading(1, L.instrument_appendix),
		...domainsOf.flatMap((domain) => [
			heading(2, `${domain.code} ${domain.name} (${domain.weight})`),
			...(domain.description === null ? [] : [paragraph([{ text: domain.description, quiet: true }])]),
			...domain.indicators.flatMap((item) => [
				heading(3, `${item.code} ${item.name}`),
				paragraph(
					[
						`${L.weight} ${item.weight}`,
						...(item.gate ? [L.gate] : []),
						...(item.reference === '' ? [] : [item.reference])
					].join(' · '),
					'Quiet'
				),
				table(
					[
						{ head: L.col_level, width: 1 },
						{ head: L.col_criteria, width: 12 }
					],
					item.levels.map(({ level, criteria }) => [strong(level), criteria])
				)
			])
		])
	];
}
