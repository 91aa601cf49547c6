import { changeSince, indexBefore } from '#lib/domain/analysis/change.ts';
import type { Locale } from '#lib/domain/locale.ts';
import { domainMeans, indexMean, indicatorMeans } from '#lib/domain/analysis/group-means.ts';
import { FEWEST_PEERS } from '#lib/domain/analysis/mean.ts';
import { type Standing, strengthsAndGaps } from '#lib/domain/analysis/strengths.ts';
import type { Assessed, Mean } from '#lib/domain/analysis/types.ts';
import type { Instrument } from '#lib/domain/instrument/types.ts';
import type { Grouping } from '#lib/domain/province/types.ts';
import { explain } from '#lib/domain/scoring/explain.ts';
import { say } from '#lib/words/say.ts';
import { meaningFor, meaningOf } from '#lib/words/class-meaning.ts';
import type { Assessment } from '#lib/server/rounds/assessment/find-assessment.ts';
import { readAnswers } from '#lib/server/rounds/assessment/read-answers.ts';
import { resultOf, scoreRound, toAssessed } from '#lib/server/rounds/assessment/results.ts';
import { reachOf, type Viewer } from '#lib/server/people/access/access.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { findRoundBefore } from '#lib/server/rounds/round/round-before.ts';
import { roundProvince } from '#lib/server/rounds/round/round-content.ts';
import { officialRows } from '#lib/server/rounds/assessment/official-rows.ts';

/** Reads the result of an assessment with its explanation: contributions, gates, means of the others, the round
 *  before. Callers have checked that the viewer may read it. */
