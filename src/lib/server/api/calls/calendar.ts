import { listMilestones, listVisits } from '#lib/server/fieldwork/calendar/list-calendar.ts';
import { call } from '../call.ts';
import { answerJson } from '../json-answer.ts';
import { requireRound } from '../round-document.ts';
import * as shape from '../schemas.ts';

export const CALENDAR_CALLS = call({
	method: 'get',
	path: '/rounds/{round}/calendar',
	summary: 'Milestones of a round, and the visits that you may see.',
	answer: shape.Calendar,
	problems: [404],
	call({ db, viewer, params }) {
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
});
