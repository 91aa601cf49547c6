import { distribution } from '#lib/domain/analysis/distribution.ts';
import { groupMeans } from '#lib/domain/analysis/group-means.ts';
import { formatIndex } from '#lib/words/format-index.ts';
import { formatShare } from '#lib/words/format-share.ts';
import type { Locale } from '#lib/domain/locale.ts';
import { say } from '#lib/words/say.ts';
import { predicateName } from '../shared/class-name.ts';
import type { Comparison } from '../shared/region-findings.ts';
import { bakorwilBars, classDistribution } from './province-charts.ts';
import type { ProvinceReport } from '../types.ts';

/** How the kabupaten and kota are spread over predicates, classes, Bakorwil and types. */
export function distributionChapter(report: ProvinceReport, compared: Comparison, locale: Locale) {
	const spread = distribution(report.instrument, report.results);
	const share = (count: number) => formatShare(spread.total === 0 ? 0 : count / spread.total, locale);
	const typeNames: Record<string, string> = {
		kabupaten: say(locale).report_col_kabupaten({}),
		kota: say(locale).report_col_kota({})
	};
	const group = (name: string, item: ReturnType<typeof groupMeans>[number]) => ({
		name,
		count: `${item.n} / ${item.total}`,
		mean: formatIndex(item.mean, locale),
		min: formatIndex(item.min, locale),
		max: formatIndex(item.max, locale)
	});
	return {
		predicates: [
			...spread.predicates.map(({ code, count }) => ({
				name: predicateName(report, code, locale),
				count: String(count),
				share: share(count),
				bar: spread.total === 0 ? 0 : count / spread.total
			})),
			{
				name: say(locale).report_not_assessed({}),
				count: String(spread.notAssessed),
				share: share(spread.notAssessed),
				bar: spread.total === 0 ? 0 : spread.notAssessed / spread.total
			}
		],
		classes: classDistribution(report, locale),
		'bakorwil-chart': bakorwilBars(report, locale),
		bakorwil: groupMeans(report.results, 'bakorwil').map((item) =>
			group(item.group ?? say(locale).report_no_bakorwil({}), item)
		),
		types: compared.types.map((item) => group(typeNames[item.group ?? ''] ?? '–', item))
	};
}
