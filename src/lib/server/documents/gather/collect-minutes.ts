import { score } from '#lib/domain/scoring/score.ts';
import { listAnswers } from '#lib/server/rounds/assessment/find-assessment.ts';
import { answersOn } from '#lib/server/rounds/assessment/results.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { getInstrument } from '#lib/server/rounds/instruments/stored-instruments.ts';
import type { MinutesReport } from '#lib/server/documents/write/types.ts';
import { printedProvince } from './collect-basis.ts';
import type { Round } from '#lib/server/rounds/round/find-round.ts';
import { dayOfPrinting } from '#lib/words/local-time.ts';
import { roundProvince } from '#lib/server/rounds/round/round-content.ts';
import { readAgenda } from '#lib/server/fieldwork/agenda/agenda.ts';
import { listSessionDecisions } from '#lib/server/fieldwork/plenary/decisions.ts';
import type { PlenarySession } from '#lib/server/fieldwork/plenary/sessions.ts';

/** Collects the data of the minutes of a session. Callers check access.
 *  @param now milliseconds, the day of printing */
export function collectMinutes(db: Db, round: Round, session: PlenarySession, now: number): MinutesReport {
	const { instrument } = getInstrument(db, round.instrumentId);
	const order = instrument.domains.flatMap(({ indicators }) => indicators).map(({ code }) => code);
	const decisions = listSessionDecisions(db, session.id).sort(
		(a, b) =>
			(a.region.code < b.region.code ? -1 : Number(a.region.code > b.region.code)) ||
			order.indexOf(a.indicator) - order.indexOf(b.indicator)
	);
	const regions = new Map(decisions.map(({ assessmentId, region }) => [assessmentId, region]));
	const { code, name, startsOn, endsOn, targetClass, sample } = round;
	return {
		instrument,
		round: { code, name, startsOn, endsOn, targetClass, sample },
		province: printedProvince(roundProvince(db, round)),
		session,
		decisions,
		results: [...regions].map(([id, region]) => {
			const rows = listAnswers(db, id);
			const before = rows.filter(({ track }) => track !== 'final');
			return {
				region,
				before: score(instrument, answersOn(before, 'official')),
				after: score(instrument, answersOn(rows, 'official')),
				decided: decisions.filter(({ assessmentId }) => assessmentId === id).length
			};
		}),
		pending: session.closedAt === null ? readAgenda(db, round).items.filter(isPending).length : 0,
		state: session.closedAt === null ? 'draft' : 'final',
		now: dayOfPrinting(now)
	};
}

function isPending({ kind, decided }: { kind: string; decided: boolean }): boolean {
	return kind !== 'small' && !decided;
}
