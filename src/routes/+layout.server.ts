import { findProvince } from '#lib/server/places/province/find-province.ts';
import { factsOf } from '#lib/domain/province/types.ts';
import { hasPermission } from '#lib/server/people/access/access.ts';
import { countUnseen } from '#lib/server/fieldwork/reminders/list-reminders.ts';
import { listRounds } from '#lib/server/rounds/round/find-round.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals }) => {
	const { viewer, locale } = locals;
	const province = factsOf(findProvince(locals.db));
	if (!viewer) return { locale, province, viewer: null, unseenReminders: 0, currentRound: null, isSample: false };
	const rounds = listRounds(locals.db);
	const current = rounds.find((round) => round.status !== 'draft') ?? null;
	return {
		locale,
		province,
		viewer: {
			displayName: viewer.displayName,
			role: viewer.role,
			maySeeAdmin: hasPermission(viewer, 'round.manage'),
			maySeeAudit: hasPermission(viewer, 'audit.read')
		},
		unseenReminders: countUnseen(locals.db, viewer),
		currentRound: current?.code ?? null,
		isSample: rounds.some((round) => round.sample)
	};
};
