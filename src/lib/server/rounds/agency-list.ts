import type { Text } from '#lib/domain/instrument/types.ts';
import { listScored } from '../assessments/results.ts';
import type { Viewer } from '../auth/access.ts';
import type { Db } from '../db/open.ts';
import type { Round } from './find-round.ts';
import { roundInstrument } from './round-content.ts';

/** The agencies of a round that the viewer may read, by region, with their results in one language. */
export function readAgencyList(db: Db, viewer: Viewer, round: Round, locale: keyof Text) {
	const instrument = roundInstrument(db, round, 'agency')?.instrument;
	return {
		classes: (instrument?.classes ?? []).map(({ code, name }) => ({ code, name: name[locale] })),
		agencies: listScored(db, viewer, round, 'agency').map(({ region, agency, result }) => ({
			id: agency!.id,
			name: agency!.name,
			region: { code: region.code, name: region.name },
			status: result.status,
			index: result.index,
			readinessClass: result.readinessClass,
			provisional: result.provisional,
			completeness: result.completeness
		}))
	};
}
