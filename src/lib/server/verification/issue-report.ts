import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Db } from '../db/open.ts';
import { reportIssues } from '../db/schema.ts';
import { renderPdf } from '../reports/render-pdf.ts';
import type { ReportJob } from '../reports/types.ts';
import type { Round } from '../rounds/find-round.ts';
import { inputText, packInput } from './issued.ts';
import { codeOf, printedCode } from './report-code.ts';

/** Who asks for a document and where it can be checked. */
export interface Issuer {
	/** Null = the command line. */
	userId: string | null;
	/** Public address of the system, such as `https://siap.example.go.id`; null = none is known, then no QR code is printed. */
	origin: string | null;
}

/** Makes a document as PDF and keeps what it was made from under a code that is printed on every page. The same content
 *  has the same code and, with the same address, the same bytes.
 *  @param subject code of the region, id of the agency, number of the session, empty for the whole province
 *  @throws Error when the compiler refuses the document */
export async function issueReport(
	db: Db,
	round: Round,
	subject: string,
	job: ReportJob,
	{ userId, origin }: Issuer,
	now: number
): Promise<{ pdf: Buffer; code: string }> {
	const instrumentId = job.kind === 'agency' ? round.agencyInstrumentId! : round.instrumentId;
	const text = inputText(job, instrumentId);
	const code = codeOf(text);
	const address = origin && `${origin}/verify/${printedCode(code)}`;
	const pdf = await renderPdf(job.kind, job.data, job.locale, { code: printedCode(code), address });
	if (isIssued(db, code)) return { pdf, code }; // packing the input is the costly part
	db.insert(reportIssues)
		.values({
			code,
			kind: job.kind,
			roundId: round.id,
			subject,
			locale: job.locale,
			state: job.data.state,
			instrumentId,
			input: packInput(text),
			address,
			fileHash: createHash('sha256').update(pdf).digest('hex'),
			issuedBy: userId,
			issuedAt: now
		})
		.onConflictDoNothing() // two at once
		.run();
	return { pdf, code };
}

function isIssued(db: Db, code: string): boolean {
	return (
		db.select({ code: reportIssues.code }).from(reportIssues).where(eq(reportIssues.code, code)).get() !== undefined
	);
}
