import { hasPermission } from '#lib/server/people/access/access.ts';
import { requirePermission } from '#lib/server/people/auth/require.ts';
import { chooseRegions, parseControlChoice } from '#lib/server/fieldwork/control/control-choice.ts';
import { readControl } from '#lib/server/fieldwork/control/read-control.ts';
import { requireRound } from '#lib/server/rounds/subject/guard-round.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) => {
	const viewer = requirePermission(locals, 'control.read', url);
	const round = requireRound(locals.db, params.round, locals.locale);
	const control = readControl(locals.db, round, Date.now());
	const choice = parseControlChoice(url.searchParams);
	return {
		control,
		choice,
		shown: chooseRegions(control.regions, choice),
		mayTry: hasPermission(viewer, 'control.try') && (round.status === 'open' || round.status === 'plenary'),
		mayAssign: hasPermission(viewer, 'round.manage')
	};
};
