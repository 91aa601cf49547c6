import { effectiveWeights } from '#lib/domain/scoring/effective-weights.ts';
import { distribution } from '#lib/domain/analysis/distribution.ts';
import type { Locale } from '#lib/domain/locale.ts';
import { domainMeans, indexMean, indicatorMeans } from '#lib/domain/analysis/group-means.ts';
import { ranking } from '#lib/domain/analysis/ranking.ts';
import type { Assessed } from '#lib/domain/analysis/types.ts';
import type { Text } from '#lib/domain/instrument/types.ts';
import { type PublicDepth, reaches } from '#lib/domain/publication/depth.ts';
import type { Named, PublicRegion, PublicView } from '#lib/domain/publication/types.ts';
import { officialAnswers } from '#lib/domain/workflow/official-answers.ts';
import type { RoundSnapshot } from '#lib/server/rounds/round/frozen-round.ts';
import type { PublicRound } from './find-public.ts';

/** Cuts a published round down to the depth that is open. Pages, map and all files are made from this view alone, so
 *  that a depth holds in every format; `tests/contract/publication.test.ts` searches their bytes. */
export function makePublicView({ snapshot, publication }: PublicRound, locale: Locale): PublicView {
	const { depth, licence, contact } = publication;
	const { instrument, round, regions, uncertainty = null } = snapshot;
	const assessed = assessedOf(snapshot);
	const has = (to: PublicDepth) => reaches(depth, to);
	const shares = distribution(instrument, assessed);
	const named = ({ code, name }: { code: string; name: Text }): Named => ({ code, name: name[locale] });
	const upTo = instrument.classes.findIndex(({ code }) => code === round.targetClass);
	const target = instrument.classes[upTo];
	const domainMean = new Map(domainMeans(instrument, assessed).map(({ code, ...mean }) => [code, mean]));
	const indicatorMean = new Map(indicatorMeans(instrument, assessed).map(({ code, ...mean }) => [code, mean]));
	const weights = effectiveWeights(instrument).filter(({ kind }) => kind === 'domain');
	return {
		code: round.code,
		name: round.name,
		province: regions.find(({ type }) => type === 'province')?.name ?? '',
		startsOn: round.startsOn,
		endsOn: round.endsOn,
		sample: round.sample,
		publishedAt: snapshot.at,
		hash: snapshot.hash,
		depth,
		licence,
		contact,
		instrument: { ...named(instrument), version: instrument.version, decree: snapshot.adoption },
		levels: instrument.levels.map(({ level, name }) => ({ level, name: name[locale] })),
		classes: instrument.classes.map((entry) => ({
			...named(entry),
			meaning: entry.meaning[locale],
			minIndex: entry.minIndex,
			minGate: entry.minGate,
			count: shares.classes.find(({ code }) => code === entry.code)?.count ?? 0
		})),
		predicates: instrument.predicates.map((entry) => ({ ...named(entry), from: entry.from })),
		domains: instrument.domains.map((domain, at) => ({
			...named(domain),
			description: domain.description?.[locale] ?? null,
			share: weights[at]!.percent / 100,
			mean: has('domains') ? domainMean.get(domain.code)! : null,
			indicators: domain.indicators.map((indicator) => ({
				...named(indicator),
				question: indicator.question?.[locale] ?? null,
				mean: has('indicators') ? indicatorMean.get(indicator.code)! : null
			}))
		})),
		target: {
			code: round.targetClass,
			name: target?.name[locale] ?? round.targetClass,
			reached: shares.classes.slice(0, upTo + 1).reduce((sum, { count }) => sum + count, 0)
		},
		total: shares.total,
		notAssessed: shares.notAssessed,
		provisional: shares.provisional,
		mean: has('index') ? indexMean(assessed) : null,
		uncertainty: has('index') && uncertainty ? { runs: uncertainty.runs, meanShift: uncertainty.meanShift } : null,
		regions: publicRegions(snapshot, assessed, has)
	};
}

function assessedOf({ results, regions, answers }: RoundSnapshot): Assessed[] {
	const regionOf = new Map(regions.map((region) => [region.code, region]));
	return results.map((result) => ({
		region: regionOf.get(result.region.code)!,
		score: result,
		answers: officialAnswers(answers[result.region.code] ?? [])
	}));
}

function publicRegions(
	{ instrument, regions, uncertainty }: RoundSnapshot,
	assessed: readonly Assessed[],
	has: (to: PublicDepth) => boolean
): PublicRegion[] {
	const byCode = new Map(assessed.map((entry) => [entry.region.code, entry]));
	const rankOf = new Map(ranking(assessed).map(({ rank, result }) => [result.region.code, rank]));
	const bandOf = new Map(uncertainty?.regions.map(({ code, rankBand }) => [code, rankBand]));
	const indicators = instrument.domains.flatMap((domain) => domain.indicators);
	const rows = regions.map((region): PublicRegion => {
		const entry = byCode.get(region.code);
		const score = entry?.score;
		return {
			region,
			state: !score || score.index === null ? 'none' : score.provisional ? 'provisional' : 'assessed',
			readinessClass: score?.readinessClass ?? null,
			rank: has('index') ? (rankOf.get(region.code) ?? null) : null,
			rankBand: has('index') ? (bandOf.get(region.code) ?? null) : null,
			index: has('index') ? (score?.index ?? null) : null,
			predicate: has('index') ? (score?.predicate ?? null) : null,
			domains: has('domains') && score ? { ...score.domains } : null,
			indicators:
				has('indicators') && entry
					? Object.fromEntries(indicators.map(({ code }) => [code, entry.answers[code] ?? null]))
					: null
		};
	});
	const classPlace = ({ readinessClass }: PublicRegion) =>
		readinessClass === null ? Infinity : instrument.classes.findIndex(({ code }) => code === readinessClass);
	const isProvince = ({ region }: PublicRegion) => Number(region.type === 'province');
	// Without an index the order must not tell it: class, then code.
	return rows.sort(
		(a, b) =>
			isProvince(a) - isProvince(b) ||
			(has('index') ? (a.rank ?? Infinity) - (b.rank ?? Infinity) || 0 : classPlace(a) - classPlace(b) || 0) ||
			(a.region.code < b.region.code ? -1 : 1)
	);
}
