import { indexBefore } from '#lib/domain/analysis/change.ts';
import { joinNames } from '#lib/words/join-names.ts';
import { formatDifference, formatIndex } from '#lib/words/format-index.ts';
import { formatCount } from '#lib/words/format-count.ts';
import { formatBand } from '#lib/words/format-rank.ts';
import type { Locale } from '#lib/domain/locale.ts';
import { incomparable } from '#lib/words/incomparable.ts';
import { say } from '#lib/words/say.ts';
import { classTone } from '../shared/class-tone.ts';
import { className, predicateName } from '../shared/class-name.ts';
import { caption, passage } from '../shared/passages.ts';
import type { Comparison } from '../shared/region-findings.ts';
import { rankingBars } from './province-charts.ts';
import type { ProvinceReport } from '../types.ts';

/** The mean of doubles may lie a little below an index that equals it. */
const ROUNDING = 1e-9;
/** Regions named beside each other with the same index in front; more than these are counted. */
const NAMED_LEADERS = 3;

/** Writes the ranking: its leaders, its certainty, and the order itself. */
export function rankingChapter(report: ProvinceReport, compared: Comparison, locale: Locale) {
	const { previous } = report;
	const finding = caption('ranking.finding', rankingFinding(compared, locale));
	const robustness = robustnessSentence(report, locale);
	return {
		finding,
		robustness: robustness === null ? null : passage('ranking.robustness', robustness),
		chart: compared.index.n > 0 ? rankingBars(report, compared, finding, locale) : null,
		rows: rankingRows(report, compared, locale),
		/** Reason why no change is given; null where there are changes, or no round before. */
		incomparable: previous?.obstacle ? `${incomparable(previous.obstacle, previous.name, locale)}.` : null
	};
}

function rankingFinding({ ranking, index }: Comparison, locale: Locale): string {
	const leaders = ranking.filter(({ rank }) => rank === 1).map(({ result }) => result);
	const [first] = leaders;
	if (!first) return say(locale).report_nothing_assessed_province({});
	const shown = formatIndex(first.score.index, locale);
	if (index.n === 1) return say(locale).report_ranking_only({ name: first.region.name, index: shown });
	if (leaders.length === index.n) return say(locale).report_ranking_equal({ index: shown });
	const names =
		leaders.length > NAMED_LEADERS
			? say(locale).report_ranking_many({ count: leaders.length })
			: joinNames(
					leaders.map(({ region }) => region.name),
					locale
				);
	return say(locale).report_ranking_finding({
		names,
		leaders: leaders.length,
		index: shown,
		above: ranking.filter(({ rank, result }) => rank !== null && result.score.index! > index.mean! + ROUNDING).length,
		count: index.n,
		mean: formatIndex(index.mean, locale)
	});
}

/** Sentence on the certainty of the ranking when its assumptions are varied; null where that is not known. */
function robustnessSentence({ robustness, results }: ProvinceReport, locale: Locale): string | null {
	const count = Object.keys(robustness?.regions ?? {}).length;
	if (!robustness || count < 2) return null;
	const nameOf = (code: string) => results.find(({ region }) => region.code === code)?.region.name ?? '';
	const { groups } = robustness;
	const runs = formatCount(robustness.runs, locale);
	if (groups.length === 1) return say(locale).report_robustness_one_group({ runs, count });
	const front = groups[0]!;
	const size = Math.max(...groups.map((group) => group.length));
	if (size === 1) return say(locale).report_robustness_all_apart({ runs, count });
	return [
		say(locale).report_robustness_groups({ runs, count, groups: groups.length }),
		front.length === 1
			? say(locale).report_robustness_alone({ first: nameOf(front[0]!) })
			: say(locale).report_robustness_front({ first: front.length }),
		...(size > front.length ? [say(locale).report_robustness_largest({ size })] : [])
	].join(' ');
}

function rankingRows(report: ProvinceReport, { ranking }: Comparison, locale: Locale) {
	return ranking.map(({ rank, result: { region, score } }) => {
		const before = indexBefore(report.previous?.scores[region.code], score);
		return {
			rank: rank === null ? '–' : String(rank),
			name: region.name,
			value: score.index,
			index: formatIndex(score.index, locale) + (score.provisional && score.index !== null ? '*' : ''),
			predicate: predicateName(report, score.predicate, locale),
			class: className(report, score.readinessClass, locale),
			tone: classTone(report, score.readinessClass),
			...bandCells(report, region.code, locale),
			change: formatDifference(score.index, before, locale)
		};
	});
}

function bandCells({ robustness }: ProvinceReport, code: string, locale: Locale) {
	const found = robustness?.regions[code];
	if (!robustness || !found) return { median: '–', band: '–', group: '–' };
	return {
		median: formatCount(found.medianRank, locale),
		band: formatBand(...found.rankBand),
		group: String(robustness.groups.findIndex((group) => group.includes(code)) + 1)
	};
}
