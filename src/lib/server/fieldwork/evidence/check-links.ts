import { and, asc, eq, inArray, isNotNull, isNull, lt, or } from 'drizzle-orm';
import { command, record } from '#lib/server/people/commands/command.ts';
import type { Actor } from '#lib/server/people/commands/context.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { assessments, evidence, rounds } from '#lib/server/foundation/db/schema.ts';
import { subjectOf } from '#lib/server/rounds/assessment/record-step.ts';
import { type CheckedLink, checkLink } from './check-link.ts';

const AGAIN_AFTER_MS = 24 * 3_600_000;
const SYSTEM: Actor = { id: null, displayName: 'siap (pemeriksaan tautan)' };
const AT_ONCE = 4;
const A_RUN = 40;

/** Looks again at links of running rounds that were not looked at for a day: at most 40 a run, four at once. */
export async function checkLinks(
	db: Db,
	now: number,
	check: (url: string) => Promise<CheckedLink | null> = checkLink
): Promise<void> {
	const due = listDue(db, now);
	for (let at = 0; at < due.length; at += AT_ONCE)
		await Promise.all(
			due.slice(at, at + AT_ONCE).map(async (link) => {
				const found = await check(link.url!);
				if (found) recordCheck(db, link, found, now);
			})
		);
}

type DueLink = ReturnType<typeof listDue>[number];

function listDue(db: Db, now: number) {
	const { id, url, linkStatus, linkDetail, linkCheckedAt, linkSince } = evidence;
	return db
		.select({
			id,
			url,
			linkStatus,
			linkDetail,
			linkSince,
			round: rounds.code,
			region: assessments.regionCode,
			agency: assessments.agencyId
		})
		.from(evidence)
		.innerJoin(assessments, eq(assessments.id, evidence.assessmentId))
		.innerJoin(rounds, eq(rounds.id, assessments.roundId))
		.where(
			and(
				isNotNull(url),
				isNull(evidence.removedAt),
				inArray(rounds.status, ['open', 'plenary']),
				or(isNull(linkCheckedAt), lt(linkCheckedAt, now - AGAIN_AFTER_MS))
			)
		)
		.orderBy(asc(linkCheckedAt))
		.limit(A_RUN)
		.all();
}

/** Keeps the finding; a link's death and return also stand in the audit log. */
function recordCheck(db: Db, link: DueLink, { status, detail }: CheckedLink, now: number): void {
	command({ db, actor: SYSTEM, now }, (tx, within) => {
		const changed = link.linkStatus !== status;
		tx.update(evidence)
			.set({
				linkStatus: status,
				linkDetail: detail,
				linkCheckedAt: now,
				linkSince: changed ? now : (link.linkSince ?? now)
			})
			.where(eq(evidence.id, link.id))
			.run();
		if (!changed || (link.linkStatus === null && status === 'alive')) return;
		record(within, {
			action: `evidence.link_${status}`,
			subject: `${subjectOf(link.round, link.region, link.agency)}/${link.id}`,
			before: { status: link.linkStatus },
			after: { status, detail }
		});
	});
}
