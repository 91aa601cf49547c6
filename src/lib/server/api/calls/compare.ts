import { z } from 'zod';
import { say } from '#lib/words/say.ts';
import {
	compareRegions,
	FEWEST_COMPARED,
	MOST_COMPARED,
	parseRegions
} from '#lib/server/insight/comparison/compare-regions.ts';
import { findAssessment } from '#lib/server/rounds/assessment/find-assessment.ts';
import { canReach, reachOf } from '#lib/server/people/access/access.ts';
import type { Answer } from '#lib/server/foundation/http/plain-answer.ts';
import { type Asked, call } from '../call.ts';
import { answerJson } from '../json-answer.ts';
import { Problem } from '../problem.ts';
import { requireRound } from '../round-document.ts';

/** Codes of the regions, the reference first: `99.78,99.05`. */
const CompareQuery = z.object({ regions: z.string().optional() });

const Level = z.union([z.int(), z.literal('na')]).nullable();
const Part = { code: z.string(), points: z.number(), shown: z.number() };

const Compared = z
	.strictObject({
		round: z.string(),
		regions: z.array(
			z.strictObject({
				code: z.string(),
				name: z.string(),
				index: z.number().nullable(),
				provisional: z.boolean(),
				readinessClass: z.string().nullable(),
				domains: z.record(z.string(), z.number().nullable()),
				levels: z.record(z.string(), Level)
			})
		),
		differences: z.array(
			z.strictObject({
				region: z.string(),
				to: z.string(),
				points: z.number().nullable(),
				shown: z.number().nullable(),
				domains: z.array(z.strictObject({ ...Part, indicators: z.array(z.strictObject(Part)) }))
			})
		),
		gates: z.array(
			z.strictObject({
				code: z.string(),
				differs: z.boolean(),
				matters: z.boolean(),
				levels: z.record(z.string(), Level)
			})
		)
	})
	.meta({
		id: 'Compared',
		description:
			'`points` are the nearest doubles of exact parts that add up to the difference of the indices; `shown` are the same ' +
			'in two decimals, rounded so that they still add up. A gate `matters` when it lets different classes through.'
	});

export const COMPARE_CALLS = call({
	method: 'get',
	path: '/rounds/{round}/compare',
	summary: 'Two to four regions side by side, and where the difference of each to the first comes from.',
	query: CompareQuery,
	answer: Compared,
	problems: [400, 403, 404],
	before: ({ db, params }) => void requireRound(db, params.round),
	call: answerCompare
});

function answerCompare({ db, viewer, locale, params, url }: Asked<'/rounds/{round}/compare'>): Answer {
	const round = requireRound(db, params.round);
	const asked = parseRegions(url.searchParams);
	const all = (url.searchParams.get('regions') ?? '').split(',').filter((code) => code.trim() !== '');
	if (asked.length < FEWEST_COMPARED || new Set(all).size > MOST_COMPARED)
		throw new Problem('query_invalid', { faults: `regions: ${say(locale).compare_lead({})}` });
	const reach = reachOf(db, viewer, 'assessment.read', round);
	for (const region of asked) {
		if (!findAssessment(db, viewer, 'assessment.read', { round: round.code, region, agency: null }))
			throw new Problem('assessment_missing', { subject: region, round: round.code });
		if (!canReach(reach, { regionCode: region, agencyId: null })) throw new Problem('forbidden', {});
	}
	const { regions, domains, gates, differences } = compareRegions({ db, actor: viewer, locale }, round, asked);
	const shown = (hundredths: number) => hundredths / 100;
	return answerJson({
		round: round.code,
		regions: regions.map(({ code, name, index, provisional, readinessClass }, at) => ({
			code,
			name,
			index,
			provisional,
			readinessClass,
			domains: Object.fromEntries(domains.map((domain) => [domain.code, domain.values[at] ?? null])),
			levels: Object.fromEntries(
				domains.flatMap(({ indicators }) =>
					indicators.map((indicator) => [indicator.code, indicator.values[at] ?? null])
				)
			)
		})),
		differences: differences.map(({ region, difference, domains: parts }) => ({
			region,
			to: regions[0]!.code,
			points: difference?.points ?? null,
			shown: difference && shown(difference.shown),
			domains: parts.map(({ code, points, shown: part, indicators }) => ({
				code,
				points,
				shown: shown(part),
				indicators: indicators.map((each) => ({ code: each.code, points: each.points, shown: shown(each.shown) }))
			}))
		})),
		gates: gates.map(({ code, differs, matters, cells }) => ({
			code,
			differs,
			matters,
			levels: Object.fromEntries(cells.map(({ level }, at) => [regions[at]!.code, level]))
		}))
	});
}
