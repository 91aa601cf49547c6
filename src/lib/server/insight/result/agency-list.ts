import type { Locale } from '#lib/domain/locale.ts';
import { listScored } from '#lib/server/rounds/assessment/results.ts';
import type { Viewer } from '#lib/server/people/access/access.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import type { Round } from '#lib/server/rounds/round/find-round.ts';
import { roundInstrument } from '#lib/server/rounds/round/round-content.ts';

/** Lists the agencies of a round that the viewer may read, by region, with their results in one language. */
export function readAgencyList(db: Db, viewer: Viewer, round: Round, locale: Locale) {
	const instrument = roundInstrument(db, round, 'agency')?.instrument;
	return {
		classes: (instrument?.classes ?? []).map(({ code, name }) => ({ code, name: name[locale] })),
		agencies: listScored({ db, actor: viewer }, round, 'agency').map(({ region, agency, result }) => ({
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
