import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Region } from '#lib/domain/geography/types.ts';
import type { Instrument } from '#lib/domain/instrument/types.ts';
import type { Result } from '#lib/domain/analysis/result.ts';
import { basisOf, isProvisional } from '#lib/domain/workflow/basis.ts';
import type { AnswerView } from '#lib/domain/workflow/answer-view.ts';
import type { EvidenceCount } from '#lib/domain/evidence/evidence-count.ts';
import type { FrozenPiece } from '#lib/domain/evidence/frozen-piece.ts';
import { factsOf, type ProvinceFacts, type ProvinceProfile } from '#lib/domain/province/types.ts';
import { keeper } from '#lib/server/foundation/cache/keeper.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { rounds } from '#lib/server/foundation/db/schema.ts';
import { log } from '#lib/server/foundation/log.ts';
import type { SecondScore, Uncertainty } from '#lib/domain/robustness/uncertainty.ts';
import type { Boundaries } from '#lib/server/places/boundaries/boundaries.ts';
import { findProvince, installedVersion } from '#lib/server/places/province/find-province.ts';
import type { Round } from './find-round.ts';
import { presentRegion } from './former-content.ts';

/** An answer as it stood when the round was published. */
export interface FrozenAnswer extends AnswerView {
	/** User name. */
	updatedBy: string;
}

/** A questionnaire with its answers, evidence and results. */
export interface Frozen {
	instrument: Instrument;
	/** Null = the version was a draft when the round was published. */
	adoption: { adoptedBy: string; decreeNumber: string; decreeDate: string } | null;
	/** Answers on every track, by region code (of agencies: by agency id). */
	answers: Record<string, FrozenAnswer[]>;
	results: Result[];
	/** Pieces of evidence by indicator, by the same keys. */
	evidence: Record<string, Record<string, EvidenceCount>>;
	/** The pieces themselves, by the same keys; a round that was published before they were kept has none. */
	pieces?: Record<string, FrozenPiece[]>;
	/** ISO instant since when an assessment has its status, by the same keys; null = it never had another. */
	statusSince: Record<string, string | null>;
}

/** The content of a published round for all readers, whatever happens to the live tables later. */
export interface RoundSnapshot extends Frozen {
	/** Number of the layout, for versions of the program that know more than one. */
	format: 1;
	/** ISO instant of the publication. */
	at: string;
	round: Pick<Round, 'code' | 'name' | 'startsOn' | 'endsOn' | 'targetClass' | 'dailyCapacity' | 'sample'>;
	regions: Region[];
	/** The province as it was called and grouped then; that of today where the snapshot is older than this field. */
	province: ProvinceFacts;
	/** Null = agencies were not asked. */
	agencies: Frozen | null;
	/** Outlines of the map with the credit that stands under them; null or absent = the map is drawn as tiles: none were
	 *  installed, or the round was published before they were kept. */
	boundaries?: Boundaries | null;
	/** Certainty of the ranking when it was published; null or absent = it was not simulated. */
	uncertainty?: Uncertainty | null;
	/** Levels of indicators that two assessors gave, as the simulation takes them. */
	secondScores?: SecondScore[];
	/** SHA-256 in hex over the JSON of all the rest. */
	hash: string;
}

interface ReadSnapshot {
	snapshot: RoundSnapshot;
	/** The hash still fits: the snapshot is what was published. */
	intact: boolean;
}

// Megabytes of JSON: read once. A round is published once, so the time of that names the snapshot without reading it.
const kept = keeper<ReadSnapshot>(Infinity, { forGood: true });

/** The snapshot of a published round, and whether it is still what was published; null while the round runs.
 *  @throws Error when a published round has no snapshot: its live tables are not what was published */
export function findSnapshot(db: Db, round: Round): ReadSnapshot | null {
	if (round.status !== 'published' && round.status !== 'closed') return null;
	const at = `${round.publishedAt}/${installedVersion(db)}`; // a former snapshot takes from the profile what it lacks
	return kept(db, { of: round.id, at }, () => {
		const read = loadSnapshot(db, round);
		if (!read) throw new Error(`round ${round.code} is ${round.status} without a snapshot`);
		if (!read.intact) log.error({ round: round.code }, 'the snapshot of a published round was changed');
		return read;
	});
}

/** The snapshot's part on regions or agencies; null while the round runs, or when agencies were not asked.
 *  @throws Error when a published round has no snapshot */
export function findFrozen(db: Db, round: Round, unit: 'region' | 'agency'): Frozen | null {
	const snapshot = findSnapshot(db, round)?.snapshot;
	return (unit === 'region' ? snapshot : snapshot?.agencies) ?? null;
}

/** The snapshot of a round as it is on disk now; null where there is none. */
export function loadSnapshot(db: Db, { id }: Pick<Round, 'id'>): ReadSnapshot | null {
	const row = db.select({ snapshot: rounds.snapshot }).from(rounds).where(eq(rounds.id, id)).get();
	return row?.snapshot ? readSnapshot(row.snapshot, findProvince(db)) : null;
}

/** Reads the text of a snapshot that any version wrote.
 *  @param profile that of today, for fields that a former version did not keep */
export function readSnapshot(text: string, profile: ProvinceProfile): ReadSnapshot {
	const written = JSON.parse(text) as RoundSnapshot;
	const { hash, ...content } = written;
	return { snapshot: presentSnapshot(written, profile), intact: hash === hashOf(content) };
}

function presentSnapshot(stored: RoundSnapshot, profile: ProvinceProfile): RoundSnapshot {
	const written = { ...stored, ...presentPart(stored), agencies: stored.agencies && presentPart(stored.agencies) };
	if (written.province) return written;
	const { boundaries } = written;
	return {
		...written,
		province: factsOf(profile),
		regions: written.regions.map((region) => presentRegion(region, profile)),
		boundaries: boundaries && { ...boundaries, windows: boundaries.windows ?? profile.map }
	};
}

/** Results as they stand there, with what they rest on where a former version did not tell. */
function presentPart<T extends Frozen>(part: T): T {
	const results = part.results.map((result): Result => {
		if ('basis' in result) return result;
		const { region, agency } = result as Result;
		const basis = basisOf(part.instrument, part.answers[agency?.id ?? region.code] ?? []);
		return { ...(result as Result), basis, provisional: isProvisional(basis) };
	});
	return { ...part, results };
}

/** The hash that a snapshot carries: SHA-256 in hex over the JSON of all the rest. */
export function hashOf(content: Omit<RoundSnapshot, 'hash'>): string {
	return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}
