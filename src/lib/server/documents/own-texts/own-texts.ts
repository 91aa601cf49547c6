import { and, asc, eq, max, ne } from 'drizzle-orm';
import type { Locale } from '#lib/domain/locale.ts';
import { targetAhead } from '#lib/domain/planning/target-ahead.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { reportTexts } from '#lib/server/foundation/db/schema.ts';
import type { PlanReport, ReportJob } from '#lib/server/documents/write/types.ts';
import { FOLDERS, isFolder, isRewritable, type ReportJobKind } from '#lib/domain/document/kinds.ts';
import type { Round } from '#lib/server/rounds/round/find-round.ts';
import { ofTarget } from './text-target.ts';

/** Adds the own texts of editors to the input of a document, so that another text makes another document with
 *  another code. Without own texts the document stays as it was. */
export function withOwnTexts<Job extends ReportJob>(db: Db, round: Round, job: Job): Job {
	const { kind, data } = job;
	if (!isRewritable(kind) || ('time' in data && !isPlanOfRound(round, data))) return job;
	const subject = 'agency' in data ? data.agency.id : 'region' in data ? (data.region ?? '') : '';
	const rows = db
		.select({ passage: reportTexts.passage, choice: reportTexts.choice, text: reportTexts.text })
		.from(reportTexts)
		.where(and(ofTarget(round, { kind, subject, locale: job.locale }), ne(reportTexts.choice, 'generated')))
		.orderBy(asc(reportTexts.passage))
		.all();
	if (rows.length === 0) return job;
	const texts = Object.fromEntries(rows.map(({ passage, choice, text }) => [passage, choice === 'own' ? text : null]));
	return { ...job, data: { ...data, texts } };
}

/** Whether a plan has the target and the capacity of its round: own texts are about that plan. A plan that a reader
 *  asked for with others says something else, and is written from the data alone. */
function isPlanOfRound(round: Round, { instrument, region, results, plans, time }: PlanReport): boolean {
	if (time.dailyCapacity !== round.dailyCapacity) return false;
	const own = region === null ? undefined : plans[region];
	if (!own) return true;
	const { answers } = results.find((result) => result.region.code === region)!;
	return own.targetClass === targetAhead(instrument, answers, round.targetClass);
}

/** Gives the time of the last decision on a text of a document, in milliseconds; 0 = never. */
export function lastDecisions(db: Db, round: Round) {
	const { kind, subject, locale, writtenAt } = reportTexts;
	const rows = db
		.select({ kind, subject, locale, at: max(writtenAt) })
		.from(reportTexts)
		.where(eq(reportTexts.roundId, round.id))
		.groupBy(kind, subject, locale)
		.all();
	return (of: { kind: ReportJobKind; subject: string; locale: Locale }): number => {
		const { kind } = of;
		const own = rows
			.filter((row) => row.locale === of.locale)
			.filter((row) =>
				isFolder(kind) ? row.kind === FOLDERS[kind].of : row.kind === kind && row.subject === of.subject
			);
		return Math.max(0, ...own.map(({ at }) => at ?? 0));
	};
}
