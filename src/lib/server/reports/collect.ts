import { and, eq, isNull } from 'drizzle-orm';
import { listAnswers } from '../assessments/find-assessment.ts';
import { scoreRound } from '../assessments/results.ts';
import type { Db } from '../db/open.ts';
import { assessments } from '../db/schema.ts';
import { getInstrument } from '../instruments/stored-instruments.ts';
import { planFor } from '../plans/region-plan.ts';
import { planRegions } from '../plans/province-plan.ts';
import { findPreviousRound, type Round } from '../rounds/find-round.ts';
import { officialRows } from '../rounds/official-rows.ts';
import type { OfficialAnswer, ProvinceReport, RegionReport, ReportBasis } from './types.ts';

/** What the report on one region is made of; null when the region is not in the round. Callers check access.
 *  @param now milliseconds, the time of printing */
export function collectRegionReport(db: Db, round: Round, regionCode: string, now: number): RegionReport | null {
	const row = db
		.select({ id: assessments.id, revision: assessments.revision })
		.from(assessments)
		.where(and(eq(assessments.roundId, round.id), eq(assessments.regionCode, regionCode), isNull(assessments.agencyId)))
		.get();
	if (!row) return null;
	const basis = collectBasis(db, round, `SIAP/${round.code}/${regionCode}/${row.revision}`, now);
	const { answers } = basis.results.find(({ region }) => region.code === regionCode)!;
	const official = Object.values(officialRows(listAnswers(db, row.id))).map(
		({ indicator, track, level, notApplicable, justification }): [string, OfficialAnswer] => [
			indicator,
			{ track, level, notApplicable, justification }
		]
	);
	return {
		...basis,
		region: regionCode,
		official: Object.fromEntries(official),
		plan: planFor(basis.instrument, answers, round, round, now)
	};
}

/** What the report on the whole province is made of. Callers check access.
 *  @param now milliseconds, the time of printing */
export function collectProvinceReport(db: Db, round: Round, now: number): ProvinceReport {
	return {
		...collectBasis(db, round, `SIAP/${round.code}/35/PROV/${round.revision}`, now),
		plans: planRegions(db, round, now)
	};
}

/** The document number ends in the revision of what it reports on: the same number is the same figures. */
function collectBasis(db: Db, round: Round, documentNumber: string, now: number): ReportBasis {
	const stored = getInstrument(db, round.instrumentId);
	const { adoptedBy, decreeNumber, decreeDate } = stored;
	const isAdopted = stored.status === 'adopted' && adoptedBy !== null && decreeNumber !== null && decreeDate !== null;
	const previous = findPreviousRound(db, round);
	const { code, name, startsOn, endsOn, targetClass, sample, status } = round;
	return {
		instrument: stored.instrument,
		adoption: isAdopted ? { adoptedBy, decreeNumber, decreeDate } : null,
		round: { code, name, startsOn, endsOn, targetClass, sample },
		results: scoreRound(db, round, 'region').map(({ region, result, answers }) => ({
			region,
			score: result,
			answers,
			status: result.status,
			track: result.track
		})),
		previous: previous && {
			code: previous.code,
			name: previous.name,
			scores: Object.fromEntries(scoreRound(db, previous, 'region').map(({ region, result }) => [region.code, result]))
		},
		documentNumber,
		state: status === 'published' || status === 'closed' ? 'final' : 'draft',
		now: new Date(now).toISOString()
	};
}
