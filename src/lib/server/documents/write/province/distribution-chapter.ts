import { distribution } from '#lib/domain/analysis/distribution.ts';
import { groupMeans } from '#lib/domain/analysis/group-means.ts';
import { formatIndex } from '#lib/domain/scoring/format-index.ts';
import { m } from '#lib/paraglide/messages.js';
import { predicateName } from '../shared/class-name.ts';
import { formatShare } from '../number-format.ts';
import type { Comparison } from '../shared/region-findings.ts';
import { areaBars, classDistribution } from './province-charts.ts';
import type { ProvinceReport } from '../types.ts';
import type { ReportLocale } from '#lib/domain/document/kinds.ts';

/** How the kabupaten and kota are spread over predicates, classes, groups and types. */
export function distributionChapter(report: ProvinceReport, compared: Comparison, locale: ReportLocale) {
	const o = { locale };
	const spread = distribution(report.instrument, report.results);
	const share = (count: number) => formatShare(spread.total === 0 ? 0 : count / spread.total, locale);
	const typeNames: Record<string, string> = {
		kabupaten: m.report_col_kabupaten({}, o),
		kota: m.report_col_kota({}, o)
	};
	return {
		predicates: [
			...spread.predicates.map(({ code, count }) => ({
				name: predicateName(report, code, locale),
				count: String(count),
				share: share(count),
				bar: spread.total === 0 ? 0 : count / spread.total
			})),
			{
				name: m.report_not_assessed({}, o),
				count: String(spread.notAssessed),
				share: share(spread.notAssessed),
				bar: spread.total === 0 ? 0 : spread.notAssessed / spread.total
			}
		],
		classes: classDistribution(report, locale),
		areas: areasOf(report, locale),
		types: compared.types.map((item) => groupRow(typeNames[item.group ?? ''] ?? '–', item, locale))
	};
}

/** By the groups of the province; null where its regions are in none. */
function areasOf(report: ProvinceReport, locale: ReportLocale) {
	const o = { locale };
	const grouping = report.province.grouping?.[locale];
	if (grouping === undefined) return null;
	return {
		heading: m.report_by_area({ grouping }, o),
		caption: m.report_table_area({ grouping }, o),
		chart: areaBars(report, locale),
		rows: groupMeans(report.results, 'area').map((item) =>
			groupRow(item.group ?? m.report_no_area({ grouping }, o), item, locale)
		)
	};
}

function groupRow(name: string, item: ReturnType<typeof groupMeans>[number], locale: ReportLocale) {
	return {
		name,
		count: `${item.n} / ${item.total}`,
		mean: formatIndex(item.mean, locale),
		min: formatIndex(item.min, locale),
		max: formatIndex(item.max, locale)
	};
}
