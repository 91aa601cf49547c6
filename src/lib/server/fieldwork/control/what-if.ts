import { eq } from 'drizzle-orm';
import { type Load, type Move, suggestMoves } from '#lib/domain/forecast/balance.ts';
import { meanPace } from '#lib/domain/forecast/pace.ts';
import { type AssessmentStatus, isAssessed } from '#lib/domain/workflow/types.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { users } from '#lib/server/foundation/db/schema.ts';
import { type Appointment, saveAssignments } from '#lib/server/rounds/assignments/assignments.ts';
import type { Round } from '#lib/server/rounds/round/find-round.ts';
import type { Assignment } from './forecast-round.ts';
import { foresee, readRoundState, type RoundState, toAssessors, toOutlook } from './read-control.ts';
import type { Acting } from '#lib/server/people/commands/context.ts';

/** A region that can change hands. */
export interface WhatIfRegion {
	code: string;
	name: string;
	status: AssessmentStatus;
	/** Names of those appointed now. */
	assessors: string[];
	/** An assessor has scored something here already. */
	begun: boolean;
	/** User name of the assessor who would take the region over; empty = it stays as it is. */
	to: string;
}

/** Moves from an address: `99.26=asesor2`. Empty and unknown ones, and those that would change nothing, are left
 *  out. */
function parseMoves(search: URLSearchParams, { states, assessors, assignment }: RoundState): Move[] {
	return states.flatMap(({ region: { code }, status }) => {
		const to = assessors.find(({ username, active }) => active && username === search.get(code));
		const isSame = to !== undefined && (assignment.get(code) ?? []).join() === to.id;
		return to === undefined || isSame || isAssessed(status) ? [] : [{ code, to: to.id }];
	});
}

/** The address of moves, `99.26=asesor2&99.27=asesor3`. */
function movesQuery(moves: readonly Move[], assessors: RoundState['assessors']): string {
	const nameOf = (id: string) => assessors.find((assessor) => assessor.id === id)!.username;
	return new URLSearchParams(moves.map(({ code, to }) => [code, nameOf(to)])).toString();
}

/** The round as it stands and as it would be after some moves, with the moves that would even out the load. Callers
 *  check access. */
export function readWhatIf(db: Db, round: Round, search: URLSearchParams, now: number) {
	const state = readRoundState(db, round, now);
	const { states, assessors, assignment } = state;
	const moves = parseMoves(search, state);
	const nameOf = (id: string) => assessors.find((assessor) => assessor.id === id)?.displayName ?? id;
	const present = foresee(db, state, assignment);
	const changed = withMoves(assignment, moves);
	const then = foresee(db, state, changed);
	const toById = new Map(moves.map(({ code, to }) => [code, assessors.find(({ id }) => id === to)!.username]));
	return {
		moves: moves.map(({ code, to }) => ({
			code,
			name: states.find(({ region }) => region.code === code)!.region.name,
			from: (assignment.get(code) ?? []).map(nameOf),
			to: nameOf(to)
		})),
		/** The address that holds exactly these moves. */
		query: movesQuery(moves, assessors),
		suggestion: movesQuery(suggest(state, present), assessors),
		/** Appointments that the person saw, to be sent along with the moves: `99.26:id`, `99.27:id`. */
		seen: appointmentsOf(assignment, moves).map(({ regionCode, userId }) => `${regionCode}:${userId}`),
		before: { outlook: toOutlook(state, present), assessors: toAssessors(state, present, assignment) },
		after: { outlook: toOutlook(state, then), assessors: toAssessors(state, then, changed) },
		choices: assessors
			.filter(({ active }) => active)
			.map(({ username, displayName }) => ({ username, name: displayName })),
		regions: states
			.filter(({ status }) => !isAssessed(status))
			.map(({ region, status, history }): WhatIfRegion => ({
				code: region.code,
				name: region.name,
				status,
				assessors: (assignment.get(region.code) ?? []).map(nameOf),
				begun: history.assessor.length > 0,
				to: toById.get(region.code) ?? ''
			}))
	};
}

/** Applies moves, unless an appointment of one of their regions is no longer the one that the person saw.
 *  @param query the moves, as `movesQuery` writes them
 *  @param seen `99.26:id` of every appointment of the moved regions, as `readWhatIf` gave them */
export function applyMoves(
	context: Acting,
	roundCode: string,
	{ query, seen }: { query: string; seen: readonly string[] }
) {
	const { db } = context;
	const moves = [...new URLSearchParams(query)];
	const idOf = new Map(listAssessors(db).map(({ id, username }) => [username, id]));
	const change = {
		seen: seen.map((pair): Appointment => {
			const [regionCode = '', userId = ''] = pair.split(':');
			return { regionCode, userId };
		}),
		wanted: moves.map(([regionCode, username]): Appointment => ({ regionCode, userId: idOf.get(username) ?? '' })),
		unchanged: moves.map(([regionCode]) => regionCode)
	};
	return saveAssignments(context, roundCode, change);
}

function listAssessors(db: Db) {
	return db.select({ id: users.id, username: users.username }).from(users).where(eq(users.role, 'assessor')).all();
}

function suggest({ states, assessors, assignment }: RoundState, { jobs, paces }: ReturnType<typeof foresee>): Move[] {
	const begun = new Set(states.filter(({ history }) => history.assessor.length > 0).map(({ region }) => region.code));
	const loads = jobs
		.filter(({ work }) => work > 0)
		.map(({ code, work }): Load => ({ code, work, assessors: assignment.get(code) ?? [], begun: begun.has(code) }));
	const speed = new Map(
		assessors.map(({ id, active }) => {
			const pace = paces.get(id);
			return [id, active && pace ? meanPace(pace) : 0];
		})
	);
	return suggestMoves(loads, speed);
}

function withMoves(assignment: Assignment, moves: readonly Move[]): Assignment {
	return new Map([...assignment, ...moves.map(({ code, to }): [string, string[]] => [code, [to]])]);
}

function appointmentsOf(assignment: Assignment, moves: readonly Move[]): Appointment[] {
	return moves.flatMap(({ code }) => (assignment.get(code) ?? []).map((userId) => ({ regionCode: code, userId })));
}
