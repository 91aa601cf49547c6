import type { Instrument } from '#lib/domain/instrument/types.ts';
import type { Explanation } from '#lib/domain/scoring/explain.ts';
import { formatDifference, formatIndex } from '#lib/words/format-index.ts';
import { formatWeight } from '#lib/words/format-share.ts';
import type { Locale } from '#lib/domain/locale.ts';
import type { Track } from '#lib/domain/workflow/types.ts';
import { say } from '#lib/words/say.ts';
import { indicatorsByCode } from './assessed-findings.ts';
import { className } from './class-name.ts';
import { domainFinding } from './domain-finding.ts';
import { evidenceList } from './evidence-list.ts';
import { caption, passage } from './passages.ts';
import { planChapter } from './plan-rows.ts';
import { domainRadar, type Means, type RadarWords } from './radar-charts.ts';
import type { RegionReport, ReportResult } from '../types.ts';

/** Number of indicators in the gap chapter; more only when more gates block the next class. */
const LARGEST_GAPS = 8;

/** Gives the sentence in place of figures while there is no index; null once there is one.
 *  @param none sentence where nothing is answered */
export function emptyNote(
	{ official }: RegionReport,
	{ score }: ReportResult,
	none: string,
	locale: Locale
): string | null {
	if (score.index !== null) return null;
	return Object.keys(official).length === 0 ? none : say(locale).report_nothing_scored({});
}

/** The region or agency that the report is about. */
interface Assessed {
	result: ReportResult;
	/** Means of the others, for comparison. */
	means: Means;
	explanation: Explanation;
	/** Names of the two in the drawing. */
	words: RadarWords;
}

/** Writes the chapters that the reports on a region and on an agency share: domains, indicators, gaps, plan,
 *  evidence. */
export function assessedChapters(
	report: RegionReport,
	{ result, means, explanation, words }: Assessed,
	locale: Locale
) {
	const { instrument } = report;
	const whole = explanation.parents[0]!;
	const highest = Math.max(...instrument.levels.map(({ level }) => level));
	const number = (value: number | null | undefined) => formatIndex(value ?? null, locale);

	const domains = instrument.domains.map((domain, position) => {
		const part = whole.children[position]!;
		const shown = explanation.domains[position]!;
		const mean = means.domains.get(domain.code) ?? null;
		return {
			code: domain.code,
			name: domain.name[locale],
			description: domain.description?.[locale] ?? null,
			weight: shown.share === null ? '–' : formatWeight(shown.share, locale),
			value: part.value,
			index: number(part.value),
			share: part.value === null ? null : part.value / highest,
			mean: number(mean),
			tick: mean === null ? null : mean / highest,
			difference: formatDifference(part.value, mean, locale),
			contribution: number(shown.contribution)
		};
	});

	return {
		'top-level': highest,
		domains: {
			finding: caption('domains.finding', domainFinding(domains, locale)),
			radar: result.score.index === null ? null : domainRadar(report, { result, means, words }, locale),
			rows: domains,
			total: { index: number(result.score.index), mean: number(means.index) },
			'gates-lead': passage('domains.gates', say(locale).report_gates_lead({})),
			'gate-head': classesWithGates(report).map(({ code, minGate }) =>
				say(locale).report_gate_asked({ class: className(report, code, locale), level: minGate! })
			),
			gates: gateRows(report, result.score.gates, locale)
		},
		indicators: instrument.domains.map((domain, position) => ({
			code: domain.code,
			name: domain.name[locale],
			description: domain.description?.[locale] ?? null,
			index: domains[position]!.index,
			mean: domains[position]!.mean,
			rows: domain.indicators.map((indicator) => {
				const answer = report.official[indicator.code];
				return {
					code: indicator.code,
					name: indicator.name[locale],
					gate: indicator.gate,
					level: answer?.level ?? null,
					na: answer?.notApplicable ?? false,
					'level-name': levelName(report, answer, locale),
					...selfLevel(report, indicator.code, locale),
					mean: number(means.indicators.get(indicator.code)),
					track: answer ? trackName(instrument, answer.track, locale) : null,
					justification: answer?.justification.trim() || say(locale).report_no_justification({})
				};
			})
		})),
		gaps: gapChapter(report, explanation, locale),
		plan: planChapter(report, report.plan, locale),
		evidence: evidenceList(report, locale)
	};
}

