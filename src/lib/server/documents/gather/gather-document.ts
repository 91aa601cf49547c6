import { KINDS, type ReportKind } from '#lib/domain/document/kinds.ts';
import type { Locale } from '#lib/domain/locale.ts';
import { EVERYTHING, type ReportOptions } from '#lib/domain/document/report-options.ts';
import { assessmentOf } from '#lib/server/documents/kinds/subjects.ts';
import type { ReportJob, ReportKinds } from '#lib/server/documents/write/types.ts';
import { findSession } from '#lib/server/fieldwork/plenary/sessions.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { MACHINE_VIEWER } from '#lib/server/people/access/machine-viewer.ts';
import type { PlanChoice } from '#lib/server/plans/plan/plan-options.ts';
import { type Assessment, findAssessment } from '#lib/server/rounds/assessment/find-assessment.ts';
import type { Round } from '#lib/server/rounds/round/find-round.ts';
import { collectAgencyReport } from './collect-agency.ts';
import type { Gathering } from './collect-basis.ts';
import { collectMinutes } from './collect-minutes.ts';
import { collectPlan } from './collect-plan.ts';
import { collectProvinceReport } from './collect-province.ts';
import { collectRegionReport } from './collect-region.ts';

/** Subject of a document of one kind, with the choices of how its data are gathered. */
export interface Subject extends Gathering {
	/** Code of the region, id of the agency, number of the session; empty for the whole province. */
	subject: string;
	/** Target and capacity of a region's plan where they are others than the round's. */
	choice?: Omit<PlanChoice, 'capacityRefused'>;
}

/** A document by its kind, subject, language and options. */
export interface Wanted extends Subject {
	kind: ReportKind;
	locale: Locale;
	/** Chapters, paper and the like; absent = everything, on A4. */
	options?: ReportOptions;
}

/** Gathers the data of one kind. Callers check access.
 *  @returns null when the round has no such region, agency or session */
type Gatherer<K extends ReportKind> = (
	db: Db,
	round: Round,
	of: Subject,
	now: number
) => Promise<ReportKinds[K] | null> | ReportKinds[K] | null;

const GATHERERS: { [K in ReportKind]: Gatherer<K> } = {
	region: (db, round, of, now) => {
		const assessment = assessed(db, round, 'region', of);
		return assessment && collectRegionReport(db, assessment, now, of);
	},
	agency: (db, round, of, now) => {
		const assessment = assessed(db, round, 'agency', of);
		return assessment && collectAgencyReport(db, assessment, now, of.withEvidence);
	},
	province: (db, round, of, now) => collectProvinceReport(db, round, now, of),
	minutes: (db, round, { subject }, now) => {
		const session = findSession(db, round, Number(subject));
		return session && collectMinutes(db, round, session, now);
	},
	plan: (db, round, { subject, choice }, now) =>
		collectPlan(db, round, { region: subject || null, choice: choice ?? round }, now)
};

function assessed(db: Db, round: Round, kind: 'region' | 'agency', { subject }: Subject): Assessment | null {
	const about = assessmentOf(db, { kind, subject });
	const key = about && { round: round.code, region: about.regionCode, agency: about.agencyId };
	return (key && findAssessment(db, MACHINE_VIEWER, 'assessment.read', key)?.assessment) ?? null;
}

/** Gathers the data of a document as the round is now. Callers check access.
 *  @param now milliseconds, the day of printing
 *  @returns null when the round has no such region, agency or session */
export async function gatherData<K extends ReportKind>(
	db: Db,
	round: Round,
	{ kind, ...of }: Subject & { kind: K },
	now: number
): Promise<ReportKinds[K] | null> {
	return GATHERERS[kind](db, round, of, now);
}

/** Gathers the data that a document is written from, without the own texts of editors. Callers check access, and say
 *  so where the list of evidence is to be left out.
 *  @param now milliseconds, the day of printing
 *  @returns null when the round has no such region, agency or session */
export async function gatherDocument(db: Db, round: Round, wanted: Wanted, now: number): Promise<ReportJob | null> {
	const { kind, locale, options, withEvidence = (options ?? EVERYTHING).evidence } = wanted;
	const data = await gatherData(db, round, { ...wanted, withEvidence }, now);
	return data && ({ kind, data: laidOut(kind, data, options), locale } as ReportJob);
}

/** Puts the options into the data that the document is made from. Minutes have no options. */
export function laidOut<K extends ReportKind>(kind: K, data: ReportKinds[K], options?: ReportOptions): ReportKinds[K] {
	if (!options || KINDS[kind].sections.length === 0) return data;
	return { ...data, options, state: options.asDraft ? 'draft' : data.state };
}
