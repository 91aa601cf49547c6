import { keeper } from '#lib/server/foundation/cache/keeper.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { findIssued, type Issued } from './issued.ts';
import { readIssued, type Reading } from './readings.ts';

/** An issued document as the page about its code needs it, the same for everybody. */
export interface Paper extends Omit<Issued, 'job'>, Reading {
	/** Name and sample mark of the round when the document was printed. */
	round: { name: string; sample: boolean };
	/** ISO instant of printing. */
	printedOn: string;
}

const kept = keeper<Promise<Paper | null>>(100, { forGood: true });

/** Finds the document with this code, checked against the answers that were frozen with it. It never changes and its
 *  address stands on paper, for everybody to open: each of the documents last asked for is read and checked once.
 *  @param code twelve signs, see `readCode`
 *  @returns null when there is no such document */
export async function checkPaper(db: Db, code: string): Promise<Paper | null> {
	const paper = await kept(db, { of: code }, async () => {
		const issued = findIssued(db, code);
		return issued && readPaper(issued);
	});
	if (!paper) kept.forget(db, { of: code }); // such a document may yet be issued
	return paper;
}

async function readPaper({ job, ...row }: Issued): Promise<Paper> {
	const { round, now } = job.data;
	return { ...row, round: { name: round.name, sample: round.sample }, printedOn: now, ...(await readIssued(job)) };
}
