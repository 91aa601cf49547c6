import { asc, count, desc, eq, isNull, and, sql } from 'drizzle-orm';
import { isFarEnough, type RoundRefusal, type RoundStep, takeRoundStep } from '#lib/domain/workflow/round-machine.ts';
import type { AssessmentStatus, RoundStatus } from '#lib/domain/workflow/types.ts';
import { addDefaultMilestones } from '#lib/server/fieldwork/calendar/manage-milestones.ts';
import { hasPermission } from '#lib/server/people/access/access.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { agencies, assessments, regions, rounds } from '#lib/server/foundation/db/schema.ts';
import { listInstruments } from '#lib/server/rounds/instruments/stored-instruments.ts';
import type { Measured } from '#lib/server/insight/robustness/measure-uncertainty.ts';
import { findRound, type Round } from '#lib/server/rounds/round/find-round.ts';
import type { Refused } from '#lib/server/people/commands/refusal.ts';
import { makeSnapshot } from './snapshot.ts';
import { command, record } from '#lib/server/people/commands/command.ts';
import type { Acting } from '#lib/server/people/commands/context.ts';

/** The data that an administrator lays down for a round; formats are checked by the form. */
export interface RoundInput {
	code: string;
	name: string;
	/** ISO dates, first and last day. */
	startsOn: string;
	endsOn: string;
	instrumentId: number;
	/** Null = agencies are not asked in this round. */
	agencyInstrumentId: number | null;
	/** Code of a readiness class of the instrument. */
	targetClass: string;
	/** Person-days per working day; above 0. */
	dailyCapacity: number;
}

/** A fault of a round's data, by the field that it belongs to. */
export type RoundFault =
	| { field: 'code'; fault: 'code_taken' }
	| { field: 'endsOn'; fault: 'ends_before_start' }
	| { field: 'instrumentId' | 'agencyInstrumentId'; fault: 'instrument_unknown' }
	| { field: 'targetClass'; fault: 'class_unknown' };

type RoundSaved = { kind: 'saved'; code: string } | ({ kind: 'invalid' } & RoundFault) | Refused;

/** The outcome of an edit; only a draft can be edited. */
type RoundEdited = RoundSaved | { kind: 'not_draft'; status: RoundStatus };

/** Makes a round as a draft; nothing is assessed before it is opened. */
export function createRound(context: Acting, input: RoundInput): RoundSaved {
	const { actor } = context;
	if (!hasPermission(actor, 'round.manage')) return { kind: 'forbidden' };
	return command(context, (tx, within): RoundSaved => {
		const fault = checkRound(tx, input, null);
		if (fault) return { kind: 'invalid', ...fault };
		tx.insert(rounds)
			.values({ ...input, status: 'draft' })
			.run();
		record(within, { action: 'round.create', subject: input.code, after: input });
		return { kind: 'saved', code: input.code };
	});
}

/** Changes a round that is still a draft. */
export function editRound(context: Acting, code: string, input: RoundInput): RoundEdited {
	const { actor } = context;
	if (!hasPermission(actor, 'round.manage')) return { kind: 'forbidden' };
	return command(context, (tx, within): RoundEdited => {
		const round = findRound(tx, code);
		if (!round) return { kind: 'missing' };
		if (round.status !== 'draft') return { kind: 'not_draft', status: round.status };
		const fault = checkRound(tx, input, round.id);
		if (fault) return { kind: 'invalid', ...fault };
		tx.update(rounds).set(input).where(eq(rounds.id, round.id)).run();
		record(within, { action: 'round.edit', subject: input.code, before: inputOf(round), after: input });
		return { kind: 'saved', code: input.code };
	});
}

type RoundMoved =
	| { kind: 'moved'; status: RoundStatus }
	/** `unfinished`: codes of the regions that are not as far as the step asks. */
	| { kind: 'refused'; refusal: RoundRefusal; unfinished: string[] }
	| Refused;

/** A step of a round with its particulars. */
export interface RoundMove {
	step: RoundStep;
	/** Codes of the regions that go along unfinished, each named by the person. */
	confirmed?: readonly string[];
	/** The person's reason, where the step asks for one. */
	reason?: string;
	/** Certainty of the ranking for the snapshot; taken only if the round is still as it was simulated. */
	measured?: Measured | null;
}

/** Takes a round a step further; what belongs to the step happens in the same transaction. Opening makes an
 *  assessment for every region, and for every agency where agencies are asked; publishing freezes the snapshot. */
export function moveRound(
	context: Acting,
	code: string,
	{ step, confirmed = [], reason = '', measured = null }: RoundMove
): RoundMoved {
	const { actor, now } = context;
	if (!hasPermission(actor, 'round.manage')) return { kind: 'forbidden' };
	return command(context, (tx, within): RoundMoved => {
		const round = findRound(tx, code);
		if (!round) return { kind: 'missing' };
		const unfinished = listUnfinished(tx, round.id, step);
		const next = takeRoundStep(round.status, step, { unfinished, confirmed, reason });
		if ('refusal' in next) return { kind: 'refused', refusal: next.refusal, unfinished };
		const effect = EFFECTS[step](tx, round, now, measured);
		const told = { ...(unfinished.length > 0 && { unfinished }), ...(reason.trim() && { reason: reason.trim() }) };
		tx.update(rounds)
			.set({ status: next.status, revision: sql`${rounds.revision} + 1`, ...effect.columns })
			.where(eq(rounds.id, round.id))
			.run();
		record(within, {
			action: `round.${step}`,
			subject: code,
			before: { status: round.status },
			after: { status: next.status, ...effect.told, ...told }
		});
		return { kind: 'moved', status: next.status };
	});
}

