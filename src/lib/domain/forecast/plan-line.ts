import { defaultMilestones, type MilestoneKind, type Span } from '../calendar/milestones.ts';
import { addDays, daysBetween } from '../planning/working-days.ts';
import { ASSESSOR_SHARE, REGION_SHARE } from './work.ts';

/** First and last day of a phase, both included; days of the round, from 0. */
interface Phase {
	from: number;
	to: number;
}

/** Planned phases of the regions' own part and of the assessors' part. */
export interface PlanLine {
	self: Phase;
	assess: Phase;
}

/** A milestone as the calendar of the round has it. */
interface Milestone extends Span {
	kind: MilestoneKind;
}

/** The plan of a round after its milestones; where a kind has none, the one that a round begins with stands in. The
 *  regions' part is the self-assessment. The assessors' begins when half of that is over, or with the visits where they
 *  begin earlier, and ends with the visits, at the latest the day before the plenary. */
export function planLine(round: Span, milestones: readonly Milestone[]): PlanLine {
	const lastDay = daysBetween(round.startsOn, round.endsOn);
	const usual = defaultMilestones(round);
	const phase = (kind: Milestone['kind']): Phase => {
		const own = milestones.filter((milestone) => milestone.kind === kind);
		const spans = own.length > 0 ? own : usual.filter((milestone) => milestone.kind === kind);
		const days = spans
			.flatMap(({ startsOn, endsOn }) => [startsOn, endsOn])
			.map((date) => daysBetween(round.startsOn, date));
		const inside = days.map((day) => Math.min(lastDay, Math.max(0, day)));
		return { from: Math.min(...inside), to: Math.max(...inside) };
	};
	const [self, visits, plenary] = [phase('self_assessment'), phase('visits'), phase('plenary')];
	const end = Math.max(0, Math.min(visits.to, plenary.from - 1));
	const begin = Math.min(visits.from, Math.floor((self.from + self.to) / 2), end);
	return {
		self: { from: Math.min(self.from, end), to: Math.min(self.to, end) },
		assess: { from: begin, to: end }
	};
}

/** Share of the whole work that the plan has done at the end of a day, 0–1. Each phase begins and ends gently
 *  (3x² − 2x³, the distribution function of Beta(2, 2)), so that their sum is an S. */
export function planned({ self, assess }: PlanLine, day: number): number {
	return REGION_SHARE * gentle(self, day) + ASSESSOR_SHARE * gentle(assess, day);
}

/** ISO date of a day of the round, 0 = the first. */
export function dateOf(round: { startsOn: string }, day: number): string {
	return addDays(round.startsOn, day);
}

function gentle({ from, to }: Phase, day: number): number {
	const x = Math.min(1, Math.max(0, (day - from + 1) / (to - from + 1)));
	return x * x * (3 - 2 * x);
}
