import type { Standing, Standings } from '#lib/domain/analysis/strengths.ts';
import type { Indicator } from '#lib/domain/instrument/types.ts';
import type { Explanation } from '#lib/domain/scoring/explain.ts';
import { formatBelow, formatDifference, formatIndex } from '#lib/domain/scoring/format-index.ts';
import { m } from '#lib/paraglide/messages.js';
import { meaningFor } from '#lib/words/class-meaning.ts';
import { classTone } from './class-tone.ts';
import { className, predicateName } from './class-name.ts';
import { formatCompleteness, formatShare } from '../number-format.ts';
import { type Passage, passage } from './passages.ts';
import type { ReportBasis, ReportResult } from '../types.ts';
import type { ReportLocale } from '#lib/domain/document/kinds.ts';

/** Every indicator by its code. */
export function indicatorsByCode(basis: ReportBasis): Map<string, Indicator> {
	return new Map(
		basis.instrument.domains.flatMap((domain) => domain.indicators).map((indicator) => [indicator.code, indicator])
	);
}

/** What is said of whoever was assessed: index, class and what blocks the next, strengths, gaps.
 *  @param place what the keys of its passages begin with */
export function assessedFindings(
	basis: ReportBasis,
	{ score }: ReportResult,
	standings: Standings,
	locale: ReportLocale,
	explanation: Explanation,
	place: string
) {
	const o = { locale };
	const byCode = indicatorsByCode(basis);
	const gaps = standings.gaps.length > 0 ? standings.gaps : standings.largestOpen;
	const say = (standing: Standing) => ({
		code: standing.indicator,
		name: byCode.get(standing.indicator)!.name[locale],
		level: standing.level,
		text: levelText(basis, standing, locale)
	});
	return {
		index: formatIndex(score.index, locale),
		predicate: predicateName(basis, score.predicate, locale),
		class: className(basis, score.readinessClass, locale),
		tone: classTone(basis, score.readinessClass),
		provisional:
			score.provisional && score.index !== null
				? m.report_provisional({ completeness: formatCompleteness(score.completeness, locale) }, o)
				: null,
		blockers: blockers(basis, explanation, `${place}.next`, locale),
		strengths: standings.strengths.map(say),
		gaps: gaps.map(say)
	};
}

function levelText({ instrument }: ReportBasis, { level, mean }: Standing, locale: ReportLocale): string {
	const o = { locale };
	if (mean === null) return m.report_level({ level }, o);
	const compared = { level, mean: formatIndex(mean, locale) };
	return instrument.unit === 'agency'
		? m.report_level_against_mean_agency(compared, o)
		: m.report_level_against_mean(compared, o);
}

/** What the class that was reached means, or why there is none. */
export function classMeaning(basis: ReportBasis, result: ReportResult, place: string, locale: ReportLocale): Passage {
	const reached = basis.instrument.classes.find(({ code }) => code === result.score.readinessClass);
	return passage(
		`${place}.meaning`,
		reached ? meaningFor(basis.instrument, reached, result.score.gates, locale) : missingClass(result, locale)
	);
}

/** Why there is no class: too few answers, or none that has a level. */
function missingClass({ score }: ReportResult, locale: ReportLocale): string {
	return score.completeness < 0.5
		? m.report_no_class({ half: formatShare(0.5, locale) }, { locale })
		: m.report_no_class_no_level({}, { locale });
}

/** The change since the round before, with its index. */
export function changeFact(
	{ previous }: ReportBasis,
	{ region, score }: Pick<ReportResult, 'region' | 'score'>,
	locale: ReportLocale
) {
	const o = { locale };
	const before = previous?.scores[region.code]?.index ?? null;
	return {
		label: m.report_fact_change({}, o),
		value: formatDifference(score.index, before, locale),
		note:
			before === null || !previous
				? m.report_fact_no_previous({}, o)
				: m.report_fact_previous({ round: previous.name, index: formatIndex(before, locale) }, o)
	};
}

/** What keeps it out of the next better class, as sentences; one sentence when it is in the best. */
function blockers(basis: ReportBasis, { score, classes }: Explanation, place: string, locale: ReportLocale): Passage[] {
	const o = { locale };
	if (score.index === null) return [];
	const position = classes.findIndex(({ code }) => code === score.readinessClass);
	if (position === 0) {
		const best = Object.keys(score.gates).length > 0 ? m.report_best_class_gates({}, o) : m.report_best_class({}, o);
		return [passage(`${place}.best`, best)];
	}
	const next = classes[(position < 0 ? classes.length : position) - 1];
	if (!next) return [];
	const minIndex = basis.instrument.classes.find(({ code }) => code === next.code)!.minIndex;
	const lines: Passage[] = [];
	if (next.indexShort) {
		const exact = formatBelow(score.index, minIndex, locale);
		const asked = { class: className(basis, next.code, locale), required: formatIndex(minIndex, locale) };
		const short = formatDifference(minIndex, score.index, locale).replace('+', '');
		lines.push(
			passage(
				`${place}.index`,
				exact === null
					? m.report_blocked_by_index({ ...asked, short }, o)
					: m.report_just_blocked_by_index({ ...asked, exact }, o)
			)
		);
	}
	for (const gate of next.gates) {
		const name = indicatorsByCode(basis).get(gate.indicator)!.name[locale];
		const named = { class: className(basis, next.code, locale), code: gate.indicator, name, required: gate.required };
		lines.push(
			passage(
				`${place}.${gate.indicator}`,
				gate.level === null
					? m.report_blocked_by_unanswered(named, o)
					: m.report_blocked_by_gate({ ...named, level: gate.level }, o)
			)
		);
	}
	return lines;
}
