import { distribution } from '#lib/domain/analysis/distribution.ts';
import { groupMeans } from '#lib/domain/analysis/group-means.ts';
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
	const spread = distribution(report.instrument, report.results);
	const share = (count: number) => formatShare(spread.total === 0 ? 0 : count / spread.total, locale);
	const row = (name: string, count: number) => ({
		name,
		count: String(count),
		share: share(count),
		bar: spread.total === 0 ? 0 : count / spread.total
	});
	const typeNames: Record<string, string> = {
		kabupaten: say(locale).report_col_kabupaten({}),
		kota: say(locale).report_col_kota({})
	};
	return {
		predicates: [
			...spread.predicates.map(({ code, count }) => row(predicateName(report, code, locale), count)),
			...(spread.provisional > 0 ? [row(say(locale).report_legend_provisional({}), spread.provisional)] : []),
			row(say(locale).report_not_assessed({}), spread.notAssessed)
		],
		classes: classDistribution(report, locale),
		areas: areasOf(report, locale),
		types: compared.types.map((item) => groupRow(typeNames[item.group ?? ''] ?? '–', item, locale))
	};
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
