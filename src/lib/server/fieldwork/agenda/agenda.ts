import { and, eq, inArray, isNull } from 'drizzle-orm';
import { byEffect, type Difference, findDifferences, type Standpoints } from '#lib/domain/analysis/disputes.ts';
import type { Instrument } from '#lib/domain/instrument/types.ts';
import type { AnswerValue } from '#lib/domain/scoring/types.ts';
import type { AssessmentStatus } from '#lib/domain/workflow/types.ts';
import type { AnswerRow } from '#lib/server/rounds/assessment/find-assessment.ts';
import { countSteps } from '#lib/server/rounds/assessment/record-step.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import {
	answers,
	assessments,
	doubleScores,
	plenaryAgenda,
	plenaryDecisions,
	regions
} from '#lib/server/foundation/db/schema.ts';
import { getInstrument } from '#lib/server/rounds/instruments/stored-instruments.ts';
import type { Round } from '#lib/server/rounds/round/find-round.ts';

type Decision = typeof plenaryDecisions.$inferSelect;

/** An item before the plenary: one indicator of one region. */
export interface AgendaItem extends Difference {
	assessmentId: number;
	region: { code: string; name: string };
	status: AssessmentStatus;
	domain: string;
	/** `disputed` and `added` wait for a decision, `small` follows the assessor. Added: somebody raised it, or its final
	 *  answer is another than the assessor's without a decision. */
	kind: 'disputed' | 'added' | 'small';
	/** The answer on the final track; null = none. */
	final: AnswerValue;
	/** Version of that answer, which a decision must have seen; 0 = none. */
	finalVersion: number;
	/** The last decision; null where there is none. */
	decision: Decision | null;
	/** A session has decided on it, and neither the views nor the final answer have changed since. A final answer that
	 *  came another way, such as by import, is recorded with those present only here. */
	decided: boolean;
}

/** A region in the plenary. */
export interface PlenaryRegion {
	assessmentId: number;
	region: { code: string; name: string };
	status: AssessmentStatus;
	/** Number of its last step, which a step must have seen. */
	seen: number;
	/** Items for decision, and how many of them are still open. */
	items: number;
	open: number;
}

export interface Agenda {
	/** Largest effect first. */
	items: AgendaItem[];
	/** Regions that are assessed, by code. */
	regions: PlenaryRegion[];
	/** Regions that the assessors are not through with. */
	underWay: number;
}

/** The agenda of a round: every difference in the regions that are assessed. Short forms of agencies are no matter of
 *  the plenary. Callers check access. */
export function readAgenda(db: Db, round: Round): Agenda {
	const rows = db
		.select({
			id: assessments.id,
			status: assessments.status,
			instrumentId: assessments.instrumentId,
			region: { code: regions.code, name: regions.name }
		})
		.from(assessments)
		.innerJoin(regions, eq(regions.code, assessments.regionCode))
		.where(and(eq(assessments.roundId, round.id), isNull(assessments.agencyId)))
		.orderBy(regions.code)
		.all();
	const assessed = rows.filter(({ status }) => status === 'assessed' || status === 'final');
	const known = gather(
		db,
		assessed.map(({ id }) => id)
	);
	const items = assessed.flatMap(({ id, status, region, instrumentId }) =>
		itemsOf(getInstrument(db, instrumentId).instrument, known, id).map((item): AgendaItem => ({
			...item,
			region,
			status
		}))
	);
	return {
		items: items.sort((a, b) => byEffect(a.effect, b.effect) || (a.region.code < b.region.code ? -1 : 1)),
		regions: assessed.map(({ id, status, region }) => {
			const own = items.filter(({ assessmentId, kind }) => assessmentId === id && kind !== 'small');
			return {
				assessmentId: id,
				region,
				status,
				seen: countSteps(db, id),
				items: own.length,
				open: own.filter(({ decided }) => !decided).length
			};
		}),
		underWay: rows.length - assessed.length
	};
}

/** An assessment as far as its own agenda asks. */
type Subject = { id: number; agency: object | null; stored: { instrument: Instrument } };

/** Number of items of one assessment that still wait for a decision of the plenary. */
export function countOpenDisputes(db: Db, subject: Subject): number {
	return ownItems(db, subject).filter(({ decided }) => !decided).length;
}

