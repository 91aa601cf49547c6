import { requireViewer } from '#lib/server/people/auth/require.ts';
import { listRounds, roundClock } from '#lib/server/rounds/round/find-round.ts';
import { isoDay } from '#lib/words/local-time.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
	requireViewer(locals, url);
	const today = isoDay(Date.now());
	return {
		rounds: listRounds(locals.db).map((round) => {
			const { code, name, status, startsOn, endsOn, sample } = round;
			return { code, name, status, startsOn, endsOn, sample, clock: roundClock(round, today) };
		})
	};
};
