import { eq } from 'drizzle-orm';
import type { Indicator, Instrument } from '#lib/domain/instrument/types.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { answers, assessments, rounds } from '#lib/server/foundation/db/schema.ts';
import { findInstrument, storeInstrument } from '#lib/server/rounds/instruments/stored-instruments.ts';
import { indicatorsOf, mapIndicators } from './any-instrument.ts';
import { publishRound } from './publish-round.ts';
import { NOW, PEOPLE } from './small-round.ts';

/** The shipped instrument of regions as an earlier version, in which some indicators were others. */
export function earlierVersion(db: Db, change: Partial<Record<string, Partial<Indicator>>>): Instrument {
	const { instrument } = findInstrument(db, 'ikid')!;
	const changed = mapIndicators(instrument, (one) => ({ ...one, ...change[one.code] }));
	return { ...changed, version: 'lama' };
}

/** Another instrument that happens to ask the same. */
export function otherInstrument(db: Db, code = 'ikid'): Instrument {
	return { ...findInstrument(db, code)!.instrument, code: `epss-${code}` };
}

interface Earlier {
	/** Year that is the code of the round. */
	year: number;
	instrument: Instrument;
	agencyInstrument?: Instrument;
	/** Levels by the codes of that round; 3 where it says nothing. */
	levels?: Record<string, number>;
}

/** Adds a published round before `uji` of `small-round.ts`, in which Surabaya and its agency answered everything. */
export function addRoundBefore(db: Db, { year, instrument, agencyInstrument, levels = {} }: Earlier): void {
	const store = (one: Instrument) => storeInstrument({ db, actor: PEOPLE.admin, now: NOW }, one)!.id;
	const round = {
		code: String(year),
		name: `Putaran ${year}`,
		status: 'open' as const,
		startsOn: `${year}-09-01`,
		endsOn: `${year}-11-30`,
		instrumentId: store(instrument),
		agencyInstrumentId: agencyInstrument ? store(agencyInstrument) : null,
		targetClass: 'nearly_ready'
	};
	const { id: roundId } = db.insert(rounds).values(round).returning().get();
	answer(db, { roundId, instrumentId: round.instrumentId, regionCode: '35.78' }, instrument, levels);
	if (agencyInstrument) {
		const own = { roundId, instrumentId: round.agencyInstrumentId!, regionCode: '35.78', agencyId: 'opd-dinkes' };
		answer(db, own, agencyInstrument, levels);
	}
	publishRound(db, round.code, NOW);
}

/** Answers everything of Surabaya and its agency in the round `uji`. */
export function answerRound(db: Db, levels: Record<string, number>): void {
	for (const row of db.select().from(assessments).where(eq(assessments.regionCode, '35.78')).all()) {
		const { instrument } = findInstrument(db, row.agencyId ? 'ikid-opd' : 'ikid')!;
		give(db, row.id, instrument, levels);
	}
}

function answer(
	db: Db,
	own: typeof assessments.$inferInsert,
	instrument: Instrument,
	levels: Record<string, number>
): void {
	const { id } = db
		.insert(assessments)
		.values({ ...own, status: 'final' })
		.returning()
		.get();
	give(db, id, instrument, levels);
}

function give(db: Db, assessmentId: number, instrument: Instrument, levels: Record<string, number>): void {
	const by = { assessmentId, track: 'final' as const, version: 1, updatedAt: NOW, updatedBy: 'asesor' };
	const rows = indicatorsOf(instrument).map(({ code }) => ({ ...by, indicator: code, level: levels[code] ?? 3 }));
	db.insert(answers).values(rows).run();
}