/** Codes of the indicators of one assessment that are before the plenary, decided or not. */
export function listAgendaCodes(db: Db, subject: Subject): Set<string> {
	return new Set(ownItems(db, subject).map(({ indicator }) => indicator));
}

function ownItems(db: Db, { id, agency, stored }: Subject) {
	if (agency !== null) return [];
	return itemsOf(stored.instrument, gather(db, [id]), id).filter(({ kind }) => kind !== 'small');
}

interface Known {
	answers: Map<number, AnswerRow[]>;
	seconds: Map<number, (typeof doubleScores.$inferSelect)[]>;
	added: Set<string>;
	/** The last decision by assessment and indicator. */
	decisions: Map<string, Decision>;
}

function gather(db: Db, ids: number[]): Known {
	if (ids.length === 0) return { answers: new Map(), seconds: new Map(), added: new Set(), decisions: new Map() };
	const decisions = db
		.select()
		.from(plenaryDecisions)
		.where(inArray(plenaryDecisions.assessmentId, ids))
		.orderBy(plenaryDecisions.n)
		.all();
	return {
		answers: byAssessment(db.select().from(answers).where(inArray(answers.assessmentId, ids)).all()),
		seconds: byAssessment(
			db.select().from(doubleScores).where(inArray(doubleScores.assessmentId, ids)).orderBy(doubleScores.sampleId).all()
		),
		added: new Set(
			db
				.select()
				.from(plenaryAgenda)
				.where(inArray(plenaryAgenda.assessmentId, ids))
				.all()
				.map(({ assessmentId, indicator }) => `${assessmentId} ${indicator}`)
		),
		decisions: new Map(decisions.map((row) => [`${row.assessmentId} ${row.indicator}`, row]))
	};
}

function itemsOf(instrument: Instrument, known: Known, id: number): Omit<AgendaItem, 'region' | 'status'>[] {
	const rows = known.answers.get(id) ?? [];
	const seconds = known.seconds.get(id) ?? [];
	const on = (track: AnswerRow['track'], code: string) =>
		rows.find((row) => row.track === track && row.indicator === code);
	const codes = instrument.domains.flatMap(({ code: domain, indicators }) =>
		indicators.map(({ code }) => ({ code, domain }))
	);
	const said = Object.fromEntries(
		codes.map(({ code }): [string, Standpoints] => [
			code,
			{
				self: valueOf(on('self', code)),
				assessor: valueOf(on('assessor', code)),
				second: seconds
					.filter(({ indicator }) => indicator === code)
					.reduce<AnswerValue>((last, row) => valueOf(row) ?? last, null)
			}
		])
	);
	const isRaised = (code: string) =>
		known.added.has(`${id} ${code}`) ||
		known.decisions.has(`${id} ${code}`) ||
		![null, valueOf(on('assessor', code))].includes(valueOf(on('final', code)));
	const raised = new Set(codes.map(({ code }) => code).filter(isRaised));
	return findDifferences(instrument, said, raised).map((difference) => {
		const code = difference.indicator;
		const final = on('final', code);
		const decision = known.decisions.get(`${id} ${code}`) ?? null;
		return {
			...difference,
			assessmentId: id,
			domain: codes.find((item) => item.code === code)!.domain,
			kind: difference.causes.length > 0 ? 'disputed' : raised.has(code) ? 'added' : 'small',
			final: valueOf(final),
			finalVersion: final?.version ?? 0,
			decision,
			decided: decision !== null && decision.n === final?.version && isOfToday(decision, difference)
		};
	});
}

/** Tells whether a decision was made about the views as they stand now; the assessment may have been reopened since. */
function isOfToday(decision: Decision, { self, assessor }: Standpoints): boolean {
	return (
		valueOf({ level: decision.selfLevel, notApplicable: decision.selfNotApplicable }) === self &&
		valueOf({ level: decision.assessorLevel, notApplicable: decision.assessorNotApplicable }) === assessor
	);
}

/** An answer as a value; null where nothing is answered. */
export function valueOf(answer: { level: number | null; notApplicable: boolean } | undefined): AnswerValue {
	return answer?.notApplicable ? 'na' : (answer?.level ?? null);
}

function byAssessment<T extends { assessmentId: number }>(rows: readonly T[]): Map<number, T[]> {
	const map = new Map<number, T[]>();
	for (const row of rows) {
		const list = map.get(row.assessmentId);
		if (list) list.push(row);
		else map.set(row.assessmentId, [row]);
	}
	return map;
}
