import { m } from '#lib/paraglide/messages.js';
import { hasPermission, type Permission, type Viewer } from '#lib/server/people/access/access.ts';
import { requireViewer } from '#lib/server/people/auth/require.ts';
import { countOpenClarifications } from '#lib/server/rounds/assessment/count-clarifications.ts';
import { type Round, roundClock } from '#lib/server/rounds/round/find-round.ts';
import { findSnapshot } from '#lib/server/rounds/round/frozen-round.ts';
import { requireRound } from '#lib/server/rounds/subject/guard-round.ts';
import { isoDay } from '#lib/server/rounds/round/today.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals, params, url, untrack }) => {
	// untracked: what is shown here does not change with the address below the round
	const viewer = untrack(() => requireViewer(locals, url));
	const round = requireRound(locals.db, params.round, locals.locale);
	const { code, name, status, startsOn, endsOn, sample, agencyInstrumentId } = round;
	const clarifications = hasPermission(viewer, 'clarification.read')
		? countOpenClarifications(locals.db, viewer, round, Date.now())
		: null;
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
		clarifications,
		maySeeProvince: hasPermission(viewer, 'province.report'),
		pages: pagesOf(viewer, round, clarifications?.open ?? null, locals.locale)
	};
};

/** The pages of a round that a person may see, with their names: written here, so that no browser has to load the names of
 *  all of them to show a questionnaire.
 *  @param openClarifications null = not theirs to read */
function pagesOf(
	viewer: Viewer,
	round: Round,
	openClarifications: number | null,
	locale: App.Locals['locale']
): { href: string; label: string }[] {
	const may = (permission: Permission) => hasPermission(viewer, permission);
	const own = { locale };
	const pages: [path: string, label: string, shown: boolean][] = [
		['', m.map_title_short({}, own), true],
		['/compare', m.compare_short({}, own), true],
		['/heat', m.heat_short({}, own), true],
		['/time', m.time_short({}, own), true],
		['/control', m.control_title_short({}, own), may('control.read')],
		['/robustness', m.robust_short({}, own), may('province.report')],
		['/plan', m.plan_province_short({}, own), may('province.report')],
		['/calendar', m.calendar_short({}, own), true],
		['/reminders', m.reminders_title({}, own), may('reminder.manage')],
		['/reports', m.common_reports({}, own), true],
		['/clarifications', m.clarifications_menu({ n: openClarifications ?? 0 }, own), openClarifications !== null],
		['/agencies', m.region_agencies({}, own), round.agencyInstrumentId !== null],
		['/double', m.double_title({}, own), may('double.read') || may('double.score')],
		['/plenary', m.plenary_title({}, own), may('plenary.read')]
	];
	return pages.filter(([, , shown]) => shown).map(([path, label]) => ({ href: `/rounds/${round.code}${path}`, label }));
}
