import { joinNames } from '#lib/domain/analysis/join-names.ts';
import { groupMeans, indexMean } from '#lib/domain/analysis/group-means.ts';
import { distribution } from '#lib/domain/analysis/distribution.ts';
import type { CodedMean } from '#lib/domain/analysis/group-means.ts';
import { shortName } from '#lib/domain/geography/region-name.ts';
import { formatIndex, shownDifference } from '#lib/domain/scoring/format-index.ts';
import { barChart, type BarRow } from '#lib/charts/bar-chart.ts';
import { distributionBar } from '#lib/charts/distribution-bar.ts';
import { mapLegend } from '#lib/charts/map-legend.ts';
import type { MapRegion } from '#lib/charts/map-region.ts';
import { printPaint } from '#lib/charts/paint.ts';
import { radarChart, type RadarSeries } from '#lib/charts/radar-chart.ts';
import { rankingChart } from '#lib/charts/ranking-chart.ts';
import { regionMap } from '#lib/charts/region-map.ts';
import { m } from '#lib/paraglide/messages.js';
import { className } from './class-name.ts';
import { domainFinding } from './domain-finding.ts';
import { caption, type Passage } from './passages.ts';
import { mapOutlines } from './map-outlines.ts';
import { mapTiles } from './map-tiles.ts';
import type { Comparison } from './region-findings.ts';
import type { ReportBasis, ReportResult } from '../types.ts';
import type { ReportLocale } from '#lib/domain/document/kinds.ts';

/** A drawing with its words: `alt` for those who cannot see it, `finding` as its numbered title, `caption` with its source. */
interface Chart {
	svg: string;
	alt: string;
	/** Null = not numbered. */
	finding: Passage | null;
	caption: string | null;
}

/** What a radar is drawn from, for documents that draw it themselves. */
export interface RadarData {
	axes: { code: string; name: string }[];
	series: RadarSeries[];
}

/** Below this a radar says nothing; the table beside it does. */
const RADAR_AXES = 4;

/** The tile map: of all regions by class or, for the report of one region, with that one alone in colour. */
export function classMap(basis: ReportBasis, marked: string | null, locale: ReportLocale): Chart | null {
	if (basis.results.every(({ region }) => region.tile === null)) return null;
	const { title, svg } = drawMap('map', basis, marked, null, locale);
	return {
		svg,
		alt: title,
		finding: marked ? null : caption('map.finding', mapFinding(basis, locale)),
		caption: marked ? m.report_map_caption_region({}, { locale }) : source(basis, locale)
	};
}

/** What the tile map is drawn from, for documents that draw it themselves. */
export function tilesOf(basis: ReportBasis, marked: string | null, locale: ReportLocale) {
	const tiles = mapTiles(basis, marked, locale);
	if (tiles.length === 0) return null;
	const caption = marked ? m.report_map_caption_region({}, { locale }) : source(basis, locale);
	return { tiles, alt: mapTitle(basis, marked, false, locale), caption };
}

/** The same on boundaries; null while none are installed. */
export function outlinesOf(basis: ReportBasis, marked: string | null, locale: ReportLocale) {
	if (!basis.boundaries) return null;
	const { geometries, credit } = basis.boundaries;
	const outlines = mapOutlines(basis, geometries, marked, locale);
	return { outlines, alt: mapTitle(basis, marked, true, locale), caption: credit };
}

/** The same on the boundaries that are installed, which bring their own source; null while none are. */
export function areaMap(basis: ReportBasis, marked: string | null, locale: ReportLocale): Chart | null {
	if (!basis.boundaries) return null;
	const { title, svg } = drawMap('areas', basis, marked, basis.boundaries, locale);
	const finding = marked
		? null
		: caption('map.areas', m.report_map_finding_areas({ finding: mapFinding(basis, locale) }, { locale }));
	return { svg, alt: title, finding, caption: null };
}

function drawMap(
	id: string,
	basis: ReportBasis,
	marked: string | null,
	boundaries: ReportBasis['boundaries'],
	locale: ReportLocale
) {
	const o = { locale };
	const { title, regions } = mapped(basis, marked, boundaries !== null, locale);
	const svg = regionMap(regions, {
		...drawn(id, title, basis, locale),
		colourBy: 'class',
		boundaries,
		typeLabels: {
			kabupaten: m.report_tile_kabupaten({}, o),
			kota: m.report_tile_kota({}, o),
			province: m.report_tile_province({}, o)
		}
	});
	return { title, svg };
}

