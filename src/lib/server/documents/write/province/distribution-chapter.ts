import { distribution } from '#lib/domain/analysis/distribution.ts';
import { groupMeans } from '#lib/domain/analysis/group-means.ts';
import { shownShares } from '#lib/domain/scoring/shown-shares.ts';
import { formatIndex } from '#lib/words/format-index.ts';
import { formatShare } from '#lib/words/format-share.ts';
import type { Locale } from '#lib/domain/locale.ts';
import { say } from '#lib/words/say.ts';
import { predicateName } from '../shared/class-name.ts';
import type { Comparison } from '../shared/region-findings.ts';
import { areaBars, classDistribution } from './province-charts.ts';
import type { ProvinceReport } from '../types.ts';

/** Writes the distribution of the kabupaten and kota over predicates, classes, groups and types. */
export function distributionChapter(report: ProvinceReport, compared: Comparison, locale: Locale) {
	const typeNames: Record<string, string> = {
		kabupaten: say(locale).report_col_kabupaten({}),
		kota: say(locale).report_col_kota({})
	};
	return {
		predicates: predicateRows(report, locale),
		classes: classDistribution(report, locale),
		areas: areasOf(report, locale),
		types: compared.types.map((item) => groupRow(typeNames[item.group ?? ''] ?? '–', item, locale))
	};
}

/** Regions of each predicate and those without; the shares are parts of one whole, which they add up to. */
function predicateRows(report: ProvinceReport, locale: Locale) {
	const { predicates, provisional, notAssessed } = distribution(report.instrument, report.results);
	const counted = [
		...predicates.map(({ code, count }) => ({ name: predicateName(report, code, locale), count })),
		...(provisional > 0 ? [{ name: say(locale).report_legend_provisional({}), count: provisional }] : []),
		{ name: say(locale).report_not_assessed({}), count: notAssessed }
	];
	const shares = shownShares(counted.map(({ count }) => count));
	return counted.map(({ name, count }, at) => ({
		name,
		count: String(count),
		share: formatShare(shares[at]!, locale),
		bar: shares[at]!
	}));
}

/** Distribution over the groups of the province; null where its regions are in none. */
function areasOf(report: ProvinceReport, locale: Locale) {
	const grouping = report.province.grouping?.[locale];
	if (grouping === undefined) return null;
	return {
		heading: say(locale).report_by_area({ grouping }),
		caption: say(locale).report_table_area({ grouping }),
		chart: areaBars(report, locale),
		rows: groupMeans(report.results, 'area').map((item) =>
			groupRow(item.group ?? say(locale).report_no_area({ grouping }), item, locale)
		)
	};
}

function groupRow(name: string, item: ReturnType<typeof groupMeans>[number], locale: Locale) {
	return {
		name,
		count: `${item.n} / ${item.total}`,
		mean: formatIndex(item.mean, locale),
		min: formatIndex(item.min, locale),
		max: formatIndex(item.max, locale)
	};
}
