import { weakestIndicators } from '#lib/domain/analysis/group-means.ts';
import type { Indicator } from '#lib/domain/instrument/types.ts';
import { formatIndex } from '#lib/words/format-index.ts';
import type { Locale } from '#lib/domain/locale.ts';
import { say } from '#lib/words/say.ts';
import { indicatorsByCode } from '../shared/assessed-findings.ts';
import { passage } from '../shared/passages.ts';
import type { ProvinceReport } from '../types.ts';

const WEAKEST = 10;

/** Lists the indicators with the lowest mean, and the criteria that most regions still have to meet. */
export function weakestChapter(report: ProvinceReport, locale: Locale) {
	return {
		lead: passage('weakest.lead', say(locale).report_weakest_lead({})),
		rows: weakestRows(report, locale)
	};
}

function weakestRows(report: ProvinceReport, locale: Locale) {
	const byCode = indicatorsByCode(report);
	const local = report.results.filter(({ region }) => region.type !== 'province');
	return weakestIndicators(report.instrument, report.results, WEAKEST).map(({ code, mean, n }) => {
		const indicator = byCode.get(code)!;
		const low = local.filter(({ answers }) => typeof answers[code] === 'number' && answers[code] <= 2).length;
		return {
			code,
			name: indicator.name[locale],
			gate: indicator.gate,
			mean: formatIndex(mean, locale),
			low: `${low} / ${n}`,
			next: missedCriteria(
				indicator,
				local.map(({ answers }) => answers[code]),
				locale
			)
		};
	});
}

/** Criteria of the lowest level that more than half of the regions with a level have not reached. */
function missedCriteria(indicator: Indicator, answers: readonly unknown[], locale: Locale): string {
	const reached = answers.filter((answer): answer is number => typeof answer === 'number');
	const next = Object.keys(indicator.levels)
		.map(Number)
		.sort((a, b) => a - b)
		.find((level) => reached.filter((one) => one < level).length > reached.length / 2);
	return next === undefined ? '–' : `${next}: ${indicator.levels[next]!.criteria[locale]}`;
}
