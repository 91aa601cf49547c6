import { gatherDocument, type Wanted } from '#lib/server/documents/gather/gather-document.ts';
import type { ReportJob } from '#lib/server/documents/write/types.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import type { Round } from '#lib/server/rounds/round/find-round.ts';
import { withOwnTexts } from './own-texts.ts';

/** Collects the input of a document: its data, and the texts that editors wrote in place of its paragraphs. Callers
 *  check access.
 *  @param now milliseconds, the day of printing
 *  @returns null when the round has no such region, agency or session */
export async function collectDocument(db: Db, round: Round, wanted: Wanted, now: number): Promise<ReportJob | null> {
	const job = await gatherDocument(db, round, wanted, now);
	return job && withOwnTexts(db, round, job);
}
