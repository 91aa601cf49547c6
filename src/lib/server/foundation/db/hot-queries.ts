import { getTableColumns } from 'drizzle-orm';
import { columnsOf, hotChange, hotQuery, rowWriter } from './hot-query.ts';
import {
	answers,
	answerWrites,
	assessments,
	auditLog,
	instrumentVersions,
	publications,
	regions,
	rounds,
	users
} from './schema.ts';

// Queries of nearly every request. They are plain SQL, because Drizzle builds a query anew for each call, which costs
// more than the answer; all other queries are Drizzle's.

const { snapshot: _snapshot, ...roundColumns } = getTableColumns(rounds);
const { content: _content, ...versionColumns } = getTableColumns(instrumentVersions);

/** Columns of a round without the snapshot of a published one, which is megabytes and has a query of its own. */
export const ROUND_COLUMNS = roundColumns;
/** Columns of a version without its content, which is large and read once; all other columns may change. */
export const VERSION_COLUMNS = versionColumns;

const ANSWER = columnsOf(answers, getTableColumns(answers));
const ANSWER_WRITE = columnsOf(answerWrites, getTableColumns(answerWrites));
const ASSESSMENT = columnsOf(assessments, getTableColumns(assessments));
const PUBLICATION = columnsOf(publications, getTableColumns(publications));
const REGION = columnsOf(regions, getTableColumns(regions));
const ROUND = columnsOf(rounds, ROUND_COLUMNS);
const VERSION = columnsOf(instrumentVersions, VERSION_COLUMNS);
const { id, username, displayName, role, regionCode, agencyId, active } = users;
const PERSON = columnsOf(users, { id, username, displayName, role, regionCode, agencyId, active });

export const regionByCode = hotQuery<{ code: string }, ReturnType<typeof REGION.read>>(
	`SELECT ${REGION.list} FROM regions WHERE code = @code`,
	REGION.read
);

export const provinceVersion = hotQuery<object, { version: number }>(
	'SELECT version FROM province WHERE id = 1',
	([version]) => ({ version: version as number })
);

export const roundByCode = hotQuery<{ code: string }, ReturnType<typeof ROUND.read>>(
	`SELECT ${ROUND.list} FROM rounds WHERE code = @code`,
	ROUND.read
);

export const versionById = hotQuery<{ id: number }, ReturnType<typeof VERSION.read>>(
	`SELECT ${VERSION.list} FROM instrument_versions WHERE id = @id`,
	VERSION.read
);

export const publicationOf = hotQuery<{ roundId: number }, ReturnType<typeof PUBLICATION.read>>(
	`SELECT ${PUBLICATION.list} FROM publications WHERE round_id = @roundId`,
	PUBLICATION.read
);

const REGION_AT = ASSESSMENT.count + ROUND.count;
const VERSION_AT = REGION_AT + REGION.count;

/** An assessment with round, region and agency, because every save asks for it.
 *  `agency`: its id, empty for the region's own assessment */
export const assessmentByKey = hotQuery<{ round: string; region: string; agency: string }, AssessmentFound>(
	`SELECT ${[ASSESSMENT, ROUND, REGION, VERSION].map(({ list }) => list).join(', ')}
	 FROM assessments
	 JOIN rounds ON rounds.id = assessments.round_id
	 JOIN regions ON regions.code = assessments.region_code
	 JOIN instrument_versions ON instrument_versions.id = assessments.instrument_id
	 WHERE rounds.code = +@round AND assessments.region_code = +@region
	 AND ifnull(assessments.agency_id, '') = +@agency`, // as the unique index has it
	(cells) => ({
		row: ASSESSMENT.read(cells),
		round: ROUND.read(cells, ASSESSMENT.count),
		region: REGION.read(cells, REGION_AT),
		version: VERSION.read(cells, VERSION_AT)
	})
);

export interface AssessmentFound {
	row: ReturnType<typeof ASSESSMENT.read>;
	round: ReturnType<typeof ROUND.read>;
	region: ReturnType<typeof REGION.read>;
	version: ReturnType<typeof VERSION.read>;
}

export const answersByAssessment = hotQuery<{ assessmentId: number }, ReturnType<typeof ANSWER.read>>(
	`SELECT ${ANSWER.list} FROM answers WHERE assessment_id = @assessmentId`,
	ANSWER.read
);

/** Writes an answer over the one of the same indicator and track. */
export const putAnswerRow = rowWriter(answers, ['assessment_id', 'indicator', 'track']);

export const writeByRequest = hotQuery<{ requestId: string }, ReturnType<typeof ANSWER_WRITE.read>>(
	`SELECT ${ANSWER_WRITE.list} FROM answer_writes WHERE request_id = @requestId`,
	ANSWER_WRITE.read
);

export const insertAnswerWrite = rowWriter(answerWrites);

export const raiseAssessment = hotChange<{ id: number }>(
	'UPDATE assessments SET revision = revision + 1 WHERE id = @id'
);

export const raiseRound = hotChange<{ id: number }>('UPDATE rounds SET revision = revision + 1 WHERE id = @id');

/** A session with its person; `expiresAt` in seconds. */
export const sessionWithUser = hotQuery<{ id: string }, { expiresAt: number; user: ReturnType<typeof PERSON.read> }>(
	`SELECT ${PERSON.list}, sessions.expires_at FROM sessions JOIN users ON users.id = sessions.user_id WHERE sessions.id = +@id`,
	(cells) => ({ expiresAt: cells[PERSON.count] as number, user: PERSON.read(cells) })
);

export const userOfToken = hotQuery<{ tokenHash: string }, ReturnType<typeof PERSON.read>>(
	`SELECT ${PERSON.list} FROM api_tokens JOIN users ON users.id = api_tokens.user_id WHERE token_hash = +@tokenHash`,
	PERSON.read
);

export const assignedRegions = hotQuery<{ userId: string; roundId: number }, string>(
	'SELECT region_code FROM assignments WHERE user_id = @userId AND round_id = @roundId',
	([code]) => code as string
);

// Head of the log, not its last row: after rows were cut off its end, the gap must stay visible.
export const auditHeadNow = hotQuery<object, { seq: number; hash: string }>(
	'SELECT seq, hash FROM audit_head',
	([seq, hash]) => ({ seq: seq as number, hash: hash as string })
);

export const insertAuditEntry = rowWriter(auditLog);
