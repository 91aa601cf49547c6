import type { DocumentFormat, ReportKind } from '#lib/domain/document/kinds.ts';
import type { Locale } from '#lib/domain/locale.ts';
import type { Wanted } from '#lib/server/documents/gather/gather-document.ts';
import { mayReadDocument } from '#lib/server/documents/kinds/document-access.ts';
import { documentName } from '#lib/server/documents/kinds/document-name.ts';
import { namedSubject } from '#lib/server/documents/kinds/subjects.ts';
import { collectDocument } from '#lib/server/documents/own-texts/collect-document.ts';
import { issueDocument } from '#lib/server/documents/verification/issue-report.ts';
import { askedLanguage } from '#lib/server/foundation/http/asked-language.ts';
import { downloadResponse } from '#lib/server/foundation/http/download-response.ts';
import { type Asking, requireDocument } from './require-document.ts';

/** A document as its address names it. */
interface Sent extends Pick<Wanted, 'choice'> {
	kind: ReportKind;
	/** Code of the region, id of the agency, number of the session; empty for the whole province. */
	subject: string;
	format: DocumentFormat;
}

/** Answers the address of a document: made, issued and named in the language that the address asks for; the list of
 *  evidence is in it for readers of evidence.
 *  @param locale language where the address names none
 *  @throws 303 to the login page, 403 or 404 with a sentence */
export async function sendDocument(asking: Asking, sent: Sent, locale: Locale = 'id'): Promise<Response> {
	const { kind, subject, format, choice } = sent;
	const { viewer, round } = requireDocument(asking, sent);
	const { db } = asking.locals;
	const language = askedLanguage(asking.url, locale);
	const withEvidence = mayReadDocument(db, viewer, round, { kind, subject, options: { evidence: true } });
	const now = Date.now();
	const job = (await collectDocument(db, round, { kind, subject, locale: language, withEvidence, choice }, now))!;
	const issuer = { userId: viewer.id, origin: asking.url.origin };
	const { bytes } = await issueDocument(db, round, { subject, job, format, issuer }, now);
	const named = { kind, subject: namedSubject(db, sent), locale: language };
	return downloadResponse(bytes, documentName(round.code, named, format));
}