/** What colours, marks and outlines of the map mean, with the number of regions. */
export function classLegend(basis: ReportBasis, locale: ReportLocale): Chart {
	const o = { locale };
	const title = m.report_legend_alt({}, o);
	const provisional = basis.results.filter(
		({ region, score }) => region.type !== 'province' && score.index !== null && score.provisional
	);
	const spread = distribution(basis.instrument, basis.results);
	const svg = mapLegend({
		...drawn('legend', title, basis, locale),
		colourBy: 'class',
		width: 720,
		counts: Object.fromEntries(spread.classes.map(({ code, count }) => [code, count])),
		format: (value) => formatIndex(value, locale),
		labels: {
			kabupaten: m.report_col_kabupaten({}, o),
			kota: m.report_col_kota({}, o),
			notAssessed: `${m.report_not_assessed({}, o)}: ${spread.notAssessed}`,
			provisional: `${m.report_legend_provisional({}, o)}: ${provisional.length}`
		}
	});
	return { svg, alt: title, finding: null, caption: null };
}

/** How many have come as far as the round aims. */
function mapFinding({ instrument, results, round }: ReportBasis, locale: ReportLocale): string {
	const spread = distribution(instrument, results);
	if (spread.total === spread.notAssessed) return m.report_map_finding_none({}, { locale });
	const target = instrument.classes.findIndex(({ code }) => code === round.targetClass);
	const reached = spread.classes.slice(0, target + 1).reduce((sum, { count }) => sum + count, 0);
	const o = { locale };
	const name = className({ instrument }, round.targetClass, locale);
	if (reached === 0) return m.report_map_finding_zero({ class: name }, o);
	const orHigher = target > 0 ? m.report_class_or_higher({ class: name }, o) : name;
	return reached === spread.total && reached > 1
		? m.report_map_finding_all({ total: spread.total, class: orHigher }, o)
		: m.report_map_finding({ reached, total: spread.total, class: orHigher }, o);
}

/** Means that a result is compared with; null where there is none. */
export interface Means {
	index: number | null;
	/** By code. */
	domains: ReadonlyMap<string, number | null>;
	indicators: ReadonlyMap<string, number | null>;
}

/** How a drawing names its subject and the mean beside it, and what it says to those who cannot see it. */
export interface RadarWords {
	subject: string;
	mean: string;
	radar: string;
}

/** Domain indices against the mean, where there is one. */
export function domainRadar(
	basis: ReportBasis,
	{ score }: Pick<ReportResult, 'score'>,
	means: Means,
	words: RadarWords,
	locale: ReportLocale
): (Chart & RadarData) | null {
	const { domains } = basis.instrument;
	const finding = caption(
		'domains.finding',
		domainFinding(
			domains.map(({ code, name }) => ({ code, name: name[locale], value: score.domains[code] ?? null })),
			locale
		)
	);
	const compared = domains.map(({ code }) => means.domains.get(code) ?? null);
	return radar(basis, words.radar, finding, locale, [
		{ name: words.subject, values: domains.map(({ code }) => score.domains[code] ?? null) },
		...(compared.every((mean) => mean === null) ? [] : [{ name: words.mean, values: compared }])
	]);
}

/** Domain means of kabupaten and kota side by side. */
export function meanRadar(
	basis: ReportBasis,
	kabupaten: CodedMean[],
	kota: CodedMean[],
	locale: ReportLocale
): (Chart & RadarData) | null {
	const finding = caption('domains.radar', radarMeansFinding(kabupaten, kota, locale));
	return radar(basis, m.report_radar_means_alt({}, { locale }), finding, locale, [
		{ name: m.report_col_kabupaten({}, { locale }), values: kabupaten.map(({ mean }) => mean) },
		{ name: m.report_col_kota({}, { locale }), values: kota.map(({ mean }) => mean) }
	]);
}

