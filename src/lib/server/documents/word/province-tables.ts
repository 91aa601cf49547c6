import { barChart, radarChart } from './charts.ts';
import { type Block, captioned, figure, heading, paragraph, passage, strong, table } from './parts.ts';
import { type ProvinceData, right } from './province-data.ts';

/** Composes the chapter of the ranking. */
export function ranking(doc: ProvinceData): Block[] {
	const { ranking: R, labels: L } = doc;
	const { caption } = doc.distribution.classes; // the chart's own caption tells of lines that Word does not draw
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
		...(R.incomparable === null ? [] : [paragraph([{ text: R.incomparable, quiet: true }])]),
		...(R.chart === null
			? []
			: figure({ ...R.chart, caption }, barChart(R.chart.alt, R.rows, doc['top-level'], '0.00')))
	];
}

/** Composes the chapter of the distribution. */
export function distribution(doc: ProvinceData): Block[] {
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
		...(D.areas === null
			? []
			: [
					heading(2, D.areas.heading),
					...areaChart(D.areas.chart, doc['top-level']),
					...groups(D.areas.rows, D.areas.caption)
				])
	];
}

function areaChart(chart: NonNullable<ProvinceData['distribution']['areas']>['chart'], top: number): Block[] {
	if (chart === null) return [];
	const bars = chart.bars.map((bar, at, { length }) => (at === length - 1 ? { ...bar, tone: null } : bar));
	return figure(chart, barChart(chart.alt, bars, top, '0.00'));
}

/** Composes the chapter of the domains. */
export function domains(doc: ProvinceData): Block[] {
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

/** Composes the chapter of the weakest indicators. */
export function weakest(doc: ProvinceData): Block[] {
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
