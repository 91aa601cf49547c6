import { daysBetween } from './days.ts';
import type { Span } from './milestones.ts';

/** Places on a line over the weeks of a round; all of them are shares of its length, 0–1. */
export interface Timeline {
	/** Weeks of the round, counted from 1, with the places where they begin. */
	weeks: { week: number; at: number }[];
	bars: { from: number; to: number }[];
	/** The middle of today; null when today is off the line. */
	today: number | null;
}

/** Lays milestones on a line that reaches over the round and over every milestone outside it.
 *  @param today ISO date */
export function layTimeline(round: Span, milestones: readonly Span[], today: string): Timeline {
	const all = [round, ...milestones];
	const first = all.map(({ startsOn }) => startsOn).reduce((a, b) => (a < b ? a : b));
	const last = all.map(({ endsOn }) => endsOn).reduce((a, b) => (a > b ? a : b));
	const days = daysBetween(first, last) + 1;
	const at = (iso: string, partOfDay = 0) => (daysBetween(first, iso) + partOfDay) / days;
	const weeks = Math.ceil((daysBetween(round.startsOn, round.endsOn) + 1) / 7);
	const begin = daysBetween(first, round.startsOn);
	return {
		weeks: Array.from({ length: weeks }, (_, place) => ({ week: place + 1, at: (begin + place * 7) / days })),
		bars: milestones.map(({ startsOn, endsOn }) => ({ from: at(startsOn), to: at(endsOn, 1) })),
		today: today < first || today > last ? null : at(today, 0.5)
	};
}

/** State of a span on a day. */
export function stateOf({ startsOn, endsOn }: Span, today: string): 'past' | 'running' | 'coming' {
	if (endsOn < today) return 'past';
	return startsOn > today ? 'coming' : 'running';
}
