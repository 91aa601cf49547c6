import { findAgency } from '#lib/server/places/agencies/list-agencies.ts';
import { findAssessment } from '#lib/server/rounds/assessment/find-assessment.ts';
import { scoreRound } from '#lib/server/rounds/assessment/results.ts';
import type { Viewer } from '#lib/server/people/access/access.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { collectMinutes } from '#lib/server/documents/gather/collect-minutes.ts';
import { findSession } from '#lib/server/fieldwork/plenary/sessions.ts';
import { withOwnTexts } from '#lib/server/documents/own-texts/own-texts.ts';
import type { Round } from '#lib/server/rounds/round/find-round.ts';
import { collectAgencyReport } from '#lib/server/documents/gather/collect-agency.ts';
import {
	collectProvinceReport,
	collectRegionReport,
	collectRegionReports
} from '#lib/server/documents/gather/collect.ts';
import { collectPlan } from '#lib/server/documents/gather/collect-plan.ts';
import { EVERYTHING, type ReportOptions } from '#lib/domain/document/report-options.ts';
import type { ReportJob } from '#lib/server/documents/write/types.ts';
import type { ReportKind, ReportLocale } from '#lib/domain/document/kinds.ts';

/** A document by what it is about. */
export interface Wanted {
	kind: ReportKind;
	/** Code of the region, id of the agency, number of the session; empty for the whole province. */
	subject: string;
	locale: ReportLocale;
	/** Absent = everything, on A4. */
	options?: ReportOptions;
}

/** Gathers what a document is written from. Callers check access.
 *  @param viewer only to find an assessment with; may be the machine
 *  @param now milliseconds, the day of printing
 *  @returns null when the round has no such region, agency or session */
export async function collectJob(
	db: Db,
	viewer: Viewer,
	round: Round,
	{ kind, subject, locale, options }: Wanted,
	now: number
): Promise<ReportJob | null> {
	if (kind === 'minutes') {
		const session = findSession(db, round, Number(subject));
		return session && { kind, data: collectMinutes(db, round, session, now), locale };
	}
	if (kind === 'plan') {
		const plan = await collectPlan(db, round, subject || null, round, now);
		return plan && withOwnTexts(db, round, { kind, data: laidOut(plan, options), locale });
	}
	const how = { withEvidence: (options ?? EVERYTHING).evidence };
	if (kind === 'province') {
		const data = laidOut(await collectProvinceReport(db, round, now, how), options);
		return withOwnTexts(db, round, { kind, data, locale });
	}
	const agency = kind === 'agency' ? findAgency(db, subject) : null;
	const about = agency ? { region: agency.regionCode, agency: agency.id } : { region: subject, agency: null };
	const found = findAssessment(db, viewer, 'assessment.read', { round: round.code, ...about });
	if (!found) return null;
	if (kind === 'agency') {
		const data = laidOut(collectAgencyReport(db, found.assessment, now, how.withEvidence), options);
		return withOwnTexts(db, round, { kind, data, locale });
	}
	const data = laidOut(await collectRegionReport(db, found.assessment, now, how), options);
	return withOwnTexts(db, round, { kind, data, locale });
}

/** Gathers what the reports on all regions of a round are written from, as the round is now. Callers check access.
 *  @param viewer, now as above
 *  @returns by code of the region, what makes the report ready to be laid out */
export async function collectFolder(
	db: Db,
	viewer: Viewer,
	round: Round,
	{ locale, options }: Pick<Wanted, 'locale' | 'options'>,
	now: number
): Promise<{ subject: string; makeJob: () => ReportJob }[]> {
	const codes = scoreRound(db, round, 'region').map(({ region }) => region.code);
	const assessments = codes.map((region) => {
		const key = { round: round.code, region, agency: null };
		return findAssessment(db, viewer, 'assessment.read', key)!.assessment;
	});
	const how = { withEvidence: (options ?? EVERYTHING).evidence };
	const makeReports = await collectRegionReports(db, round, assessments, now, how);
	return makeReports.map((makeReport, at) => ({
		subject: codes[at]!,
		makeJob: () => withOwnTexts(db, round, { kind: 'region', data: laidOut(makeReport(), options), locale } as const)
	}));
}

function laidOut<T extends { state: 'draft' | 'final' }>(data: T, options: ReportOptions | undefined): T {
	if (!options) return data;
	return { ...data, options, state: options.asDraft ? 'draft' : data.state };
}
