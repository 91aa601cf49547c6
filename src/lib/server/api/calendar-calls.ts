import type { Viewer } from '#lib/server/people/access/access.ts';
import { listMilestones, listVisits } from '#lib/server/fieldwork/calendar/list-calendar.ts';
import { type ApiEvent, answerJson } from './answer-api.ts';
import { requireRound } from './round-document.ts';

/** Answers `GET` of a round's calendar. */
export function answerCalendar({ locals: { db }, params }: ApiEvent<'round'>, viewer: Viewer): Response {
	const round = requireRound(db, params.round);
	return answerJson({
		round: round.code,
		milestones: listMilestones(db, round.id).map(({ id, kind, title, startsOn, endsOn, place }) => ({
			id,
			kind,
			title,
			startsOn,
			endsOn,
			place
		})),
		visits: listVisits(db, viewer, round).map(({ id, region, assessor, visitOn, place, note, state }) => ({
			id,
			region,
			assessor: assessor.name,
			visitOn,
			place,
			note,
			state
		}))
	});
}
