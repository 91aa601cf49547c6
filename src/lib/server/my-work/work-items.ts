import { and, count, eq, isNotNull, isNull, lt, min } from 'drizzle-orm';
import { addDays } from '#lib/domain/calendar/days.ts';
import { shortName } from '#lib/domain/geography/region-name.ts';
import { isTrackOpen } from '#lib/domain/workflow/assessment-machine.ts';
import { findAssessment } from '#lib/server/rounds/assessment/find-assessment.ts';
import { findHindrances } from '#lib/server/fieldwork/steps/step-context.ts';
import { canReach, hasPermission, reachOf, type Viewer } from '#lib/server/people/access/access.ts';
import { conflictsOf, listMilestones, listVisits } from '#lib/server/fieldwork/calendar/list-calendar.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import {
	agencies,
	assessments,
	assignments,
	clarifications,
	doubleScores,
	doubleSamples,
	evidence,
	regions,
	reminders
} from '#lib/server/foundation/db/schema.ts';
import { readAgenda } from '#lib/server/fieldwork/agenda/agenda.ts';
import type { Round } from '#lib/server/rounds/round/find-round.ts';
import { isoDay } from '#lib/words/local-time.ts';

/** Kinds of work, the most pressing first; the place in this list is the order on the page. */
const WORK_KINDS = [
	'clarification_late',
	'clarification_asked',
	'submitted_unassigned',
	'submitted_waiting',
	'self_late',
	'late_regions',
	'visit_near',
	'clarification_answered',
	'unanswered',
	'unevidenced',
	'evidence_expired',
	'ready_to_submit',
	'without_assessor',
	'mail_failed',
	'visit_conflicts',
	'double_open',
	'review_open',
	'disputes_open',
	'assessed_waiting',
	'plenary_near'
] as const;

/** One thing to do, as data: the page puts it into words. */
export interface WorkItem {
	kind: (typeof WORK_KINDS)[number];
	/** Number of things; 1 where it is a single one. */
	count: number;
	/** Region or agency; empty where it is about several. */
	where: string;
	/** ISO date that matters; null = none. */
	date: string | null;
	href: string;
}

/** Lists the work that waits for the viewer in a round that runs, the most important first. */
export function listWorkItems(db: Db, viewer: Viewer, round: Round, now: number): WorkItem[] {
	const today = isoDay(now);
	const items = [
		...(viewer.role === 'respondent' || viewer.role === 'agency' ? ofRegion(db, viewer, round, today) : []),
		...(viewer.role === 'assessor' ? ofAssessor(db, viewer, round) : []),
		...(hasPermission(viewer, 'clarification.ask') ? answeredQuestions(db, viewer, round) : []),
		...(hasPermission(viewer, 'round.manage') ? ofAdmin(db, round, today) : []),
		...(hasPermission(viewer, 'plenary.decide') ? ofPlenary(db, round, today) : []),
		...nearVisits(db, viewer, round, today)
	];
	const rank = ({ kind }: WorkItem) => WORK_KINDS.indexOf(kind);
	return items.sort((a, b) => rank(a) - rank(b) || (a.date ?? '~').localeCompare(b.date ?? '~'));
}

interface Row {
	id: number;
	regionCode: string;
	agencyId: string | null;
	status: typeof assessments.$inferSelect.status;
	since: number | null;
	where: string;
	href: string;
}

function listRows(db: Db, round: Round): Row[] {
	return db
		.select({ row: assessments, region: { name: regions.name }, agency: agencies.name })
		.from(assessments)
		.innerJoin(regions, eq(regions.code, assessments.regionCode))
		.leftJoin(agencies, eq(agencies.id, assessments.agencyId))
		.where(eq(assessments.roundId, round.id))
		.orderBy(assessments.regionCode, assessments.agencyId)
		.all()
		.map(({ row: { id, regionCode, agencyId, status, statusChangedAt }, region, agency }) => ({
			id,
			regionCode,
			agencyId,
			status,
			since: statusChangedAt,
			where: agency ? `${agency}, ${shortName(region)}` : shortName(region),
			href: `/rounds/${round.code}/${agencyId ? `agencies/${agencyId}` : `regions/${regionCode}`}`
		}));
}