interface Effect {
	columns: Partial<Round>;
	/** Content for the audit log. */
	told: object;
}

const EFFECTS: Record<RoundStep, (tx: Db, round: Round, now: number, measured: Measured | null) => Effect> = {
	open: (tx, round, now) => {
		const made = makeAssessments(tx, round);
		return { columns: {}, told: { ...made, milestones: addDefaultMilestones(tx, round, now) } };
	},
	convene: () => ({ columns: {}, told: {} }),
	resume: () => ({ columns: {}, told: {} }),
	publish: (tx, round, now, measured) => {
		const uncertainty = measured?.revision === round.revision ? measured.uncertainty : null;
		const snapshot = makeSnapshot(tx, round, now, uncertainty);
		return {
			columns: { publishedAt: now, snapshot: JSON.stringify(snapshot) },
			told: { snapshot: snapshot.hash }
		};
	},
	close: () => ({ columns: {}, told: {} })
};

function makeAssessments(tx: Db, round: Round): { regions: number; agencies: number } {
	const ofRegions = tx
		.select({ code: regions.code })
		.from(regions)
		.all()
		.map(({ code }) => ({ roundId: round.id, regionCode: code, agencyId: null, instrumentId: round.instrumentId }));
	const instrumentId = round.agencyInstrumentId;
	const ofAgencies =
		instrumentId === null
			? []
			: tx
					.select()
					.from(agencies)
					.all()
					.map(({ id, regionCode }) => ({ roundId: round.id, regionCode, agencyId: id, instrumentId }));
	for (const row of [...ofRegions, ...ofAgencies]) tx.insert(assessments).values(row).run();
	return { regions: ofRegions.length, agencies: ofAgencies.length };
}

/** Codes of the regions whose own assessment is not as far as a step of the round asks, in order. */
export function listUnfinished(db: Db, roundId: number, step: RoundStep): string[] {
	return db
		.select({ code: assessments.regionCode, status: assessments.status })
		.from(assessments)
		.where(and(eq(assessments.roundId, roundId), isNull(assessments.agencyId)))
		.orderBy(asc(assessments.regionCode))
		.all()
		.filter(({ status }) => !isFarEnough(step, status))
		.map(({ code }) => code);
}

interface RoundSummary {
	code: string;
	name: string;
	status: RoundStatus;
	startsOn: string;
	endsOn: string;
	sample: boolean;
	/** Number of assessments by status; empty while the round is a draft. */
	regions: Partial<Record<AssessmentStatus, number>>;
	agencies: Partial<Record<AssessmentStatus, number>>;
}

/** All rounds, newest first, with their assessments by status; without the snapshots, which are large. */
export function listRoundSummaries(db: Db): RoundSummary[] {
	const counts = db
		.select({
			roundId: assessments.roundId,
			ofAgency: sql<number>`${assessments.agencyId} IS NOT NULL`,
			status: assessments.status,
			n: count()
		})
		.from(assessments)
		.groupBy(assessments.roundId, sql`2`, assessments.status)
		.all();
	const byStatus = (roundId: number, ofAgency: number) =>
		Object.fromEntries(
			counts.filter((row) => row.roundId === roundId && row.ofAgency === ofAgency).map((row) => [row.status, row.n])
		);
	const { id, code, name, status, startsOn, endsOn, sample } = rounds;
	return db
		.select({ id, code, name, status, startsOn, endsOn, sample })
		.from(rounds)
		.orderBy(desc(startsOn), desc(id))
		.all()
		.map(({ id, ...round }) => ({ ...round, regions: byStatus(id, 0), agencies: byStatus(id, 1) }));
}

function checkRound(tx: Db, input: RoundInput, id: number | null): RoundFault | null {
	const taken = tx.select({ id: rounds.id }).from(rounds).where(eq(rounds.code, input.code)).get();
	if (taken && taken.id !== id) return { field: 'code', fault: 'code_taken' };
	if (input.endsOn <= input.startsOn) return { field: 'endsOn', fault: 'ends_before_start' };
	const stored = listInstruments(tx);
	const find = (wanted: number, unit: 'region' | 'agency') =>
		stored.find(({ id, instrument }) => id === wanted && instrument.unit === unit)?.instrument;
	const instrument = find(input.instrumentId, 'region');
	if (!instrument) return { field: 'instrumentId', fault: 'instrument_unknown' };
	if (input.agencyInstrumentId !== null && !find(input.agencyInstrumentId, 'agency'))
		return { field: 'agencyInstrumentId', fault: 'instrument_unknown' };
	if (!instrument.classes.some(({ code }) => code === input.targetClass))
		return { field: 'targetClass', fault: 'class_unknown' };
	return null;
}

function inputOf(round: Round): RoundInput {
	const { code, name, startsOn, endsOn, instrumentId, agencyInstrumentId, targetClass, dailyCapacity } = round;
	return { code, name, startsOn, endsOn, instrumentId, agencyInstrumentId, targetClass, dailyCapacity };
}