/** In how many domains the kota are ahead, among those in which both have a mean. */
function radarMeansFinding(kabupaten: CodedMean[], kota: CodedMean[], locale: ReportLocale): string {
	const o = { locale };
	const pairs = kota.flatMap(({ mean }, at) => {
		const other = kabupaten[at]!.mean;
		return mean === null || other === null ? [] : [{ isAbove: (shownDifference(mean, other) ?? 0) > 0 }];
	});
	if (pairs.length === 0) return m.report_radar_means_finding_plain({}, o);
	const above = pairs.filter(({ isAbove }) => isAbove).length;
	if (above === 0) return m.report_radar_means_finding_none({}, o);
	return above === kota.length
		? m.report_radar_means_finding_all({}, o)
		: m.report_radar_means_finding({ above, domains: m.report_n_domains({ count: pairs.length }, o) }, o);
}

/** All kabupaten and kota, best first, with lines where the classes begin. */
export function rankingBars(
	basis: ReportBasis,
	{ ranking }: Comparison,
	finding: Passage,
	locale: ReportLocale
): Chart {
	const title = m.report_ranking_alt({}, { locale });
	const levels = basis.instrument.levels.map(({ level }) => level);
	const lowest = Math.min(...levels);
	const rows = ranking.map(({ rank, result }) => ({
		rank,
		name: shortName(result.region),
		tile: mapRegion(basis, result, locale)
	}));
	const svg = rankingChart(rows, {
		...drawn('ranking', title, basis, locale),
		colourBy: 'class',
		from: lowest,
		to: Math.max(...levels),
		marks: basis.instrument.classes
			.filter(({ minIndex }) => minIndex > lowest)
			.map(({ minIndex, name }) => ({ value: minIndex, label: `${name[locale]} ≥ ${formatIndex(minIndex, locale)}` }))
			.reverse()
	});
	return { svg, alt: title, finding, caption: m.report_ranking_caption({ source: source(basis, locale) }, { locale }) };
}

/** How many regions stand in each class. */
export function classDistribution(basis: ReportBasis, locale: ReportLocale): Chart {
	const spread = distribution(basis.instrument, basis.results);
	const title = m.report_distribution_alt({}, { locale });
	const svg = distributionBar({
		id: 'distribution',
		title,
		paint: printPaint,
		classes: spread.classes.map(({ code, count }) => ({ code, count, label: className(basis, code, locale) })),
		notAssessed: { label: m.report_not_assessed({}, { locale }), count: spread.notAssessed }
	});
	const finding = caption('distribution.classes', distributionFinding(basis, locale));
	return { svg, alt: title, finding, caption: source(basis, locale) };
}

/** Which class most are in; all of them where several hold as many. */
function distributionFinding(basis: ReportBasis, locale: ReportLocale): string {
	const o = { locale };
	const { classes, total } = distribution(basis.instrument, basis.results);
	const count = Math.max(...classes.map((item) => item.count));
	if (count === 0) return m.report_map_finding_none({}, o);
	const largest = classes.filter((item) => item.count === count).map(({ code }) => className(basis, code, locale));
	if (largest.length > 1) {
		return m.report_distribution_finding_tie({ classes: joinNames(largest, locale), count, total }, o);
	}
	const name = largest[0]!;
	return count === total && total > 1
		? m.report_distribution_finding_all({ total, class: name }, o)
		: m.report_distribution_finding({ class: name, count, total }, o);
}

/** Mean index by bakorwil, with the mean of all as the reference; null when no region belongs to one. */
export function bakorwilBars(basis: ReportBasis, locale: ReportLocale) {
	const groups = groupMeans(basis.results, 'bakorwil').filter(({ group }) => group !== null);
	if (groups.length === 0) return null;
	const all = indexMean(basis.results).mean;
	const title = m.report_bakorwil_alt({}, { locale });
	const rows = groups.map(({ group, mean }): BarRow => ({
		code: '',
		label: group!,
		value: mean,
		valueLabel: mean === null ? m.report_not_assessed({}, { locale }) : formatIndex(mean, locale),
		reference: all
	}));
	const svg = barChart(rows, {
		id: 'bakorwil',
		title,
		paint: printPaint,
		from: 0,
		to: Math.max(...basis.instrument.levels.map(({ level }) => level)),
		referenceLabel: m.report_mean_label({}, { locale })
	});
	return {
		svg,
		alt: title,
		finding: caption('distribution.bakorwil', bakorwilFinding(groups, locale)),
		caption: source(basis, locale),
		/** What the bars show, the reference last. */
		bars: [
			...rows.map(({ label, value }) => ({ name: label, value })),
			{ name: m.report_mean_label({}, { locale }), value: all }
		]
	};
}