export function readResultPage(db: Db, viewer: Viewer, assessment: Assessment, locale: Locale) {
	const { instrument } = assessment.stored;
	const rows = readAnswers(db, assessment);
	const result = resultOf(assessment, rows);
	const official = officialRows(rows);
	const answers = Object.fromEntries(
		Object.values(official).map((row) => [row.indicator, row.notApplicable ? ('na' as const) : row.level])
	);
	const explanation = explain(instrument, answers);
	const peers = readPeers(db, assessment);
	const all = reachOf(db, viewer, 'assessment.read', assessment.round).all;
	const shown = ({ n, mean }: Mean) => (all || n >= FEWEST_PEERS ? mean : null);
	// agencies of the province are a comparison like any other; its own government is not one of the kabupaten and kota
	const scope = { withProvince: assessment.agency !== null };
	const means = new Map(indicatorMeans(instrument, peers, scope).map((mean) => [mean.code, shown(mean)]));
	const meansOfDomains = new Map(domainMeans(instrument, peers, scope).map((mean) => [mean.code, shown(mean)]));
	const previous = findPrevious(db, assessment);
	const change = previous && changeSince(previous.assessed, { score: result, answers }, previous.comparison);
	const standings = strengthsAndGaps(instrument, { answers }, peers, { ...scope, count: 5 });
	const isShown = ({ n }: Standing) => all || n >= FEWEST_PEERS;
	const standing = ({ indicator, level, mean, difference, worth }: Standing) => ({
		indicator,
		name: nameOf(instrument, indicator, locale),
		level,
		mean,
		difference,
		worth
	});
	const parents = new Map(explanation.parents.map((parent) => [parent.code, parent]));
	const whole = explanation.parents[0]!;
	const levelName = new Map(instrument.levels.map(({ level, name }) => [level, name[locale]]));
	return {
		region: {
			code: assessment.region.code,
			name: assessment.region.name,
			type: assessment.region.type,
			area: areaTitle(assessment.region.area, roundProvince(db, assessment.round).grouping, locale)
		},
		agency: assessment.agency,
		status: assessment.status,
		statusChangedAt: assessment.statusChangedAt,
		instrument: {
			code: instrument.code,
			version: instrument.version,
			name: instrument.name[locale],
			isDraft: assessment.stored.status === 'draft',
			highest: Math.max(...instrument.levels.map(({ level }) => level))
		},
		index: result.index,
		basis: result.basis,
		provisional: result.provisional,
		completeness: result.completeness,
		track: result.track,
		predicate: instrument.predicates.find(({ code }) => code === result.predicate)?.name[locale] ?? null,
		readinessClass: result.readinessClass,
		classes: instrument.classes.map((readiness, at) => ({
			code: readiness.code,
			name: readiness.name[locale],
			meaning:
				readiness.code === result.readinessClass
					? meaningFor(instrument, readiness, result.gates, locale)
					: meaningOf(instrument, readiness, locale),
			minIndex: readiness.minIndex,
			minGate: readiness.minGate,
			reached: explanation.classes[at]!.reached,
			indexShort: explanation.classes[at]!.indexShort,
			gates: explanation.classes[at]!.gates.map((gate) => ({
				...gate,
				name: nameOf(instrument, gate.indicator, locale)
			}))
		})),
		mean: shown(indexMean(peers, scope)),
		previous: previous && {
			code: previous.code,
			name: previous.name,
			index: previous.comparison.obstacle ? null : indexBefore(previous.assessed.score, result),
			provisional: change!.provisional,
			obstacle: previous.comparison.obstacle
		},
		domains: instrument.domains.map((domain, at) => {
			const parts = explanation.domains[at]!;
			const part = whole.children.find(({ code }) => code === domain.code)!;
			return {
				code: domain.code,
				name: domain.name[locale],
				index: result.domains[domain.code] ?? null,
				mean: meansOfDomains.get(domain.code) ?? null,
				before: change?.provisional
					? null
					: (previous?.assessed.score.domains[previous.comparison.domains.get(domain.code) ?? ''] ?? null),
				incomparable: previous !== null && !previous.comparison.domains.has(domain.code),
				weight: part.weight,
				share: parts.share,
				contribution: parts.contribution,
				aspects: (domain.aspects ?? []).map(({ code, name }) => ({
					code,
					name: name[locale],
					value: parents.get(code)?.value ?? null
				})),
				indicators: domain.indicators.map((indicator) => {
					const row = official[indicator.code];
					return {
						code: indicator.code,
						name: indicator.name[locale],
						isGate: indicator.gate,
						level: row?.level ?? null,
						levelName: levelName.get(row?.level ?? NaN) ?? null,
						notApplicable: row?.notApplicable ?? false,
						track: row?.track ?? null,
						justification: row?.justification ?? '',
						mean: means.get(indicator.code) ?? null,
						change: change && !change.provisional ? (change.indicators[indicator.code] ?? null) : null,
						incomparable: previous !== null && !previous.comparison.indicators.has(indicator.code),
						contribution: parts.indicators.get(indicator.code) ?? null
					};
				})
			};
		}),
		strengths: standings.strengths.filter(isShown).map(standing),
		gaps: standings.gaps.filter(isShown).map(standing),
		nextLevels: [...explanation.nextLevels]
			.sort((a, b) => b.gain - a.gain)
			.slice(0, 6)
			.map((next) => ({ ...next, name: nameOf(instrument, next.indicator, locale) }))
	};
}

function nameOf(instrument: Instrument, code: string, locale: Locale): string {
	const indicators = instrument.domains.flatMap((domain) => domain.indicators);
	return indicators.find((indicator) => indicator.code === code)?.name[locale] ?? code;
}

/** The round's results in the same unit, this one included. */
function readPeers(db: Db, { round, agency }: Assessment): Assessed[] {
	return scoreRound(db, round, agency ? 'agency' : 'region').map(toAssessed);
}

function findPrevious(db: Db, { round, region, agency }: Assessment) {
	const unit = agency ? 'agency' : 'region';
	const before = findRoundBefore(db, round, unit);
	if (!before) return null;
	const entry = scoreRound(db, before.round, unit).find(
		(candidate) => candidate.region.code === region.code && candidate.agency?.id === agency?.id
	);
	const { code, name } = before.round;
	return entry ? { code, name, comparison: before.comparison, assessed: toAssessed(entry) } : null;
}

/** Name of a region's group for a head; null where there are no groups. */
function areaTitle(area: string | null, grouping: Grouping | null, locale: Locale): string | null {
	return area === null || grouping === null
		? null
		: say(locale).region_area({ grouping: grouping.name[locale], name: area });
}
