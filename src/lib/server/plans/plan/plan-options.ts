import type { Instrument } from '#lib/domain/instrument/types.ts';
import type { PlanOptions } from '#lib/domain/planning/types.ts';
import { addDays, daysBetween } from '#lib/domain/planning/working-days.ts';
import type { Round } from '#lib/server/rounds/round/find-round.ts';
import { isoDay } from '#lib/words/local-time.ts';

const MOST_PERSON_DAYS = 100;

/** Choices of a reader about a plan; missing and senseless ones are the round's own. */
export interface PlanChoice {
	targetClass: string;
	/** The reader named the target; else it is the round's, or the class above where that is reached already. */
	targetChosen?: boolean;
	/** Person-days a working day. */
	dailyCapacity: number;
	/** The capacity asked for was no number above 0 and up to 100, so the round's stands. */
	capacityRefused: boolean;
}

/** Reads `?target=` and `?capacity=`; a decimal comma is understood. */
export function parsePlanChoice(search: URLSearchParams, round: Round, instrument: Instrument): PlanChoice {
	const asked = search.get('capacity')?.trim() ?? '';
	const capacity = Number(asked.replace(',', '.'));
	const isCapacity = asked !== '' && capacity > 0 && capacity <= MOST_PERSON_DAYS;
	const target = instrument.classes.find(({ code }) => code === search.get('target'));
	return {
		targetClass: target?.code ?? round.targetClass,
		targetChosen: target !== undefined,
		dailyCapacity: isCapacity ? capacity : round.dailyCapacity,
		capacityRefused: asked !== '' && !isCapacity
	};
}

/** Gives the time of a plan of the round.
 *  @returns while the round runs, today and the days up to the deadline; of a published round, whose plan stands,
 *  the day after publishing, or after the deadline, and no deadline (0 weeks) */
export function planOptions(round: Round, now: number, choice: Omit<PlanChoice, 'capacityRefused'>): PlanOptions {
	const startsOn = planStart(round, isoDay(now));
	return {
		targetClass: choice.targetClass,
		dailyCapacity: choice.dailyCapacity,
		startsOn,
		weeks: Math.max(0, daysBetween(startsOn, round.endsOn) + 1) / 7,
		firstWeek: Math.max(1, Math.floor(daysBetween(round.startsOn, startsOn) / 7) + 1)
	};
}

function planStart({ status, startsOn, endsOn, publishedAt }: Round, today: string): string {
	if (status === 'published' || status === 'closed') {
		const lastDay = publishedAt === null ? endsOn : isoDay(publishedAt);
		return addDays(lastDay > endsOn ? lastDay : endsOn, 1);
	}
	return today > startsOn ? today : startsOn;
}
