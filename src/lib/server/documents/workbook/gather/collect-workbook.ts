import type { Assessment } from '#lib/server/rounds/assessment/find-assessment.ts';
import type { Locale } from '#lib/domain/locale.ts';
import { canReach, reachOf, type Viewer } from '#lib/server/people/access/access.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { exportRows } from '#lib/server/public/exchange/export-rows.ts';
import { collectProvinceReport } from '#lib/server/documents/gather/collect-province.ts';
import { collectRegionReport } from '#lib/server/documents/gather/collect-region.ts';
import type { ReportBasis } from '#lib/server/documents/write/types.ts';
import type { Round } from '#lib/server/rounds/round/find-round.ts';
import { roundInstrument } from '#lib/server/rounds/round/round-content.ts';
import { listPieces } from './list-pieces.ts';
import type { WorkbookData } from '../write/types.ts';

interface Asking {
	/** Time of writing, in milliseconds. */
	now: number;
	locale: Locale;
}

/** Collects the workbook of one region, with the answers of its agencies that the viewer may read. Callers have
 *  found the region's own assessment and checked access. */
export async function collectRegionWorkbook(
	db: Db,
	viewer: Viewer,
	assessment: Assessment,
	asking: Asking
): Promise<WorkbookData> {
	const { round, region } = assessment;
	// Answers and evidence are read in the moment of the results, before the wait for the certainty of the ranking.
	const ofMoment = {
		answers: exportRows(db, viewer, round).filter((row) => row.region_code === region.code),
		evidence: listPieces(db, viewer, round, asking).filter((piece) => piece.region.code === region.code)
	};
	const { plan, ...basis } = await collectRegionReport(db, assessment, asking.now);
	return {
		...shared(db, basis, round),
		region: region.code,
		results: basis.results.filter((result) => result.region.code === region.code),
		plans: plan ? { [region.code]: plan } : {},
		...ofMoment
	};
}

/** Collects the workbook of a round: of the regions whose assessment the viewer may read, all sheets alike. */
export async function collectRoundWorkbook(
	db: Db,
	viewer: Viewer,
	round: Round,
	asking: Asking
): Promise<WorkbookData> {
	const reach = reachOf(db, viewer, 'assessment.read', round);
	// Read in the moment of the results, as above.
	const ofMoment = { answers: exportRows(db, viewer, round), evidence: listPieces(db, viewer, round, asking) };
	const { plans, ...basis } = await collectProvinceReport(db, round, asking.now);
	const results = basis.results.filter(({ region }) => canReach(reach, { regionCode: region.code, agencyId: null }));
	const read = new Set(results.map(({ region }) => region.code));
	return {
		...shared(db, basis, round),
		region: null,
		results,
		plans: Object.fromEntries(Object.entries(plans).filter(([code]) => read.has(code))),
		...ofMoment
	};
}

/** Facts of the round that tell nothing of any one region. */
function shared(db: Db, basis: ReportBasis, stored: Round) {
	const { instrument, adoption, round, documentNumber, state, now } = basis;
	const agencyInstrument = roundInstrument(db, stored, 'agency')?.instrument ?? null;
	return { instrument, adoption, round, documentNumber, state, now, agencyInstrument };
}
