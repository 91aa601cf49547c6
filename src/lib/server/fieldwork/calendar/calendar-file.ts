import type { Locale } from '#lib/domain/locale.ts';
import { type CalendarEvent, writeCalendar } from '#lib/domain/calendar/icalendar.ts';
import { shortName } from '#lib/domain/geography/region-name.ts';
import { say } from '#lib/words/say.ts';
import type { Round } from '#lib/server/rounds/round/find-round.ts';
import { listMilestones, listVisits, type Milestone, type Visit } from './list-calendar.ts';
import { milestoneName } from '#lib/words/milestone-name.ts';
import type { Context } from '#lib/server/people/commands/context.ts';

/** The calendar of a round as an iCalendar text: its milestones, and the visits that the viewer may see.
 *  @param origin public address, which every event links to */
export function calendarFile(
	{ db, actor: viewer, locale }: Pick<Context, 'db' | 'actor' | 'locale'>,
	round: Round,
	origin: string
): string {
	const url = `${origin}/rounds/${round.code}/calendar`;
	return writeCalendar(round.name, [
		...listMilestones(db, round.id).map((milestone) => milestoneEvent(milestone, round, url, locale)),
		...listVisits(db, viewer, round).map((visit) => visitEvent({ actor: viewer, locale }, visit, round, url))
	]);
}

function milestoneEvent(milestone: Milestone, round: Round, url: string, locale: Locale): CalendarEvent {
	const { id, startsOn, endsOn, place, revision, changedAt } = milestone;
	return {
		uid: `milestone-${id}@siap-satu-data`,
		startsOn,
		endsOn,
		title: say(locale).calendar_event_milestone({ milestone: milestoneName(milestone, locale), round: round.name }),
		place,
		description: '',
		url,
		state: 'confirmed',
		busy: false,
		sequence: revision,
		changedAt
	};
}

function visitEvent(
	{ actor: viewer, locale }: Pick<Context, 'actor' | 'locale'>,
	visit: Visit,
	round: Round,
	url: string
): CalendarEvent {
	const { id, region, assessor, visitOn, place, note, state, revision, changedAt } = visit;
	const names = { region: shortName(region), assessor: assessor.name, round: round.name };
	return {
		uid: `visit-${id}@siap-satu-data`,
		startsOn: visitOn,
		endsOn: visitOn,
		title: say(locale).calendar_event_visit(names),
		place,
		description: [say(locale).calendar_event_visit_by(names), note].filter(Boolean).join('\n'),
		url,
		state: state === 'cancelled' ? 'cancelled' : 'confirmed',
		busy: state !== 'cancelled' && (assessor.id === viewer.id || viewer.role === 'respondent'),
		sequence: revision,
		changedAt
	};
}
