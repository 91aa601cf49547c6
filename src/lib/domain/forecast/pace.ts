import { isAssessed } from '../workflow/types.ts';
import type { RegionHistory } from './history.ts';
import { WORK_SHARES } from './work.ts';

/** Weeks back over which the pace is measured. */
const PACE_WEEKS = 6;

/** Work that an assessor did in each of the last weeks, in regions' work (see WORK_SHARES); the latest week first. */
export interface Pace {
	weekly: readonly number[];
	/** `others`: the assessor has not scored anything in this round yet, so the mean of the others stands in. */
	basis: 'own' | 'others';
}

/** Mean work a week, in regions' work; 0 when nothing was done. */
export function meanPace({ weekly }: Pick<Pace, 'weekly'>): number {
	return weekly.length === 0 ? 0 : weekly.reduce((sum, work) => sum + work, 0) / weekly.length;
}

/** The pace of each assessor; work counts for the person who did it, even where another one is appointed now.
 *  @param today day of the round; weeks end with it, and none reaches back before the round
 *  @returns by id; empty when nobody has scored anything yet */
export function paces(
	regions: readonly RegionHistory[],
	assessors: readonly string[],
	today: number
): Map<string, Pace> {
	const weeks = Math.min(PACE_WEEKS, Math.max(1, Math.floor((today + 1) / 7)));
	const done = regions.flatMap(assessorWork);
	const experienced = assessors.filter((id) => done.some(({ by }) => by === id));
	const weeklyOf = (id: string) =>
		Array.from({ length: weeks }, (_, week) =>
			done
				.filter(({ by, day }) => by === id && day <= today - 7 * week && day > today - 7 * (week + 1))
				.reduce((sum, { work }) => sum + work, 0)
		);
	const own = new Map(experienced.map((id): [string, Pace] => [id, { weekly: weeklyOf(id), basis: 'own' }]));
	if (own.size === 0) return own;
	const mean = Array.from(
		{ length: weeks },
		(_, week) => [...own.values()].reduce((sum, { weekly }) => sum + weekly[week]!, 0) / own.size
	);
	return new Map(assessors.map((id) => [id, own.get(id) ?? { weekly: mean, basis: 'others' }]));
}

/** Days from first answer to last submission, one number for each region that submitted. */
export function selfDurations(regions: readonly RegionHistory[]): number[] {
	return regions.flatMap(({ self, steps }) => {
		const submitted = steps.findLast(({ to }) => to === 'submitted')?.day;
		if (submitted === undefined || self.length === 0) return [];
		return [Math.max(1, submitted - Math.min(...self.map(({ day }) => day)))];
	});
}

function assessorWork({ assessor, steps, indicators }: RegionHistory): { day: number; by: string; work: number }[] {
	const scores = assessor.map(({ day, by, count }) => ({ day, by, work: (WORK_SHARES.scores * count) / indicators }));
	const last = steps.at(-1);
	const finish = last && isAssessed(last.to) ? steps.findLast(({ to }) => to === 'assessed') : undefined;
	return finish?.by ? [...scores, { day: finish.day, by: finish.by, work: WORK_SHARES.finish }] : scores;
}
