import { addDays, daysBetween } from './days.ts';

/** Stages of a round, in order; `other` is named by its own title. */
export const MILESTONE_KINDS = [
	'socialisation',
	'self_assessment',
	'visits',
	'plenary',
	'publication',
	'other'
] as const;
export type MilestoneKind = (typeof MILESTONE_KINDS)[number];

/** First and last day, ISO dates, both included. */
export interface Span {
	startsOn: string;
	endsOn: string;
}

/** Bounds of a milestone outside the round: preparation before the first day, publication after the last. */
const DAYS_BEFORE_ROUND = 30;
const DAYS_AFTER_ROUND = 90;

const WEEKS = 13;

/** First and last week of a round of thirteen weeks. */
const WEEKS_OF: Record<'socialisation' | 'self_assessment' | 'visits', [first: number, last: number]> = {
	socialisation: [1, 1],
	self_assessment: [2, 8],
	visits: [6, 11]
};

/** Day of the plenary, 0 = the first of the round: the Thursday of week 13, counted from a Monday. */
const PLENARY_DAY = 87;

/** The milestones that a round begins with: socialisation in week 1, self-assessment in weeks 2–8, visits in weeks
 *  6–11, plenary on the fourth day of week 13, publication on the last day. A longer or shorter round stretches them.
 *  @returns one of each kind but `other`, in order, all inside the round */
export function defaultMilestones({ startsOn, endsOn }: Span): ({ kind: Exclude<MilestoneKind, 'other'> } & Span)[] {
	const days = daysBetween(startsOn, endsOn) + 1;
	const firstDayOf = (week: number) => Math.min(days - 1, Math.floor(((week - 1) * days) / WEEKS));
	const day = (place: number) => addDays(startsOn, place);
	const phase = (kind: keyof typeof WEEKS_OF) => {
		const [first, last] = WEEKS_OF[kind];
		const from = firstDayOf(first);
		return { kind, startsOn: day(from), endsOn: day(Math.max(from, firstDayOf(last + 1) - 1)) };
	};
	const plenary = day(Math.floor((PLENARY_DAY * days) / (WEEKS * 7)));
	return [
		phase('socialisation'),
		phase('self_assessment'),
		phase('visits'),
		{ kind: 'plenary', startsOn: plenary, endsOn: plenary },
		{ kind: 'publication', startsOn: endsOn, endsOn }
	];
}

/** The first and the last day that a milestone of the round may have. */
export function milestoneBounds(round: Span): Span {
	return { startsOn: addDays(round.startsOn, -DAYS_BEFORE_ROUND), endsOn: addDays(round.endsOn, DAYS_AFTER_ROUND) };
}

export interface MilestoneInput extends Span {
	kind: MilestoneKind;
	title: string;
	place: string;
}

/** A fault of a milestone, by field; a message key's ending. */
export type MilestoneFault =
	| { field: 'title'; fault: 'title_missing' }
	| { field: 'endsOn'; fault: 'ends_before_start' }
	| { field: 'startsOn' | 'endsOn'; fault: 'outside_round' };

/** The first fault of a milestone; null when it can be kept. Formats and lengths are checked by the form. */
export function checkMilestone({ kind, title, startsOn, endsOn }: MilestoneInput, round: Span): MilestoneFault | null {
	if (kind === 'other' && title.trim() === '') return { field: 'title', fault: 'title_missing' };
	if (endsOn < startsOn) return { field: 'endsOn', fault: 'ends_before_start' };
	const bounds = milestoneBounds(round);
	if (startsOn < bounds.startsOn) return { field: 'startsOn', fault: 'outside_round' };
	return endsOn > bounds.endsOn ? { field: 'endsOn', fault: 'outside_round' } : null;
}