function levelName(report: RegionReport, answer: RegionReport['official'][string] | undefined, locale: Locale) {
	if (answer?.notApplicable) return say(locale).report_na({});
	const level = report.instrument.levels.find((candidate) => candidate.level === answer?.level);
	return level ? level.name[locale] : say(locale).report_unanswered({});
}

/** The region's own level, and whether the official one is another. */
function selfLevel({ self, official }: RegionReport, code: string, locale: Locale) {
	const own = self[code];
	const answer = official[code];
	if (own === undefined) return { self: '–', differs: false };
	const differs = answer !== undefined && own !== (answer.notApplicable ? 'na' : answer.level);
	return { self: own === 'na' ? say(locale).report_na_short({}) : String(own), differs };
}

function trackName({ unit }: Instrument, track: Track, locale: Locale): string {
	if (track === 'self') return say(locale).report_track_self({});
	if (track === 'assessor') return say(locale).report_track_assessor({});
	return unit === 'agency' ? say(locale).report_track_final_agency({}) : say(locale).report_track_final({});
}

function classesWithGates({ instrument }: RegionReport) {
	return instrument.classes.filter(({ minGate }) => minGate !== null);
}

/** Each gate, and whether it meets the requirement of each class. */
function gateRows(report: RegionReport, gates: Record<string, number | null>, locale: Locale) {
	const asked = classesWithGates(report);
	return [...indicatorsByCode(report).values()]
		.filter(({ gate }) => gate)
		.map((indicator) => {
			const applies = indicator.code in gates;
			const level = gates[indicator.code] ?? null;
			return {
				code: indicator.code,
				name: indicator.name[locale],
				level,
				text: !applies ? say(locale).report_na({}) : level === null ? say(locale).report_unanswered({}) : String(level),
				classes: asked.map(({ minGate }) => {
					const met = !applies || (level !== null && level >= minGate!);
					return { met, text: met ? say(locale).report_gate_met({}) : say(locale).report_gate_missed({}) };
				})
			};
		});
}

function gapChapter(report: RegionReport, explanation: Explanation, locale: Locale) {
	const rows = gapRows(report, explanation, locale);
	const lead = rows.length === 0 ? say(locale).report_gap_none({}) : say(locale).report_gap_lead({});
	return { lead: passage('gaps.lead', lead), rows };
}

/** Gates that block the next class, then the indicators whose next level adds most to the index. */
function gapRows(report: RegionReport, { classes, score, nextLevels }: Explanation, locale: Locale) {
	const position = classes.findIndex(({ code }) => code === score.readinessClass);
	const next = classes[(position < 0 ? classes.length : position) - 1];
	const blocking = new Set(next?.gates.map(({ indicator }) => indicator));
	const largest = [...nextLevels].sort((a, b) => b.gain - a.gain);
	const gates = largest.filter(({ indicator }) => blocking.has(indicator));
	const others = largest.filter(({ indicator }) => !blocking.has(indicator));
	const chosen = [...gates, ...others.slice(0, Math.max(0, LARGEST_GAPS - gates.length))];
	const byCode = indicatorsByCode(report);
	return chosen.map(({ indicator: code, from, to, index }) => {
		const indicator = byCode.get(code)!;
		return {
			code,
			name: indicator.name[locale],
			blocking: blocking.has(code),
			from,
			to,
			gain: formatDifference(index, score.index, locale),
			now: indicator.levels[from]!.criteria[locale],
			next: indicator.levels[to]!.criteria[locale],
			evidence: indicator.levels[to]!.evidence[locale]
		};
	});
}