function bakorwilFinding(groups: ReturnType<typeof groupMeans>, locale: ReportLocale): string {
	const o = { locale };
	const valued = groups
		.filter(({ mean }) => mean !== null)
		.sort((a, b) => b.mean! - a.mean!)
		.map(({ group, mean }) => ({ name: group!, shown: formatIndex(mean, locale) }));
	if (valued.length < 2) return m.report_bakorwil_finding_plain({}, o);
	const [high, low] = [valued[0]!.shown, valued.at(-1)!.shown];
	if (high === low) {
		return valued.length === groups.length
			? m.report_bakorwil_finding_equal({ index: high }, o)
			: m.report_bakorwil_finding_plain({}, o);
	}
	// as in the order of the table, whichever of them lies ahead in digits that are not shown
	const named = (wanted: string) =>
		joinNames(
			groups
				.map(({ group }) => group!)
				.filter((name) => valued.some((item) => item.name === name && item.shown === wanted)),
			locale
		);
	return m.report_bakorwil_finding({ best: named(high), high, worst: named(low), low }, o);
}

function radar(
	basis: ReportBasis,
	title: string,
	finding: Passage,
	locale: ReportLocale,
	series: RadarSeries[]
): (Chart & RadarData) | null {
	const { domains, levels } = basis.instrument;
	if (domains.length < RADAR_AXES) return null;
	const axes = domains.map(({ code, name }) => ({ code, name: name[locale] }));
	const max = Math.max(...levels.map(({ level }) => level));
	const svg = radarChart(
		axes.map(({ code, name }) => `${code} ${name}`),
		{ title, paint: printPaint, max, series }
	);
	return { svg, alt: title, finding, caption: source(basis, locale), axes, series };
}

function drawn(id: string, title: string, basis: ReportBasis, locale: ReportLocale) {
	const classes = basis.instrument.classes.map(({ code, name }) => ({ code, label: name[locale] }));
	return { id, title, classes, paint: printPaint };
}

/** What a map shows, for those who cannot see it; the table it points to only where that is printed. */
function mapTitle(basis: ReportBasis, marked: string | null, areas: boolean, locale: ReportLocale): string {
	const o = { locale };
	const subject = basis.results.find(({ region }) => region.code === marked);
	if (subject) {
		const named = { region: subject.region.name };
		if (subject.score.readinessClass === null) {
			return areas ? m.report_map_alt_region_areas_none(named, o) : m.report_map_alt_region_none(named, o);
		}
		return areas ? m.report_map_alt_region_areas(named, o) : m.report_map_alt_region(named, o);
	}
	const round = { round: basis.round.name };
	const title = areas ? m.report_map_alt_areas(round, o) : m.report_map_alt(round, o);
	return basis.options?.without.includes('ranking') ? title : `${title} ${m.report_map_alt_table({}, o)}`;
}

/** The regions as a map takes them: all, or one with the others without colour and value. */
function mapped(basis: ReportBasis, marked: string | null, areas: boolean, locale: ReportLocale) {
	const title = mapTitle(basis, marked, areas, locale);
	const regions = basis.results
		.map((result) => mapRegion(basis, result, locale))
		.map((one) =>
			marked === null || one.region.code === marked ? one : { ...one, state: 'hidden' as const, label: '' }
		);
	return { title, regions };
}

function mapRegion(basis: ReportBasis, { region, score }: ReportResult, locale: ReportLocale): MapRegion {
	const label = formatIndex(score.index, locale);
	const state = score.index === null ? 'none' : score.provisional ? 'provisional' : 'assessed';
	return {
		region,
		value: score.index,
		label,
		className: score.readinessClass,
		state,
		ariaLabel: `${region.name}, ${label}, ${className(basis, score.readinessClass, locale)}`
	};
}

function source({ round }: ReportBasis, locale: ReportLocale): string {
	return m.report_source({ round: round.name }, { locale });
}
