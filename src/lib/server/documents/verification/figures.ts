import type { Locale } from '#lib/domain/locale.ts';
import { type PublicDepth, reaches } from '#lib/domain/publication/depth.ts';
import { score } from '#lib/domain/scoring/score.ts';
import { className, predicateName } from '#lib/server/documents/write/shared/class-name.ts';
import { planFacts } from '#lib/server/documents/write/plan/plan-facts.ts';
import type { PlanReport, ReportBasis, ReportResult } from '#lib/server/documents/write/types.ts';

/** Figures that a paper must show of one region. Numbers are unrounded. */
export interface RegionFigures {
	name: string;
	index: number | null;
	/** Predicate; null = not shown at this depth. */
	predicate: string | null;
	class: string;
	domains: { code: string; name: string; index: number | null }[];
}

/** Figures that a plan must show. Effort in person-days, dates ISO. */
export interface PlanFigures {
	kind: 'plan';
	/** Name of the class that the plan leads to. */
	target: string;
	/** Work by lead agency, then all together under `total`; no step = empty and null. */
	leads: ({ name: string } & WorkFigures)[];
	total: WorkFigures | null;
}
interface WorkFigures {
	/** Steps, each once. */
	steps: number;
	effort: number;
	startsOn: string;
	endsOn: string;
	/** Steps (of all regions) that end after the deadline. */
	late: number;
}

/** Figures that a paper must show. */
export type Figures =
	/** Figures of a region or an agency. */
	| { kind: 'region'; region: RegionFigures }
	| { kind: 'province'; mean: number | null; count: number; regions: RegionFigures[] }
	| PlanFigures
	| { kind: 'minutes'; decisions: number; regions: { name: string; before: number | null; after: number | null }[] };

/** Calculates the figures that a paper must show of one result anew from its answers. */
export function regionFigures(basis: ReportBasis, { region, answers }: ReportResult, locale: Locale): RegionFigures {
	const { instrument } = basis;
	const now = score(instrument, answers);
	return {
		name: region.name,
		index: now.index,
		predicate: predicateName(basis, now.predicate, locale),
		class: className(basis, now.readinessClass, locale),
		domains: instrument.domains.map(({ code, name }) => ({
			code,
			name: name[locale],
			index: now.domains[code] ?? null
		}))
	};
}

/** Takes out the figures that a depth does not open to the public. */
export function cutFigures(figures: Figures, depth: PublicDepth): Figures {
	if (figures.kind === 'minutes' || figures.kind === 'plan' || reaches(depth, 'domains')) return figures;
	const cut = (region: RegionFigures): RegionFigures =>
		reaches(depth, 'index') ? { ...region, domains: [] } : { ...region, index: null, predicate: null, domains: [] };
	if (figures.kind === 'region') return { kind: 'region', region: cut(figures.region) };
	const mean = reaches(depth, 'index') ? figures.mean : null;
	return { ...figures, mean, regions: figures.regions.map(cut) };
}

/** Calculates the figures that a plan must show. */
export function planFigures(report: PlanReport, locale: Locale): PlanFigures {
	const { steps, shares, total, own } = planFacts(report);
	const read = ({ effort, startsOn, endsOn, late }: typeof total, count: number): WorkFigures => ({
		steps: count,
		effort,
		startsOn: startsOn!,
		endsOn: endsOn!,
		late
	});
	return {
		kind: 'plan',
		target: className(report, own?.targetClass ?? report.round.targetClass, locale),
		leads: shares
			.filter(({ leads }) => leads.length > 0)
			.map((share) => ({
				name: report.instrument.parties[share.party]?.[locale] ?? share.party,
				...read(share, share.leads.length)
			})),
		total: steps.length > 0 ? read(total, steps.length) : null
	};
}
