import type { Text } from '#lib/domain/instrument/types.ts';
import { indexMean } from '#lib/domain/analysis/group-means.ts';
import { type PublicDepth, reaches } from '#lib/domain/publication/depth.ts';
import { score } from '#lib/domain/scoring/score.ts';
import type { Score } from '#lib/domain/scoring/types.ts';
import { className, predicateName } from '../reports/document-frame.ts';
import type { ReportJob, ReportResult } from '../reports/types.ts';

/** What a paper must show of one region. Numbers are unrounded. */
export interface RegionFigures {
	name: string;
	index: number | null;
	/** Null = not shown at this depth. */
	predicate: string | null;
	class: string;
	domains: { code: string; name: string; index: number | null }[];
}

/** What a paper must show. */
export type Figures =
	| { kind: 'region'; region: RegionFigures }
	| { kind: 'province'; mean: number | null; count: number; regions: RegionFigures[] }
	| { kind: 'minutes'; decisions: number; regions: { name: string; before: number | null; after: number | null }[] };

/** The figures of an issued document, calculated anew from the answers that were frozen with it. */
export function figuresOf(job: ReportJob, locale: keyof Text): Figures {
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
	const { mean, n } = indexMean(results.map((result) => ({ ...result, score: score(instrument, result.answers) })));
	return { kind: 'province', mean, count: n, regions: results.map(read) };
}

/** Without what a depth does not open to the public. */
export function cutFigures(figures: Figures, depth: PublicDepth): Figures {
	if (figures.kind === 'minutes' || reaches(depth, 'domains')) return figures;
	const cut = (region: RegionFigures): RegionFigures =>
		reaches(depth, 'index') ? { ...region, domains: [] } : { ...region, index: null, predicate: null, domains: [] };
	if (figures.kind === 'region') return { kind: 'region', region: cut(figures.region) };
	const mean = reaches(depth, 'index') ? figures.mean : null;
	return { ...figures, mean, regions: figures.regions.map(cut) };
}

/** Whether the results that the document was written from are those that its frozen answers give today. */
export function isSound(job: ReportJob): boolean {
	if (job.kind === 'minutes') return true; // its results are of answers on two tracks, which it does not hold
	return job.data.results.every(({ answers, score: printed }) => isSame(score(job.data.instrument, answers), printed));
}

/** The printed score may carry more, such as the status; all that scoring gives must be there and equal. */
function isSame(now: Score, printed: Score): boolean {
	return Object.entries(now).every(
		([key, value]) => JSON.stringify(value) === JSON.stringify(printed[key as keyof Score])
	);
}
