import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { reportIssues } from '#lib/server/foundation/db/schema.ts';
import { renderPdf } from '#lib/server/documents/print/render-pdf.ts';
import type { ReportJob, Stamp } from '#lib/server/documents/write/types.ts';
import type { Round } from '#lib/server/rounds/round/find-round.ts';
import { type DocumentFormat, KINDS } from '#lib/domain/document/kinds.ts';
import { type EditableJob, isEditable, renderWord } from '#lib/server/documents/word/render-word.ts';
import { inputText, packInput } from './issued.ts';
import { codeOf, printedCode } from './report-code.ts';

/** The person who asks for a document, and the address where it can be checked. */
export interface Issuer {
	/** Id of the person; null = the command line. */
	userId: string | null;
	/** Public address of the system, such as `https://siap.example.go.id`; null = unknown, and no QR code is printed. */
	origin: string | null;
}

/** Form and subject of a document to be issued. */
export interface Issuing {
	/** Code of the region, id of the agency, number of the session, empty for the whole province. */
	subject: string;
	job: ReportJob;
	format: DocumentFormat;
	issuer: Issuer;
}

/** Issues a document as PDF or Word; as PDF where there is no Word of its kind.
 *  @throws Error when the compiler refuses the document */
export async function issueDocument(
	db: Db,
	round: Round,
	{ subject, job, format, issuer }: Issuing,
	now: number
): Promise<{ bytes: Buffer; code: string }> {
	if (format === 'docx' && isEditable(job)) {
		const { word, code } = await issueWord(db, round, { subject, job, issuer }, now);
		return { bytes: word, code };
	}
	const { pdf, code } = await issueReport(db, round, { subject, job, issuer }, now);
	return { bytes: pdf, code };
}

/** Makes a document as PDF and keeps its input under a code that is printed on every page. The same content has the
 *  same code and, with the same address, the same bytes.
 *  @param subject code of the region, id of the agency, number of the session, empty for the whole province
 *  @throws Error when the compiler refuses the document */
export async function issueReport(
	db: Db,
	round: Round,
	{ subject, job, issuer: { userId, origin } }: { subject: string; job: ReportJob; issuer: Issuer },
	now: number
): Promise<{ pdf: Buffer; code: string }> {
	const { text, code, stamp, instrumentId } = stampFor(job, round, origin);
	const pdf = await renderPdf(job.kind, job.data, job.locale, stamp);
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
			address: stamp.address,
			fileHash: createHash('sha256').update(pdf).digest('hex'),
			issuedBy: userId,
			issuedAt: now
		})
		.onConflictDoNothing() // two requests at once
		.run();
	return { pdf, code };
}

/** Makes the same as a Word document: a copy for editing, which names the PDF that it is a copy of. That PDF is
 *  issued with it, so that its code can be looked up; the copy itself cannot be checked.
 *  @throws Error when the compiler refuses the document */
async function issueWord(
	db: Db,
	round: Round,
	issued: { subject: string; job: EditableJob; issuer: Issuer },
	now: number
): Promise<{ word: Buffer; code: string }> {
	const { code, stamp } = stampFor(issued.job, round, issued.issuer.origin);
	if (!isIssued(db, code)) await issueReport(db, round, issued, now);
	return { word: await renderWord(issued.job, stamp), code };
}

/** The code of a document with its printed form; `text` is the input that it is made from. */
function stampFor(job: ReportJob, round: Round, origin: string | null) {
	const instrumentId = KINDS[job.kind].about === 'agency' ? round.agencyInstrumentId! : round.instrumentId;
	const text = inputText(job, instrumentId);
	const code = codeOf(text);
	const printed = printedCode(code);
	const stamp: Stamp = { code: printed, address: origin && `${origin}/verify/${printed}` };
	return { text, code, stamp, instrumentId };
}

function isIssued(db: Db, code: string): boolean {
	return (
		db.select({ code: reportIssues.code }).from(reportIssues).where(eq(reportIssues.code, code)).get() !== undefined
	);
}
