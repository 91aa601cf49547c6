import type { Text } from '#lib/domain/instrument/types.ts';
import { indexMean } from '#lib/domain/analysis/group-means.ts';
import { type PublicDepth, reaches } from '#lib/domain/publication/depth.ts';
import { score } from '#lib/domain/scoring/score.ts';
import type { Score } from '#lib/domain/scoring/types.ts';
import { className, predicateName } from '#lib/server/documents/write/shared/class-name.ts';
import { planFacts } from '#lib/server/documents/write/plan/plan-facts.ts';
import type { PlanReport, ReportJob, ReportResult } from '#lib/server/documents/write/types.ts';

/** What a paper must show of one region. Numbers are unrounded. */
export interface RegionFigures {
	name: string;
	index: number | null;
	/** Null = not shown at this depth. */
	predicate: string | null;
	class: string;
	domains: { code: string; name: string; index: number | null }[];
}

/** What a plan must show. Effort in person-days, dates ISO. */
export interface PlanFigures {
	kind: 'plan';
	/** Name of the class that it leads to. */
	target: string;
	/** By lead agency, then all together under `total`; no step = empty and null. */
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

/** By region code. */
type Plans = PlanReport['plans'];

/** What a paper must show. */
export type Figures =
	/** Of a region or an agency. */
	| { kind: 'region'; region: RegionFigures }
	| { kind: 'province'; mean: number | null; count: number; regions: RegionFigures[] }
	| PlanFigures
	| { kind: 'minutes'; decisions: number; regions: { name: string; before: number | null; after: number | null }[] };

/** The figures of an issued document, calculated anew from the answers that were frozen with it.
 *  @param plans of a plan of action: what those answers give, see `planAnew` */
export function figuresOf(job: ReportJob, plans: Plans, locale: keyof Text): Figures {
	if (job.kind === 'minutes') {
		const { decisions, results } = job.data;
		return {
			kind: 'minutes',
			decisions: decisions.length,
			regions: results.map(({ region, before, after }) => ({
				name: region.name,
				before: before.index,
				after: after.index
			}))
		};
	}
	if (job.kind === 'plan') return planFigures({ ...job.data, plans }, locale);
	const { instrument, results } = job.data;
	const read = (result: ReportResult): RegionFigures => {
		const now = score(instrument, result.answers);
		return {
			name: result.region.name,
			index: now.index,
			predicate: predicateName(job.data, now.predicate, locale),
			class: className(job.data, now.readinessClass, locale),
			domains: instrument.domains.map(({ code, name }) => ({
				code,
				name: name[locale],
				index: now.domains[code] ?? null
			}))
		};
	};
	if (job.kind === 'region')
		return { kind: 'region', region: read(results.find(({ region }) => region.code === job.data.region)!) };
	if (job.kind === 'agency') return { kind: 'region', region: { ...read(results[0]!), name: job.data.agency.name } };
	const { mean, n } = indexMean(results.map((result) => ({ ...result, score: score(instrument, result.answers) })));
	return { kind: 'province', mean, count: n, regions: results.map(read) };
}

/** Without what a depth does not open to the public. */
export function cutFigures(figures: Figures, depth: PublicDepth): Figures {
	if (figures.kind === 'minutes' || figures.kind === 'plan' || reaches(depth, 'domains')) return figures;
	const cut = (region: RegionFigures): RegionFigures =>
		reaches(depth, 'index') ? { ...region, domains: [] } : { ...region, index: null, predicate: null, domains: [] };
	if (figures.kind === 'region') return { kind: 'region', region: cut(figures.region) };
	const mean = reaches(depth, 'index') ? figures.mean : null;
	return { ...figures, mean, regions: figures.regions.map(cut) };
}

/** Whether the results that the document was written from are those that its frozen answers give today.
 *  @param plans as above */
export function isSound(job: ReportJob, plans: Plans): boolean {
	if (job.kind === 'minutes') return true; // its results are of answers on two tracks, which it does not hold
	const sound = job.data.results.every(({ answers, score: printed }) =>
		isSame(score(job.data.instrument, answers), printed)
	);
	return sound && (job.kind !== 'plan' || JSON.stringify(plans) === JSON.stringify(job.data.plans));
}

function planFigures(report: PlanReport, locale: keyof Text): PlanFigures {
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

/** The printed score may carry more, such as the status; all that scoring gives must be there and equal. */
function isSame(now: Score, printed: Score): boolean {
	return Object.entries(now).every(
		([key, value]) => JSON.stringify(value) === JSON.stringify(printed[key as keyof Score])
	);
}
