import type { Locale } from '#lib/domain/locale.ts';
import { say } from '#lib/words/say.ts';
import { radarChart } from './charts.ts';
import {
	type Block,
	captioned,
	type Content,
	facts,
	figure,
	heading,
	paragraph,
	passage,
	strong,
	table
} from './parts.ts';
import type { RegionData } from './region-data.ts';

/** Composes the chapter of the domains, of a region or an agency. */
export function domains(doc: RegionData): Block[] {
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

/** Composes the chapter of the indicators. */
export function indicators(doc: RegionData): Block[] {
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

/** Composes the chapter of the gaps. */
export function gaps(doc: RegionData): Block[] {
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

/** Composes the chapter of the plan of action. */
export function plan(doc: RegionData, locale: Locale): Block[] {
	const { labels: L } = doc;
	const labels = { fact: say(locale).word_fact({}), value: say(locale).word_value({}) };
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
