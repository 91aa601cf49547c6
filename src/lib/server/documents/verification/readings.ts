import { indexMean } from '#lib/domain/analysis/group-means.ts';
import type { Locale } from '#lib/domain/locale.ts';
import type { ReportKind } from '#lib/domain/document/kinds.ts';
import { agencyTitle } from '#lib/domain/geography/region-name.ts';
import type { Plan } from '#lib/domain/planning/types.ts';
import { score } from '#lib/domain/scoring/score.ts';
import type { Score } from '#lib/domain/scoring/types.ts';
import type {
	PlanReport,
	RegionReport,
	ReportBasis,
	ReportJob,
	ReportKinds
} from '#lib/server/documents/write/types.ts';
import { planEach } from '#lib/server/plans/optimise/plan-each.ts';
import { type Figures, planFigures, regionFigures } from './figures.ts';

/** Result of checking an issued document: its figures are calculated anew from the answers that were frozen with it. */
export interface Reading {
	/** Title of the agency; null = the document is on no agency. */
	agencyTitle: string | null;
	documentNumber: string;
	/** The figures printed are those that the frozen answers give. */
	isSound: boolean;
	figures: Record<Locale, Figures>;
	/** Index of the region or agency that was printed; null also for any other document. */
	index: number | null;
}

const READERS: { [K in ReportKind]: (data: ReportKinds[K]) => Reading | Promise<Reading> } = {
	region: (data) => ({
		...ofReport(data),
		figures: inBoth((locale) => ({ kind: 'region', region: regionFigures(data, ownResult(data)!, locale) })),
		index: ownResult(data)?.score.index ?? null
	}),
	agency: (data) => ({
		...ofReport(data),
		agencyTitle: agencyTitle(data.agency.name, data.results[0]!.region.name),
		figures: inBoth((locale) => ({
			kind: 'region',
			region: { ...regionFigures(data, data.results[0]!, locale), name: data.agency.name }
		})),
		index: ownResult(data)?.score.index ?? null
	}),
	province: (data) => {
		const { instrument, results } = data;
		const anew = results.map(({ score: printed, ...result }) => ({
			...result,
			score: { ...printed, ...score(instrument, result.answers) }
		}));
		// Documents from before a result told what it rests on counted all.
		const { mean, n } = indexMean(anew, { withProvisional: anew.some(({ score: { basis } }) => !basis) });
		return {
			...ofReport(data),
			figures: inBoth((locale) => ({
				kind: 'province',
				mean,
				count: n,
				regions: results.map((result) => regionFigures(data, result, locale))
			}))
		};
	},
	minutes: ({ session, decisions, results }) => ({
		agencyTitle: null,
		documentNumber: session.number,
		isSound: true, // minutes do not hold the answers, on two tracks, that their results come from
		index: null,
		figures: inBoth(() => ({
			kind: 'minutes',
			decisions: decisions.length,
			regions: results.map(({ region, before, after }) => ({
				name: region.name,
				before: before.index,
				after: after.index
			}))
		}))
	}),
	plan: async (data) => {
		const plans = await planAnew(data);
		const printed = ofReport(data);
		return {
			...printed,
			isSound: printed.isSound && JSON.stringify(plans) === JSON.stringify(data.plans),
			figures: inBoth((locale) => planFigures({ ...data, plans }, locale))
		};
	}
};

/** Calculates the figures of an issued document by its kind. */
export async function readIssued<K extends ReportKind>({ kind, data }: ReportJob<K>): Promise<Reading> {
	return READERS[kind](data);
}

function ofReport({ instrument, results, documentNumber }: ReportBasis) {
	const isSound = results.every(({ answers, score: printed }) => isSame(score(instrument, answers), printed));
	return { agencyTitle: null, documentNumber, isSound, index: null };
}

function ownResult({ results, region: own }: RegionReport) {
	return results.find(({ region }) => region.code === own);
}

function inBoth(figuresIn: (locale: Locale) => Figures): Reading['figures'] {
	return { id: figuresIn('id'), en: figuresIn('en') };
}

/** The plans of a document as its frozen answers give them today. */
function planAnew({ instrument, results, plans, time }: PlanReport): Promise<Record<string, Plan>> {
	const answers = new Map(results.map((result) => [result.region.code, result.answers]));
	const wanted = Object.entries(plans).map(
		([code, { targetClass }]) => [code, { answers: answers.get(code) ?? {}, targetClass }] as const
	);
	return planEach({ instrument, wanted: Object.fromEntries(wanted), time });
}

/** Whether two scores agree. The printed score may carry more, such as the status; all that scoring gives must be
 *  there and equal. */
function isSame(now: Score, printed: Score): boolean {
	return Object.entries(now).every(
		([key, value]) => JSON.stringify(value) === JSON.stringify(printed[key as keyof Score])
	);
}
