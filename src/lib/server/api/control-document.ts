import { dateOf } from '#lib/domain/forecast/plan-line.ts';
import { readControl } from '#lib/server/fieldwork/control/read-control.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import type { Round } from '#lib/server/rounds/round/find-round.ts';

/** Composes the control tower as the API gives it: days as dates, shares from 0 to 1. Callers check access. */
export function controlDocument(db: Db, round: Round, now: number) {
	const { curve, assessors, regions, day: _day, lastDay: _lastDay, ...rest } = readControl(db, round, now);
	const dated = <Point extends { day: number }>({ day, ...point }: Point) => ({ date: dateOf(round, day), ...point });
	return {
		round: round.code,
		startsOn: round.startsOn,
		endsOn: round.endsOn,
		...rest,
		curve: { plan: curve.plan.map(dated), done: curve.done.map(dated), forecast: curve.forecast.map(dated) },
		regions: regions.map(({ code, name, type, ...region }) => ({ region: { code, name, type }, ...region })),
		assessors: assessors.map(({ id: _id, ...assessor }) => assessor)
	};
}
