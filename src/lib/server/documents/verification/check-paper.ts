import { agencyTitle } from '#lib/domain/geography/region-name.ts';
import type { Text } from '#lib/domain/instrument/types.ts';
import type { Plan } from '#lib/domain/planning/types.ts';
import { keeper } from '#lib/server/foundation/cache/keeper.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { planEach } from '#lib/server/plans/optimise/plan-each.ts';
import type { PlanReport, ReportJob } from '#lib/server/documents/write/types.ts';
import { type Figures, figuresOf, isSound } from './figures.ts';
import { findIssued, type Issued } from './issued.ts';

/** An issued document as the page about its code needs it, whoever asks. */
export interface Paper extends Omit<Issued, 'job'> {
	/** As they were when it was printed. */
	round: { name: string; sample: boolean };
	/** Null = not of an agency. */
	agencyTitle: string | null;
	documentNumber: string;
	/** ISO instant. */
	printedOn: string;
	/** The figures printed are those that the frozen answers give. */
	isSound: boolean;
	figures: Record<keyof Text, Figures>;
	/** Index of the region or agency that was printed; null also for any other document. */
	index: number | null;
}

const kept = keeper<Promise<Paper | null>>(100, { forGood: true });

/** The document with this code, checked against the answers that were frozen with it; null when there is none. What was
 *  issued never changes, so each of the documents last asked for is read and checked once: the address stands on paper,
 *  and everybody may open it as often as they like.
 *  @param code twelve signs, see `readCode` */
export async function checkPaper(db: Db, code: string): Promise<Paper | null> {
	const paper = await kept(db, { of: code }, async () => {
		const issued = findIssued(db, code);
		return issued && readPaper(issued);
	});
	if (!paper) kept.forget(db, { of: code }); // it may yet be issued
	return paper;
}

async function readPaper({ job, ...row }: Issued): Promise<Paper> {
	const plans = job.kind === 'plan' ? await planAnew(job.data) : {};
	return {
		...row,
		round: { name: job.data.round.name, sample: job.data.round.sample },
		agencyTitle: job.kind === 'agency' ? agencyTitle(job.data.agency.name, job.data.results[0]!.region.name) : null,
		documentNumber: job.kind === 'minutes' ? job.data.session.number : job.data.documentNumber,
		printedOn: job.data.now,
		isSound: isSound(job, plans),
		figures: { id: figuresOf(job, plans, 'id'), en: figuresOf(job, plans, 'en') },
		index: indexOf(job)
	};
}

/** The plans of a document as its frozen answers give them today. */
function planAnew({ instrument, results, plans, time }: PlanReport): Promise<Record<string, Plan>> {
	const answers = new Map(results.map((result) => [result.region.code, result.answers]));
	const wanted = Object.entries(plans).map(
		([code, { targetClass }]) => [code, { answers: answers.get(code) ?? {}, targetClass }] as const
	);
	return planEach({ instrument, wanted: Object.fromEntries(wanted), time });
}

function indexOf({ kind, data }: ReportJob): number | null {
	if (kind !== 'region' && kind !== 'agency') return null;
	return data.results.find(({ region }) => region.code === data.region)?.score.index ?? null;
}
