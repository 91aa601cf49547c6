import { barChart, type BarRow } from '#lib/charts/bar-chart.ts';
import { distributionBar } from '#lib/charts/distribution-bar.ts';
import { printPaint } from '#lib/charts/paint.ts';
import { rankingChart } from '#lib/charts/ranking-chart.ts';
import { distribution } from '#lib/domain/analysis/distribution.ts';
import { groupMeans, indexMean } from '#lib/domain/analysis/group-means.ts';
import { joinNames } from '#lib/words/join-names.ts';
import type { Locale } from '#lib/domain/locale.ts';
import { formatIndex } from '#lib/words/format-index.ts';
import { shortName } from '#lib/domain/geography/region-name.ts';
import { say } from '#lib/words/say.ts';
import { type Chart, drawn, mapRegion, source } from '../shared/chart.ts';
import { className } from '../shared/class-name.ts';
import { caption, type Passage } from '../shared/passages.ts';
import type { Comparison } from '../shared/region-findings.ts';
import type { ReportBasis } from '../types.ts';

/** Draws all kabupaten and kota, best first, with lines where the classes begin. */
export function rankingBars(basis: ReportBasis, { ranking }: Comparison, finding: Passage, locale: Locale): Chart {
	const title = say(locale).report_ranking_alt({});
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
	return { svg, alt: title, finding, caption: say(locale).report_ranking_caption({ source: source(basis, locale) }) };
}

/** Draws the number of regions in each class. */
export function classDistribution(basis: ReportBasis, locale: Locale): Chart {
	const spread = distribution(basis.instrument, basis.results);
	const title = say(locale).report_distribution_alt({});
	const svg = distributionBar({
		id: 'distribution',
		title,
		paint: printPaint,
		classes: spread.classes.map(({ code, count }) => ({ code, count, label: className(basis, code, locale) })),
		provisional: { label: say(locale).report_legend_provisional({}), count: spread.provisional },
		notAssessed: { label: say(locale).report_not_assessed({}), count: spread.notAssessed }
	});
	const finding = caption('distribution.classes', distributionFinding(basis, locale));
	return { svg, alt: title, finding, caption: source(basis, locale) };
}

/** The class that most regions are in; all such classes where several hold as many. */
function distributionFinding(basis: ReportBasis, locale: Locale): string {
	const { classes, total } = distribution(basis.instrument, basis.results);
	const count = Math.max(...classes.map((item) => item.count));
	if (count === 0) return say(locale).report_map_finding_none({});
	const largest = classes.filter((item) => item.count === count).map(({ code }) => className(basis, code, locale));
	if (largest.length > 1) {
		return say(locale).report_distribution_finding_tie({ classes: joinNames(largest, locale), count, total });
	}
	const name = largest[0]!;
	return count === total && total > 1
		? say(locale).report_distribution_finding_all({ total, class: name })
		: say(locale).report_distribution_finding({ class: name, count, total });
}

/** Draws the mean index by group of the province's grouping, with the mean of all as the reference; null when no
 *  region belongs to one. */
export function areaBars(basis: ReportBasis, locale: Locale) {
	const grouping = basis.province.grouping?.[locale];
	if (grouping === undefined) return null;
	const groups = groupMeans(basis.results, 'area').filter(({ group }) => group !== null);
	if (groups.length === 0) return null;
	const all = indexMean(basis.results).mean;
	const title = say(locale).report_area_alt({ grouping });
	const rows = groups.map(({ group, mean }): BarRow => ({
		code: '',
		label: group!,
		value: mean,
		valueLabel: mean === null ? say(locale).report_not_assessed({}) : formatIndex(mean, locale),
		reference: all
	}));
	const svg = barChart(rows, {
		id: 'area',
		title,
		paint: printPaint,
		from: 0,
		to: Math.max(...basis.instrument.levels.map(({ level }) => level)),
		referenceLabel: say(locale).report_mean_label({})
	});
	return {
		svg,
		alt: title,
		finding: caption('distribution.area', areaFinding(groups, grouping, locale)),
		caption: source(basis, locale),
		/** Values of the bars, the reference last. */
		bars: [
			...rows.map(({ label, value }) => ({ name: label, value })),
			{ name: say(locale).report_mean_label({}), value: all }
		]
	};
}

function areaFinding(groups: ReturnType<typeof groupMeans>, grouping: string, locale: Locale): string {
	const valued = groups
		.filter(({ mean }) => mean !== null)
		.sort((a, b) => b.mean! - a.mean!)
		.map(({ group, mean }) => ({ name: group!, shown: formatIndex(mean, locale) }));
	if (valued.length < 2) return say(locale).report_area_finding_plain({ grouping });
	const [high, low] = [valued[0]!.shown, valued.at(-1)!.shown];
	if (high === low) {
		return valued.length === groups.length
			? say(locale).report_area_finding_equal({ grouping, index: high })
			: say(locale).report_area_finding_plain({ grouping });
	}
	// the table's order decides, whichever of them lies ahead in digits that are not shown
	const named = (wanted: string) =>
		joinNames(
			groups
				.map(({ group }) => group!)
				.filter((name) => valued.some((item) => item.name === name && item.shown === wanted)),
			locale
		);
	return say(locale).report_area_finding({ grouping, best: named(high), high, worst: named(low), low });
}
