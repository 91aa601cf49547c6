import { indexBefore } from '#lib/domain/analysis/change.ts';
import type { Standing, Standings } from '#lib/domain/analysis/strengths.ts';
import type { Indicator } from '#lib/domain/instrument/types.ts';
import type { Explanation } from '#lib/domain/scoring/explain.ts';
import { basisSentence } from '#lib/words/basis-sentence.ts';
import { formatBelow, formatDifference, formatIndex } from '#lib/words/format-index.ts';
import { formatCompleteness, formatShare } from '#lib/words/format-share.ts';
import type { Locale } from '#lib/domain/locale.ts';
import { incomparable } from '#lib/words/incomparable.ts';
import { say } from '#lib/words/say.ts';
import { meaningFor } from '#lib/words/class-meaning.ts';
import { classTone } from './class-tone.ts';
import { className, predicateName } from './class-name.ts';
import { type Passage, passage } from './passages.ts';
import type { ReportBasis, ReportResult } from '../types.ts';

/** Indexes the indicators by their code. */
export function indicatorsByCode(basis: ReportBasis): Map<string, Indicator> {
	return new Map(
		basis.instrument.domains.flatMap((domain) => domain.indicators).map((indicator) => [indicator.code, indicator])
	);
}

interface Found {
	result: ReportResult;
	standings: Standings;
	explanation: Explanation;
	/** Beginning of the keys of its passages. */
	place: string;
}

/** Writes the findings on the region or agency: index, class and its blockers, strengths, gaps. */
export function assessedFindings(
	basis: ReportBasis,
	{ result: { score }, standings, explanation, place }: Found,
	locale: Locale
) {
	const byCode = indicatorsByCode(basis);
	const gaps = standings.gaps.length > 0 ? standings.gaps : standings.largestOpen;
	const shown = (standing: Standing) => ({
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
		provisional: score.provisional && score.index !== null ? provisionalSentence(score, locale) : null,
		blockers: blockers(basis, explanation, `${place}.next`, locale),
		strengths: standings.strengths.map(shown),
		gaps: gaps.map(shown)
	};
}

function levelText({ instrument }: ReportBasis, { level, mean }: Standing, locale: Locale): string {
	if (mean === null) return say(locale).report_level({ level });
	const compared = { level, mean: formatIndex(mean, locale) };
	return instrument.unit === 'agency'
		? say(locale).report_level_against_mean_agency(compared)
		: say(locale).report_level_against_mean(compared);
}

/** Says that a result is provisional and what it rests on; a document that was issued before results told that says the
 *  first alone. */
function provisionalSentence({ completeness, basis }: ReportResult['score'], locale: Locale): string {
	const sentence = say(locale).report_provisional({ completeness: formatCompleteness(completeness, locale) });
	return basis ? `${sentence} ${say(locale).report_basis({ basis: basisSentence(basis, locale) })}` : sentence;
}

/** Gives the meaning of the class that was reached, or the reason why there is none. */
export function classMeaning(basis: ReportBasis, result: ReportResult, place: string, locale: Locale): Passage {
	const reached = basis.instrument.classes.find(({ code }) => code === result.score.readinessClass);
	return passage(
		`${place}.meaning`,
		reached ? meaningFor(basis.instrument, reached, result.score.gates, locale) : missingClass(result, locale)
	);
}

/** Reason why there is no class: too few answers, or none that has a level. */
function missingClass({ score }: ReportResult, locale: Locale): string {
	return score.completeness < 0.5
		? say(locale).report_no_class({ half: formatShare(0.5, locale) })
		: say(locale).report_no_class_no_level({});
}

/** Gives the change since the round before, with the index of that round. */
export function changeFact(
	{ previous }: ReportBasis,
	{ region, score }: Pick<ReportResult, 'region' | 'score'>,
	locale: Locale
) {
	const then = previous?.scores[region.code];
	const before = indexBefore(then, score);
	const isApart = !!then && then.index !== null && score.index !== null;
	return {
		label: say(locale).report_fact_change({}),
		value: formatDifference(score.index, before, locale),
		note:
			before === null && isApart ? say(locale).report_fact_provisional_change({}) : changeNote(previous, before, locale)
	};
}

function changeNote(previous: ReportBasis['previous'], before: number | null, locale: Locale): string {
	if (previous?.obstacle) return incomparable(previous.obstacle, previous.name, locale);
	return before === null || !previous
		? say(locale).report_fact_no_previous({})
		: say(locale).report_fact_previous({ round: previous.name, index: formatIndex(before, locale) });
}

/** Blockers of the next better class, as sentences; one sentence when the subject is in the best. */
function blockers(basis: ReportBasis, { score, classes }: Explanation, place: string, locale: Locale): Passage[] {
	if (score.index === null) return [];
	const position = classes.findIndex(({ code }) => code === score.readinessClass);
	if (position === 0) {
		const best =
			Object.keys(score.gates).length > 0 ? say(locale).report_best_class_gates({}) : say(locale).report_best_class({});
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
					? say(locale).report_blocked_by_index({ ...asked, short })
					: say(locale).report_just_blocked_by_index({ ...asked, exact })
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
					? say(locale).report_blocked_by_unanswered(named)
					: say(locale).report_blocked_by_gate({ ...named, level: gate.level })
			)
		);
	}
	return lines;
}
