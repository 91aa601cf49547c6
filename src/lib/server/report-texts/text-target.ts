import { and, eq } from 'drizzle-orm';
import { scoreRound } from '../assessments/results.ts';
import { canReach, reachOf, type Viewer } from '../auth/access.ts';
import type { Db } from '../db/open.ts';
import { reportTexts, type TextKind } from '../db/schema.ts';
import type { ReportLocale } from '../reports/types.ts';
import type { Round } from '../rounds/find-round.ts';

/** A report in one language, whose paragraphs editors may rewrite. */
export interface TextTarget {
	kind: TextKind;
	/** Code of the region; empty for the whole province. */
	subject: string;
	locale: ReportLocale;
}

/** The report that an address names: `province`, or the code of a region. */
export function textTarget(report: string, locale: ReportLocale): TextTarget {
	return report === 'province'
		? { kind: 'province', subject: '', locale }
		: { kind: 'region', subject: report, locale };
}

/** Rows of one report. */
export function ofTarget(round: Pick<Round, 'id'>, { kind, subject, locale }: TextTarget) {
	return and(
		eq(reportTexts.roundId, round.id),
		eq(reportTexts.kind, kind),
		eq(reportTexts.subject, subject),
		eq(reportTexts.locale, locale)
	);
}

/** The reports of a round whose paragraphs the viewer may see side by side with what the data say, by the codes of their
 *  regions; `province` tells whether that of the whole is one of them. */
export function listTextReports(db: Db, viewer: Viewer, round: Round) {
	const reach = reachOf(db, viewer, 'report.write', round);
	return {
		province: reach.all,
		regions: scoreRound(db, round, 'region')
			.map(({ region }) => ({ code: region.code, name: region.name }))
			.filter(({ code }) => canReach(reach, { regionCode: code, agencyId: null }))
	};
}

/** Whether somebody may rewrite a report now: assessors those of their regions until the round is published, reviewers and
 *  administrators until it is closed. */
export function mayWriteText(db: Db, viewer: Viewer, round: Round, { kind, subject }: TextTarget): boolean {
	const reach = reachOf(db, viewer, 'report.write', round);
	if (round.status === 'closed' || (round.status === 'published' && !reach.all)) return false;
	return kind === 'province' ? reach.all : canReach(reach, { regionCode: subject, agencyId: null });
}
