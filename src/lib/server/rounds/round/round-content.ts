import type { Region } from '#lib/domain/geography/types.ts';
import type { ProvinceFacts } from '#lib/domain/province/types.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { getInstrument, type StoredInstrument } from '#lib/server/rounds/instruments/stored-instruments.ts';
import { listRegions } from '#lib/server/places/regions/list-regions.ts';
import { findProvince } from '#lib/server/places/province/find-province.ts';
import type { Round } from './find-round.ts';
import { findFrozen, findSnapshot, type Frozen } from './frozen-round.ts';

/** The version that a round's regions (or agencies) are assessed with; of a published round as it was then, adoption
 *  included. Null where agencies are not asked. */
export function roundInstrument(db: Db, round: Round, unit: 'region'): StoredInstrument;
export function roundInstrument(db: Db, round: Round, unit: 'region' | 'agency'): StoredInstrument | null;
export function roundInstrument(db: Db, round: Round, unit: 'region' | 'agency'): StoredInstrument | null {
	const id = unit === 'region' ? round.instrumentId : round.agencyInstrumentId;
	if (id === null) return null;
	const frozen = findFrozen(db, round, unit);
	return frozen ? frozenInstrument(frozen, id) : getInstrument(db, id);
}

/** The version of an instrument that stands in a snapshot. */
export function frozenInstrument({ instrument, adoption }: Frozen, id: number): StoredInstrument {
	const decree = adoption ?? { adoptedBy: null, decreeNumber: null, decreeDate: null };
	return { id, instrument, status: adoption ? 'adopted' : 'draft', ...decree };
}

/** All regions by code; of a published round with the names and groups of that time. */
export function roundRegions(db: Db, round: Round): Region[] {
	return findSnapshot(db, round)?.snapshot.regions ?? listRegions(db);
}

/** The province; of a published round as it was called and grouped then. */
export function roundProvince(db: Db, round: Round): ProvinceFacts {
	return findSnapshot(db, round)?.snapshot.province ?? findProvince(db);
}
