import { say } from '#lib/words/say.ts';
import { hasPermission, type Permission, type Viewer } from '#lib/server/people/access/access.ts';
import { requireViewer } from '#lib/server/people/auth/require.ts';
import { countOpenClarifications } from '#lib/server/rounds/assessment/count-clarifications.ts';
import { type Round, roundClock } from '#lib/server/rounds/round/find-round.ts';
import { findSnapshot } from '#lib/server/rounds/round/frozen-round.ts';
import { requireRound } from '#lib/server/rounds/subject/guard-round.ts';
import { isoDay } from '#lib/words/local-time.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals, params, url, untrack }) => {
	// untracked: the content here does not change with the address below the round
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

/** Pages of a round that a person may see, with their names: written here, so that no browser has to load the names
 *  of all of them to show a questionnaire.
 *  @param openClarifications number of them; null = not theirs to read */
function pagesOf(
	viewer: Viewer,
	round: Round,
	openClarifications: number | null,
	locale: App.Locals['locale']
): { href: string; label: string }[] {
	const may = (permission: Permission) => hasPermission(viewer, permission);
	const pages: [path: string, label: string, shown: boolean][] = [
		['', say(locale).map_title_short({}), true],
		['/compare', say(locale).compare_short({}), true],
		['/heat', say(locale).heat_short({}), true],
		['/time', say(locale).time_short({}), true],
		['/control', say(locale).control_title_short({}), may('control.read')],
		['/robustness', say(locale).robust_short({}), may('province.report')],
		['/plan', say(locale).plan_province_short({}), may('province.report')],
		['/calendar', say(locale).calendar_short({}), true],
		['/reminders', say(locale).reminders_title({}), may('reminder.manage')],
		['/reports', say(locale).common_reports({}), true],
		['/clarifications', say(locale).clarifications_menu({ n: openClarifications ?? 0 }), openClarifications !== null],
		['/agencies', say(locale).region_agencies({}), round.agencyInstrumentId !== null],
		['/double', say(locale).double_title({}), may('double.read') || may('double.score')],
		['/plenary', say(locale).plenary_title({}), may('plenary.read')]
	];
	return pages.filter(([, , shown]) => shown).map(([path, label]) => ({ href: `/rounds/${round.code}${path}`, label }));
}
