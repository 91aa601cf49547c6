import { and, eq, getTableColumns, sql } from 'drizzle-orm';
import type { Region } from '#lib/domain/geography/types.ts';
import { canReach, type Permission, reachOf, type Viewer } from '#lib/server/people/access/access.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { prepared, settled } from '#lib/server/foundation/db/prepared.ts';
import {
	agencies,
	answers,
	assessments,
	instrumentVersions,
	regions,
	rounds
} from '#lib/server/foundation/db/schema.ts';
import { type StoredInstrument, toStored, VERSION_COLUMNS } from '#lib/server/rounds/instruments/stored-instruments.ts';
import { toRegion } from '#lib/server/places/regions/list-regions.ts';
import { type Round, ROUND_COLUMNS } from '#lib/server/rounds/round/find-round.ts';
import { findSnapshot, type RoundSnapshot } from '#lib/server/rounds/round/frozen-round.ts';
import { frozenInstrument } from '#lib/server/rounds/round/round-content.ts';

export type AnswerRow = typeof answers.$inferSelect;

/** Which assessment is meant: one region, or one of its agencies, in one round. */
export interface AssessmentKey {
	round: string;
	region: string;
	/** Agency id; null for the region's own assessment. */
	agency: string | null;
}

export interface Assessment {
	id: number;
	round: Round;
	region: Region;
	agency: { id: string; name: string } | null;
	stored: StoredInstrument;
	status: typeof assessments.$inferSelect.status;
	revision: number;
	statusChangedAt: number | null;
}

// With all that goes with it, because every save asks for it.
const assessmentByKey = prepared((db) =>
	db
		.select({
			row: getTableColumns(assessments),
			round: ROUND_COLUMNS,
			region: getTableColumns(regions),
			version: VERSION_COLUMNS
		})
		.from(assessments)
		.innerJoin(rounds, eq(rounds.id, assessments.roundId))
		.innerJoin(regions, eq(regions.code, assessments.regionCode))
		.innerJoin(instrumentVersions, eq(instrumentVersions.id, assessments.instrumentId))
		.where(
			and(
				eq(rounds.code, settled('round')),
				eq(assessments.regionCode, settled('region')),
				sql`ifnull(${assessments.agencyId}, '') = ${settled('agency')}` // as the unique index has it
			)
		)
		.prepare()
);

/** An assessment with whether the viewer may do what is asked; null when it does not exist. Of a published round it is
 *  the assessment as it was published.
 *  Callers turn null into 404 and `allowed: false` into 403. */
export function findAssessment(
	db: Db,
	viewer: Viewer,
	permission: Permission,
	key: AssessmentKey
): { assessment: Assessment; allowed: boolean } | null {
	const found = assessmentByKey(db).get({ ...key, agency: key.agency ?? '' });
	if (!found) return null;
	const { row, round } = found;
	const published = findSnapshot(db, round);
	const content = published ? frozenContent(published.snapshot, row) : liveContent(db, found);
	if (!content) return null;
	const allowed = canReach(reachOf(db, viewer, permission, round), row);
	return { assessment: { id: row.id, round, revision: row.revision, ...content }, allowed };
}

type Content = Pick<Assessment, 'region' | 'agency' | 'stored' | 'status' | 'statusChangedAt'>;
type Found = NonNullable<ReturnType<ReturnType<typeof assessmentByKey>['get']>>;

function liveContent(db: Db, { row, region, version }: Found): Content {
	const agency = row.agencyId
		? (db.select({ id: agencies.id, name: agencies.name }).from(agencies).where(eq(agencies.id, row.agencyId)).get() ??
			null)
		: null;
	const stored = toStored(db, version);
	return { region: toRegion(region), agency, stored, status: row.status, statusChangedAt: row.statusChangedAt };
}

function frozenContent(snapshot: RoundSnapshot, { regionCode, agencyId, instrumentId }: Found['row']): Content | null {
	const frozen = agencyId === null ? snapshot : snapshot.agencies;
	const region = snapshot.regions.find(({ code }) => code === regionCode);
	const result = frozen?.results.find(
		(candidate) => candidate.region.code === regionCode && (candidate.agency?.id ?? null) === agencyId
	);
	if (!frozen || !region || !result) return null;
	const since = frozen.statusSince[agencyId ?? regionCode] ?? null;
	return {
		region,
		agency: result.agency ?? null,
		stored: frozenInstrument(frozen, instrumentId),
		status: result.status,
		statusChangedAt: since === null ? null : Date.parse(since)
	};
}

const answersByAssessment = prepared((db) =>
	db
		.select()
		.from(answers)
		.where(eq(answers.assessmentId, sql.placeholder('assessmentId')))
		.prepare()
);

/** All answers of an assessment as they stand in the table, every track: for writing. Who reads takes `readAnswers`. */
export function listAnswers(db: Db, assessmentId: number): AnswerRow[] {
	return answersByAssessment(db).all({ assessmentId });
}
