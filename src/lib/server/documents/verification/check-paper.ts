import { keeper } from '#lib/server/foundation/cache/keeper.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { findIssued, type Issued } from './issued.ts';
import { readIssued, type Reading } from './readings.ts';

/** An issued document as the page about its code needs it, whoever asks. */
export interface Paper extends Omit<Issued, 'job'>, Reading {
	/** As they were when it was printed. */
	round: { name: string; sample: boolean };
	/** ISO instant. */
	printedOn: string;
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
	const { round, now } = job.data;
	return { ...row, round: { name: round.name, sample: round.sample }, printedOn: now, ...(await readIssued(job)) };
}