/** Work of a respondent and of an agency's contact: questions, missing answers, handing in. */
function ofRegion(db: Db, viewer: Viewer, round: Round, today: string): WorkItem[] {
	const reach = reachOf(db, viewer, 'assessment.submit', round);
	// A region's own assessment is its people's work; its agencies have people of their own.
	const own = listRows(db, round).filter(
		(row) => canReach(reach, row) && (viewer.role === 'agency') === (row.agencyId !== null)
	);
	const phase = listMilestones(db, round.id).find(({ kind }) => kind === 'self_assessment')?.endsOn ?? round.endsOn;
	return own.flatMap((row): WorkItem[] => {
		const { where, href } = row;
		const one = { count: 1, where, date: null, href };
		const items: WorkItem[] = [];
		const asked = db
			.select({ n: count(), due: min(clarifications.dueOn) })
			.from(clarifications)
			.where(and(eq(clarifications.assessmentId, row.id), eq(clarifications.state, 'asked')))
			.get()!;
		if (asked.n > 0)
			items.push({
				...one,
				kind: asked.due! < today ? 'clarification_late' : 'clarification_asked',
				count: asked.n,
				date: asked.due,
				href: `${href}/review?show=clarifications`
			});
		if (row.status !== 'assessed' && row.status !== 'final') {
			const expired = db
				.select({ n: count() })
				.from(evidence)
				.where(
					and(
						eq(evidence.assessmentId, row.id),
						eq(evidence.track, 'self'),
						isNull(evidence.removedAt),
						lt(evidence.validUntil, today)
					)
				)
				.get()!.n;
			if (expired > 0)
				items.push({ ...one, kind: 'evidence_expired', count: expired, href: `${href}/evidence?mark=expired` });
		}
		if (!isTrackOpen('self', row.status, round.status)) return items;
		const key = { round: round.code, region: row.regionCode, agency: row.agencyId };
		const { missing, unevidenced } = findHindrances(db, findAssessment(db, viewer, 'assessment.read', key)!.assessment);
		if (phase < today) items.push({ ...one, kind: 'self_late', date: phase, href: `${href}/form` });
		if (missing.self.length > 0)
			items.push({ ...one, kind: 'unanswered', count: missing.self.length, date: phase, href: `${href}/form` });
		if (unevidenced.self.length > 0)
			items.push({ ...one, kind: 'unevidenced', count: unevidenced.self.length, href: `${href}/form` });
		if (missing.self.length + unevidenced.self.length === 0)
			items.push({ ...one, kind: 'ready_to_submit', date: phase });
		return items;
	});
}

/** Work of an assessor: submissions, half-done reviews, second scores. */
function ofAssessor(db: Db, viewer: Viewer, round: Round): WorkItem[] {
	const reach = reachOf(db, viewer, 'answer.write.assessor', round);
	const own = listRows(db, round).filter((row) => canReach(reach, row));
	const since = (row: Row) => (row.since === null ? null : isoDay(row.since));
	const open = db
		.select({ n: count() })
		.from(doubleScores)
		.innerJoin(doubleSamples, eq(doubleSamples.id, doubleScores.sampleId))
		.where(
			and(
				eq(doubleSamples.roundId, round.id),
				isNull(doubleSamples.closedAt), // a closed sample takes no scores any more
				eq(doubleScores.userId, viewer.id),
				isNull(doubleScores.scoredAt)
			)
		)
		.get()!.n;
	return [
		...own
			.filter(({ status }) => status === 'submitted')
			.map((row): WorkItem => ({
				kind: 'submitted_waiting',
				count: 1,
				where: row.where,
				date: since(row),
				href: `${row.href}/review`
			})),
		...own
			.filter(({ status }) => status === 'in_review')
			.map((row): WorkItem => ({
				kind: 'review_open',
				count: 1,
				where: row.where,
				date: since(row),
				href: `${row.href}/review`
			})),
		...(open > 0
			? [{ kind: 'double_open' as const, count: open, where: '', date: null, href: `/rounds/${round.code}/double` }]
			: [])
	];
}

