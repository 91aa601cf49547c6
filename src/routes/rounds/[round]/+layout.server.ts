import { hasPermission } from '#lib/server/auth/access.ts';
import { requireViewer } from '#lib/server/auth/require.ts';
import { countOpenClarifications } from '#lib/server/clarifications/count-clarifications.ts';
import { roundClock } from '#lib/server/rounds/find-round.ts';
import { findSnapshot } from '#lib/server/rounds/frozen-round.ts';
import { requireRound } from '#lib/server/rounds/guard-round.ts';
import { isoDay } from '#lib/server/rounds/today.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals, params, url, untrack }) => {
	// untracked: what is shown here does not change with the address below the round
	const viewer = untrack(() => requireViewer(locals, url));
	const round = requireRound(locals.db, params.round, locals.locale);
	const { code, name, status, startsOn, endsOn, sample, agencyInstrumentId } = round;
	return {
		round: {
			code,
			name,
			status,
			startsOn,
			endsOn,
			sample,
			hasAgencies: agencyInstrumentId !== null,
			isTampered: findSnapshot(locals.db, round)?.intact === false,
			clock: roundClock(round, isoDay(Date.now()))
		},
		clarifications: hasPermission(viewer, 'clarification.read')
			? countOpenClarifications(locals.db, viewer, round, Date.now())
			: null,
		maySeeProvince: hasPermission(viewer, 'province.report'),
		maySeeControl: hasPermission(viewer, 'control.read'),
		mayRemind: hasPermission(viewer, 'reminder.manage'),
		maySeePlenary: hasPermission(viewer, 'plenary.read'),
		maySeeDouble: hasPermission(viewer, 'double.read') || hasPermission(viewer, 'double.score')
	};
};
