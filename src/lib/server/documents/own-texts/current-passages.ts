import { createHash } from 'node:crypto';
import { findAssessment } from '#lib/server/rounds/assessment/find-assessment.ts';
import type { Viewer } from '#lib/server/people/access/access.ts';
import { keeper } from '#lib/server/foundation/cache/keeper.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { auditHead } from '#lib/server/foundation/db/schema.ts';
import { agencyDraft } from '#lib/server/documents/write/agency-document.ts';
import { collectPlan } from '#lib/server/documents/gather/collect-plan.ts';
import { collectAgencyReport } from '#lib/server/documents/gather/collect-agency.ts';
import { collectProvinceReport, collectRegionReport } from '#lib/server/documents/gather/collect.ts';
import { listPassages, type Passage } from '#lib/server/documents/write/passages.ts';
import { planDraft } from '#lib/server/documents/write/plan/plan-document.ts';
import { provinceDraft } from '#lib/server/documents/write/province/province-document.ts';
import { regionDraft } from '#lib/server/documents/write/region-document.ts';
import type { Round } from '#lib/server/rounds/round/find-round.ts';
import { isoDay } from '#lib/server/rounds/round/today.ts';
import { assessmentOf, type TextTarget } from './text-target.ts';

/** What the data say now, paragraph by paragraph. */
export interface CurrentPassages {
	passages: Passage[];
	/** What rests on the certainty of the ranking is missing while that is being worked out. */
	isComplete: boolean;
}

// Everything that a paragraph can change by is in the audit log: until it grows, or the day ends, nothing is made anew.
const kept = keeper<Promise<CurrentPassages | null>>(100);

const HOW = { withEvidence: true, certainty: 'known' } as const;

/** The paragraphs of a document as they are written from the data now; does not wait for the certainty of the ranking.
 *  Callers check access.
 *  @param viewer only to find an assessment with
 *  @param now milliseconds
 *  @returns null when the round has no such region or agency */
export async function currentPassages(
	db: Db,
	viewer: Viewer,
	round: Round,
	target: TextTarget,
	now: number
): Promise<CurrentPassages | null> {
	const at = `${db.select({ seq: auditHead.seq }).from(auditHead).get()?.seq ?? 0} ${isoDay(now)}`;
	const key = { of: [round.id, target.kind, target.subject, target.locale].join(' '), at };
	const current = await kept(db, key, () => write(db, viewer, round, target, now));
	if (!current?.isComplete) kept.forget(db, key);
	return current;
}

async function write(
	db: Db,
	viewer: Viewer,
	round: Round,
	target: TextTarget,
	now: number
): Promise<CurrentPassages | null> {
	const { kind, locale } = target;
	if (kind === 'province') {
		const report = await collectProvinceReport(db, round, now, HOW);
		return { passages: listPassages(provinceDraft(report, locale)), isComplete: report.robustness !== null };
	}
	if (kind === 'plan') {
		const report = await collectPlan(db, round, target.subject || null, round, now);
		return report && { passages: listPassages(planDraft(report, locale)), isComplete: true };
	}
	const about = assessmentOf(db, target);
	const key = about && { round: round.code, region: about.regionCode, agency: about.agencyId };
	const found = key && findAssessment(db, viewer, 'assessment.read', key);
	if (!found) return null;
	if (kind === 'agency') {
		const report = collectAgencyReport(db, found.assessment, now, HOW.withEvidence);
		return { passages: listPassages(agencyDraft(report, locale)), isComplete: true };
	}
	const report = await collectRegionReport(db, found.assessment, now, HOW);
	return { passages: listPassages(regionDraft(report, locale)), isComplete: report.robustness !== null };
}

/** What a page was made from, to tell whether the data have changed when its form comes back. */
export function fingerprint({ sense }: Pick<Passage, 'sense'>): string {
	return createHash('sha256').update(sense).digest('hex').slice(0, 16);
}
