import { listAgencies } from '#lib/server/places/agencies/list-agencies.ts';
import { requirePermission } from '#lib/server/people/auth/require.ts';
import { listInstruments } from '#lib/server/rounds/instruments/stored-instruments.ts';
import { listRegions } from '#lib/server/places/regions/list-regions.ts';
import { listAssignments } from '#lib/server/rounds/assignments/assignments.ts';
import { findRound } from '#lib/server/rounds/round/find-round.ts';
import { listRoundSummaries } from '#lib/server/public/life/manage-round.ts';
import { listUsers } from '#lib/server/people/users/manage-users.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
	requirePermission(locals, 'round.manage', url);
	const { db } = locals;
	const rounds = listRoundSummaries(db);
	const users = listUsers(db).filter(({ active }) => active);
	// The round under way matters most; before that, the one being prepared.
	const round =
		rounds.find(({ status }) => status === 'open') ?? rounds.find(({ status }) => status === 'draft') ?? null;
	const regions = listRegions(db).length;
	return {
		round,
		regions,
		withoutAssessor: round && regions - coveredRegions(db, round.code),
		counts: {
			instruments: listInstruments(db).length,
			rounds: rounds.length,
			users: users.length,
			assessors: users.filter(({ role }) => role === 'assessor').length,
			agencies: listAgencies(db).length
		}
	};
};

function coveredRegions(db: App.Locals['db'], code: string): number {
	const { appointments } = listAssignments(db, findRound(db, code)!.id);
	return new Set(appointments.map(({ regionCode }) => regionCode)).size;
}
