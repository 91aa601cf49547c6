import { missingIndicators } from '#lib/domain/workflow/missing-indicators.ts';
import { isTrackOpen } from '#lib/domain/workflow/assessment-machine.ts';
import { ASSESSMENT_STATUSES, type AssessmentStatus } from '#lib/domain/workflow/types.ts';
import { listScored, type ScoredAssessment, scoreRound } from '#lib/server/rounds/assessment/results.ts';
import {
	canReach,
	hasPermission,
	reachOf,
	trackOf,
	type Viewer,
	writePermission
} from '#lib/server/people/access/access.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { getInstrument } from '#lib/server/rounds/instruments/stored-instruments.ts';
import { listRounds, type Round, roundClock } from '#lib/server/rounds/round/find-round.ts';
import { isoDay } from '#lib/words/local-time.ts';
import { listWorkItems, type WorkItem } from './work-items.ts';

/** One assessment on a person's worklist. */
export interface Task {
	name: string;
	/** Address of the region or agency. */
	href: string;
	status: AssessmentStatus;
	answered: number;
	total: number;
	/** Action open to the person: begin, go on, verify a submission, or only look. */
	action: 'begin' | 'continue' | 'verify' | 'see';
}

export interface MyWork {
	round: { code: string; name: string; week: number; weeks: number; daysLeft: number } | null;
	/** Work that waits for the person, the most important first. */
	items: WorkItem[];
	tasks: Task[];
	/** The round in numbers, for people who steer or look; null for the others. */
	numbers: {
		total: number;
		byStatus: Record<AssessmentStatus, number>;
		meanIndex: number | null;
		withIndex: number;
	} | null;
	published: { code: string; name: string }[];
}

const ORDER: Task['action'][] = ['verify', 'continue', 'begin', 'see'];

/** Reads the home page: my work today, the most urgent first. */
export function readMyWork(db: Db, viewer: Viewer, now: number): MyWork {
	const all = listRounds(db);
	const round = all.find(({ status }) => status === 'open' || status === 'plenary') ?? null;
	const published = all
		.filter(({ status }) => status === 'published' || status === 'closed')
		.map(({ code, name }) => ({ code, name }));
	if (!round) return { round: null, items: [], tasks: [], numbers: null, published };
	const clock = roundClock(round, isoDay(now));
	return {
		round: { code: round.code, name: round.name, ...clock },
		items: listWorkItems(db, viewer, round, now),
		tasks: trackOf(viewer) ? listTasks(db, viewer, round) : [],
		numbers: hasPermission(viewer, 'province.report') ? countRound(scoreRound(db, round, 'region')) : null,
		published
	};
}

function listTasks(db: Db, viewer: Viewer, round: Round): Task[] {
	const track = trackOf(viewer)!;
	const reach = reachOf(db, viewer, writePermission(track), round);
	const units = round.agencyInstrumentId === null ? (['region'] as const) : (['region', 'agency'] as const);
	return units
		.flatMap((unit) => listScored({ db, actor: viewer }, round, unit, track))
		.filter(({ region, agency }) => canReach(reach, { regionCode: region.code, agencyId: agency?.id ?? null }))
		.map((scored) => toTask(db, round, scored, track))
		.sort((a, b) => ORDER.indexOf(a.action) - ORDER.indexOf(b.action) || b.answered - a.answered);
}

function toTask(db: Db, round: Round, scored: ScoredAssessment, track: 'self' | 'assessor' | 'final'): Task {
	const { region, agency, result, answers } = scored;
	const instrument = getInstrument(db, agency ? round.agencyInstrumentId! : round.instrumentId).instrument;
	const total = instrument.domains.reduce((sum, domain) => sum + domain.indicators.length, 0);
	const answered = total - missingIndicators(instrument, answers).length;
	const open = isTrackOpen(track, result.status, round.status);
	const begun = answered > 0 ? 'continue' : 'begin';
	const base = `/rounds/${round.code}/${agency ? `agencies/${agency.id}` : `regions/${region.code}`}`;
	return {
		name: agency ? `${agency.name}, ${region.name}` : region.name,
		href: base,
		status: result.status,
		answered,
		total,
		action: !open ? 'see' : track === 'assessor' && result.status === 'submitted' ? 'verify' : begun
	};
}

function countRound(scored: ScoredAssessment[]): MyWork['numbers'] {
	const byStatus = Object.fromEntries(ASSESSMENT_STATUSES.map((status) => [status, 0])) as Record<
		AssessmentStatus,
		number
	>;
	for (const { result } of scored) byStatus[result.status]++;
	// The mean of the kabupaten and kota; the province's own assessment is not one of them.
	const indices = scored
		.filter(({ region, result }) => region.type !== 'province' && result.readinessClass !== null)
		.map(({ result }) => result.index!);
	const sum = indices.reduce((total, index) => total + index, 0);
	return {
		total: scored.length,
		byStatus,
		meanIndex: indices.length > 0 ? sum / indices.length : null,
		withIndex: indices.length
	};
}
