import type { Document } from 'docx';
import { m } from '#lib/paraglide/messages.js';
import type { agencyDocument } from '#lib/server/documents/write/agency/agency-document.ts';
import type { regionDocument } from '#lib/server/documents/write/region/region-document.ts';
import type { ReportLocale } from '#lib/domain/document/kinds.ts';
import { areaMap } from './area-map.ts';
import { radarChart } from './charts.ts';
import { evidenceListWord } from './evidence-word.ts';
import { tileMap } from './tile-map.ts';
import { wordDocument } from './frame.ts';
import type { WordExtras } from './written-frame.ts';
import {
	type Block,
	bullets,
	captioned,
	type Content,
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

type RegionData = ReturnType<typeof regionDocument> | ReturnType<typeof agencyDocument>;

/** The report of one region or agency for offices that must edit it, from the same document data as the PDF. */
export function regionWord(doc: RegionData, locale: ReportLocale, extras: WordExtras): Document {
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

function summary(doc: RegionData, locale: ReportLocale, extras: WordExtras): Block[] {
	const { findings: f, labels: L } = doc;
	const labels = { fact: m.word_fact({}, { locale }), value: m.word_value({}, { locale }) };
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

/** An agency has no place on the map: as in the PDF, its summary ends in its domains and the first of its steps. */
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

/** On the boundaries where they are installed, as in the PDF. */
function map({ tiles, labels: L }: Extract<RegionData, { tiles: unknown }>, { areas }: WordExtras): Block[] {
	if (areas) {
		const drawing = areaMap(areas.alt, areas.outlines);
		return [heading(2, L.position_on_map), ...figure({ finding: null, caption: areas.caption }, drawing)];
	}
	if (!tiles) return [];
	const drawing = tileMap(tiles.alt, tiles.tiles, 0.8);
	return [heading(2, L.position_on_map), ...figure({ finding: null, caption: tiles.caption }, drawing)];
}

function domains(doc: RegionData): Block[] {
	const { domains: D, labels: L } = doc;
	return [
		heading(1, L.domains),
		...(D.radar ? figure(D.radar, radarChart(D.radar, doc['top-level'])) : passage(D.finding, 'Finding')),
		...captioned(
			L.table_domains,
			table(
				[
					{ head: L.col_code, width: 1.4 },
					{ head: L.col_domain, width: 6 },
					{ head: L.col_weight, width: 2, align: 'right' },
					{ head: L.col_index, width: 2, align: 'right' },
					{ head: L.col_mean, width: 2, align: 'right' },
					{ head: L.col_difference, width: 2, align: 'right' },
					{ head: L.col_contribution, width: 3, align: 'right' }
				],
				[
					...D.rows.map((row): Content[] => [
						strong(row.code),
						row.name,
						row.weight,
						strong(row.index),
						row.mean,
						row.difference,
						row.contribution
					]),
					['', strong(L.index), '', strong(D.total.index), D.total.mean, '', strong(D.total.index)]
				]
			)
		),
		...(D.gates.length === 0
			? []
			: [
					heading(2, L.gates),
					...passage(D['gates-lead']),
					...captioned(
						L.table_gates,
						table(
							[
								{ head: L.col_code, width: 1.4 },
								{ head: L.col_indicator, width: 5 },
								{ head: L.col_level, width: 2 },
								...D['gate-head'].map((head) => ({ head, width: 3 }))
							],
							D.gates.map(({ code, name, text, classes }) => [
								strong(code),
								name,
								text,
								...classes.map((item): Content => [{ text: item.text, bold: !item.met }])
							])
						)
					)
				])
	];
}

function indicators(doc: RegionData): Block[] {
	const { labels: L } = doc;
	const reasons = doc.show.justifications;
	return [
		heading(1, L.indicators),
		...doc.indicators.flatMap((domain) => [
			heading(2, `${domain.code} ${domain.name}`),
			paragraph(`${L.index} ${domain.index} · ${L.col_mean} ${domain.mean}`, 'Quiet'),
			table(
				[
					{ head: L.col_code, width: 1.4 },
					{ head: L.col_indicator, width: 4 },
					{ head: L.col_level, width: 3 },
					{ head: L.col_self, width: 2, align: 'right' },
					{ head: L.col_mean, width: 2, align: 'right' },
					...(reasons ? [{ head: L.col_justification, width: 9 }] : [])
				],
				domain.rows.map((row) => [
					strong(row.code),
					[{ text: row.name }, ...(row.gate ? [{ text: `\n${L.gate}`, quiet: true }] : [])],
					[
						{ text: row.level === null ? row['level-name'] : `${row.level} ${row['level-name']}`, bold: true },
						...(row.track === null ? [] : [{ text: `\n${row.track}`, quiet: true }])
					],
					[{ text: row.self, bold: row.differs }],
					row.mean,
					...(reasons ? [row.justification] : [])
				])
			)
		])
	];
}

function gaps(doc: RegionData): Block[] {
	const { labels: L } = doc;
	return [
		heading(1, L.gap_analysis),
		...passage(doc.gaps.lead),
		...doc.gaps.rows.flatMap((item) => [
			heading(3, `${item.code} ${item.name}`),
			paragraph(
				`${item.from} → ${item.to} · ${L.col_gain} ${item.gain}${item.blocking ? ` · ${L.gate}` : ''}`,
				'Quiet'
			),
			paragraph([{ text: `${L.now}: `, bold: true }, { text: item.now }]),
			paragraph([{ text: `${L.next}: `, bold: true }, { text: item.next }]),
			paragraph([{ text: `${L.evidence}: `, bold: true }, { text: item.evidence }])
		])
	];
}

function plan(doc: RegionData, locale: ReportLocale): Block[] {
	const { labels: L } = doc;
	const labels = { fact: m.word_fact({}, { locale }), value: m.word_value({}, { locale }) };
	return [
		heading(1, L.plan),
		...doc.plan.paragraphs.map((text) => paragraph(text)),
		...facts(labels, doc.plan.facts),
		...doc.plan.groups.flatMap((group) => [
			heading(2, group.title),
			table(
				[
					{ head: L.col_code, width: 2 },
					{ head: L.col_step, width: 10 },
					{ head: L.col_level, width: 3 },
					{ head: L.col_who, width: 6 },
					{ head: L.col_effort, width: 2, align: 'right' },
					{ head: L.col_time, width: 5 }
				],
				group.rows.map((row) => [
					strong(row.code),
					[
						{ text: row.title, bold: true },
						{ text: `\n${L.col_output}: ${row.output}`, quiet: true }
					],
					`${row.from} → ${row.to}`,
					[{ text: row.lead }, ...(row.support === '' ? [] : [{ text: `\n${row.support}`, quiet: true }])],
					row.effort,
					[{ text: row.weeks }, { text: `\n${row.until}`, quiet: true }]
				])
			)
		])
	];
}
