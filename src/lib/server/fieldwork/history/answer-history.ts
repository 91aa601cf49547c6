import { and, asc, eq, or, sql } from 'drizzle-orm';
import { type AnswerContent, NO_ANSWER } from '#lib/domain/workflow/answer-content.ts';
import { type AnswerChange, type Chapter, tellStory } from '#lib/domain/workflow/answer-story.ts';
import { type Track, TRACKS } from '#lib/domain/workflow/types.ts';
import type { Assessment } from '#lib/server/rounds/assessment/find-assessment.ts';
import { listSteps, subjectOf, type TakenStep } from '#lib/server/rounds/assessment/record-step.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { auditLog } from '#lib/server/foundation/db/schema.ts';

/** The readable history of one answer. */
export interface AnswerHistory {
	chapters: Chapter[];
	/** Steps of the assessment meanwhile, the first one first. */
	steps: TakenStep[];
}

/** The history of one indicator of an assessment, from the audit log. Callers check `history.read`. */
export function readAnswerHistory(db: Db, assessment: Assessment, indicator: string): AnswerHistory {
	const { round, region, agency } = assessment;
	const subject = `${subjectOf(round.code, region.code, agency?.id ?? null)}/${indicator}`;
	const rows = db
		.select()
		.from(auditLog)
		.where(
			and(
				or(eq(auditLog.action, 'answer.save'), eq(auditLog.action, 'answer.import')),
				sql`${auditLog.subject} IN (${sql.join(
					TRACKS.map((track) => sql`${`${subject}/${track}`}`),
					sql`, `
				)})`
			)
		)
		.orderBy(asc(auditLog.seq))
		.all();
	const changes = rows.flatMap((row): AnswerChange[] => {
		const after = stateOf(row.after);
		if (!after) return [];
		return [
			{
				at: row.at,
				by: row.actorName,
				track: row.subject.slice(subject.length + 1) as Track,
				before: stateOf(row.before),
				after,
				imported: row.action === 'answer.import'
			}
		];
	});
	return { chapters: tellStory(changes), steps: listSteps(db, assessment.id).reverse() };
}

/** The content of an answer in the log, which leaves out empty fields. */
function stateOf(json: string | null): AnswerContent | null {
	if (json === null) return null;
	const logged = JSON.parse(json) as Partial<AnswerContent>;
	return Object.fromEntries(
		Object.entries(NO_ANSWER).map(([field, value]) => [field, logged[field as keyof AnswerContent] ?? value])
	) as unknown as AnswerContent;
}
