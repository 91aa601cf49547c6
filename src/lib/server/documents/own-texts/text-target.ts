import { and, eq } from 'drizzle-orm';
import type { Locale } from '#lib/domain/locale.ts';
import { agencyTitle } from '#lib/domain/geography/region-name.ts';
import { scoreRound } from '#lib/server/rounds/assessment/results.ts';
import { canReach, reachOf, type Viewer } from '#lib/server/people/access/access.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { reportTexts } from '#lib/server/foundation/db/schema.ts';
import { isRewritable, KINDS, kindOn, type TextKind } from '#lib/domain/document/kinds.ts';
import { assessmentOf } from '#lib/server/documents/kinds/subjects.ts';
import type { Round } from '#lib/server/rounds/round/find-round.ts';

/** A document in one language, whose paragraphs editors may rewrite. */
export interface TextTarget {
	kind: TextKind;
	/** Code of the region, id of the agency; empty for the whole province, of a plan for all kabupaten and kota. */
	subject: string;
	locale: Locale;
}

const AGENCY = 'agency:';

/** The two documents on a region and on the whole province; on an agency there is only a report. */
export const TEXT_DOCUMENTS = ['report', 'plan'] as const;
export type TextDocument = (typeof TEXT_DOCUMENTS)[number];

/** Finds the document that an address names.
 *  @param report name of its subject: `province`, the code of a region, or `agency:` with an agency's id
 *  @throws RangeError when the kind of document has no own texts */
export function textTarget(report: string, locale: Locale, document: TextDocument = 'report'): TextTarget {
	const isAgency = report.startsWith(AGENCY);
	const subject = isAgency ? report.slice(AGENCY.length) : report === 'province' ? '' : report;
	const about = isAgency ? 'agency' : subject === '' ? 'province' : 'region';
	const kind = kindOn(about, document) ?? kindOn(about, 'report')!;
	if (!isRewritable(kind)) throw new RangeError(`${kind} has no texts of its own`);
	return { kind, subject, locale };
}

/** Name of a document in an address. */
export function addressOf({ kind, subject }: Pick<TextTarget, 'kind' | 'subject'>): {
	report: string;
	document: TextDocument;
} {
	return {
		report: KINDS[kind].about === 'agency' ? AGENCY + subject : subject || 'province',
		document: KINDS[kind].document
	};
}

/** Condition for the rows of one document. */
export function ofTarget(round: Pick<Round, 'id'>, { kind, subject, locale }: TextTarget) {
	return and(
		eq(reportTexts.roundId, round.id),
		eq(reportTexts.kind, kind),
		eq(reportTexts.subject, subject),
		eq(reportTexts.locale, locale)
	);
}

/** Lists the documents of a round that the viewer may see paragraph by paragraph beside the text of the data, as an
 *  address names them; `province` tells whether the document of the whole is among them. */
export function listTextReports(db: Db, viewer: Viewer, round: Round) {
	const reach = reachOf(db, viewer, 'report.write', round);
	return {
		province: reach.all,
		regions: scoreRound(db, round, 'region')
			.map(({ region }) => ({ code: region.code, name: region.name }))
			.filter(({ code }) => canReach(reach, { regionCode: code, agencyId: null })),
		agencies: scoreRound(db, round, 'agency')
			.filter(({ region, agency }) => canReach(reach, { regionCode: region.code, agencyId: agency!.id }))
			.map(({ region, agency }) => ({ report: AGENCY + agency!.id, name: agencyTitle(agency!.name, region.name) }))
	};
}

/** Whether somebody may rewrite a document now: assessors the documents of their regions until the round is
 *  published, reviewers and administrators all until it is closed. */
export function mayWriteText(db: Db, viewer: Viewer, round: Round, target: TextTarget): boolean {
	const reach = reachOf(db, viewer, 'report.write', round);
	if (round.status === 'closed' || (round.status === 'published' && !reach.all)) return false;
	if (target.subject === '') return reach.all;
	const about = assessmentOf(db, target);
	return about !== null && canReach(reach, about);
}
