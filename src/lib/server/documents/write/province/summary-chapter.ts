import { indexChange } from '#lib/domain/analysis/change.ts';
import { distribution } from '#lib/domain/analysis/distribution.ts';
import { formatChange, formatIndex } from '#lib/words/format-index.ts';
import { formatDate } from '#lib/words/format-date.ts';
import { formatShare } from '#lib/words/format-share.ts';
import type { Locale } from '#lib/domain/locale.ts';
import { incomparable } from '#lib/words/incomparable.ts';
import { say } from '#lib/words/say.ts';
import { indicatorsByCode } from '../shared/assessed-findings.ts';
import { classTone } from '../shared/class-tone.ts';
import { className, predicateName } from '../shared/class-name.ts';
import { passage } from '../shared/passages.ts';
import type { Comparison } from '../shared/region-findings.ts';
import type { ProvinceReport, ReportResult } from '../types.ts';

/** Writes the findings on the whole, on a page: mean, change, range, classes, first and last regions.
 *  @param own result of the province's own government, if it is in the round */
export function summaryChapter(report: ProvinceReport, own: ReportResult | null, compared: Comparison, locale: Locale) {
	const spread = distribution(report.instrument, report.results);
	const local = report.results.filter(({ region }) => region.type !== 'province');
	const changes = local.flatMap(({ region, score }) => {
		const before = report.previous?.scores[region.code];
		return (before && indexChange(before, score)) ?? [];
	});
	const change = changes.length > 0 ? changes.reduce((sum, value) => sum + value, 0) / changes.length : null;
	const best = compared.ranking.filter(({ rank }) => rank !== null);
	const name = ({ result }: (typeof best)[number]) => ({
		name: result.region.name,
		index: formatIndex(result.score.index, locale)
	});
	return {
		index: formatIndex(compared.index.mean, locale),
		label: meanLabel(compared.index.n, local.length, locale),
		paragraphs: [
			passage(
				'summary.period',
				say(locale).report_province_period({
					start: formatDate(report.round.startsOn, locale),
					end: formatDate(report.round.endsOn, locale)
				})
			),
			...(own ? [passage('summary.own', ownSentence(report, own, locale))] : [])
		],
		facts: [
			{
				label: say(locale).report_fact_assessed({}),
				value: `${spread.classes.reduce((sum, { count }) => sum + count, 0)} / ${spread.total}`,
				note: provisionalNote(spread, locale)
			},
			{
				label: say(locale).report_fact_change_mean({}),
				value: formatChange(change, locale),
				note: changeNote(report, changes.length, locale)
			},
			{
				label: say(locale).report_fact_range({}),
				value:
					compared.index.mean === null
						? '–'
						: `${formatIndex(compared.index.min, locale)} – ${formatIndex(compared.index.max, locale)}`,
				note: null
			}
		],
		classes: [
			...spread.classes.map(({ code, count }) => ({
				name: className(report, code, locale),
				tone: classTone(report, code),
				count: String(count)
			})),
			...(spread.provisional > 0
				? [{ name: say(locale).report_legend_provisional({}), tone: null, count: String(spread.provisional) }]
				: []),
			{ name: say(locale).report_not_assessed({}), tone: null, count: String(spread.notAssessed) }
		],
		strongest: extremeIndicators(report, compared, 1, locale),
		weakest: extremeIndicators(report, compared, -1, locale),
		best: best.slice(0, 3).map(name),
		// the last ones in reverse order, without a region among first and last at once
		last: best.slice(3).slice(-3).reverse().map(name)
	};
}

function meanLabel(count: number, total: number, locale: Locale): string {
	if (count === 0) return say(locale).report_mean_of_none({ total });
	return count === total
		? say(locale).report_mean_of_all({ total })
		: say(locale).report_mean_of_regions({ count, total });
}

/** Sentence on the province's own result; its predicate and class only where it has them. */
function ownSentence(report: ProvinceReport, { region, score }: ReportResult, locale: Locale): string {
	if (score.index === null) return say(locale).report_province_own_none({});
	const shown = formatIndex(score.index, locale);
	const index = score.provisional ? say(locale).report_index_provisional({ index: shown }) : shown;
	if (score.readinessClass === null || score.predicate === null) {
		return say(locale).report_province_own_no_class({ name: region.name, index, half: formatShare(0.5, locale) });
	}
	return say(locale).report_province_own({
		name: region.name,
		index,
		predicate: predicateName(report, score.predicate, locale),
		class: className(report, score.readinessClass, locale)
	});
}

function provisionalNote(
	{ total, notAssessed, provisional: count }: ReturnType<typeof distribution>,
	locale: Locale
): string | null {
	if (count > 0) return say(locale).report_fact_provisional({ count });
	return total === notAssessed ? null : say(locale).report_fact_provisional_none({});
}

function changeNote({ previous }: ProvinceReport, count: number, locale: Locale): string {
	if (!previous) return say(locale).report_fact_no_previous({});
	if (previous.obstacle) return incomparable(previous.obstacle, previous.name, locale);
	if (count === 0) return say(locale).report_fact_change_none({});
	return say(locale).report_fact_change_of({ round: previous.name, regions: say(locale).report_n_regions({ count }) });
}

/** The three indicators with the highest (1) or lowest (−1) mean. */
function extremeIndicators(report: ProvinceReport, { indicators }: Comparison, end: 1 | -1, locale: Locale) {
	const byCode = indicatorsByCode(report);
	return [...indicators]
		.flatMap(([code, mean]) => (mean === null ? [] : [{ code, mean }]))
		.sort((a, b) => end * (b.mean - a.mean))
		.slice(0, 3)
		.map(({ code, mean }) => ({
			name: `${code} ${byCode.get(code)!.name[locale]}`,
			index: formatIndex(mean, locale)
		}));
}