/** Answers to the viewer's own questions that wait to be settled, by assessment. */
function answeredQuestions(db: Db, viewer: Viewer, round: Round): WorkItem[] {
	const rows = new Map(listRows(db, round).map((row) => [row.id, row]));
	return db
		.select({ id: clarifications.assessmentId, n: count() })
		.from(clarifications)
		.innerJoin(assessments, eq(assessments.id, clarifications.assessmentId))
		.where(
			and(
				eq(assessments.roundId, round.id),
				eq(clarifications.state, 'answered'),
				eq(clarifications.askedBy, viewer.id)
			)
		)
		.groupBy(clarifications.assessmentId)
		.all()
		.map(({ id, n }) => {
			const { where, href } = rows.get(id)!;
			const page = `${href}/review?show=clarifications`;
			return { kind: 'clarification_answered' as const, count: n, where, date: null, href: page };
		});
}

/** Work of an administrator: late regions, regions without an assessor, messages that did not arrive. */
function ofAdmin(db: Db, round: Round, today: string): WorkItem[] {
	const rows = listRows(db, round).filter(({ agencyId }) => agencyId === null);
	const appointed = new Set(
		db
			.select({ code: assignments.regionCode })
			.from(assignments)
			.where(eq(assignments.roundId, round.id))
			.all()
			.map(({ code }) => code)
	);
	const without = rows.filter(({ regionCode }) => !appointed.has(regionCode));
	const phase = listMilestones(db, round.id).find(({ kind }) => kind === 'self_assessment')?.endsOn;
	const isOwn = ({ status }: Row) => status === 'not_started' || status === 'self_assessment';
	const late = phase !== undefined && phase < today ? rows.filter(isOwn).length : 0;
	const failed = db
		.selectDistinct({ id: reminders.userId })
		.from(reminders)
		.where(and(eq(reminders.roundId, round.id), isNotNull(reminders.emailError)))
		.all().length;
	const base = `/rounds/${round.code}`;
	const assign = `/admin${base}/assignments`;
	const some = (kind: WorkItem['kind'], n: number, href: string, date: string | null = null): WorkItem[] =>
		n > 0 ? [{ kind, count: n, where: '', date, href }] : [];
	return [
		...some('submitted_unassigned', without.filter(({ status }) => status === 'submitted').length, assign),
		...some('late_regions', late, `${base}/reminders`, phase ?? null),
		...some('without_assessor', without.length, assign),
		...some('mail_failed', failed, `${base}/reminders`)
	];
}

/** Work of people who sit in the plenary: waiting regions, open disputes, a plenary within seven days. */
function ofPlenary(db: Db, round: Round, today: string): WorkItem[] {
	const { regions: assessed } = readAgenda(db, round);
	const waiting = assessed.filter(({ status }) => status === 'assessed').length;
	const disputes = assessed.reduce((sum, { open }) => sum + open, 0);
	const base = `/rounds/${round.code}/plenary`;
	const plenary = listMilestones(db, round.id).find(({ kind, endsOn }) => kind === 'plenary' && endsOn >= today);
	const isNear = plenary !== undefined && plenary.startsOn <= addDays(today, 7);
	return [
		...(round.status === 'plenary' && waiting > 0
			? [{ kind: 'assessed_waiting' as const, count: waiting, where: '', date: null, href: `${base}#regions` }]
			: []),
		...(disputes > 0 ? [{ kind: 'disputes_open' as const, count: disputes, where: '', date: null, href: base }] : []),
		...(isNear
			? [
					{
						kind: 'plenary_near' as const,
						count: 1,
						where: '',
						date: plenary.startsOn,
						href: `/rounds/${round.code}/calendar`
					}
				]
			: [])
	];
}

/** Visits of the next three days that the viewer makes or receives; to administrators those that collide. */
function nearVisits(db: Db, viewer: Viewer, round: Round, today: string): WorkItem[] {
	const visits = listVisits(db, viewer, round).filter(({ visitOn }) => visitOn >= today);
	const href = `/rounds/${round.code}/calendar#kunjungan`;
	const isMine = (assessor: string) => viewer.role === 'respondent' || assessor === viewer.id;
	const near = visits
		.filter(
			({ state, visitOn, assessor }) => state === 'planned' && visitOn <= addDays(today, 3) && isMine(assessor.id)
		)
		.map(({ region, visitOn }): WorkItem => ({
			kind: 'visit_near',
			count: 1,
			where: shortName(region),
			date: visitOn,
			href
		}));
	const collisions = hasPermission(viewer, 'visit.manage') ? conflictsOf(db, visits).length : 0;
	return [
		...near,
		...(collisions > 0 ? [{ kind: 'visit_conflicts' as const, count: collisions, where: '', date: null, href }] : [])
	];
}
