import { eq } from 'drizzle-orm';
import type { Instrument } from '#lib/domain/instrument/types.ts';
import { type Track, TRACKS } from '#lib/domain/workflow/types.ts';
import { canReach, reachOf, type Viewer } from '../auth/access.ts';
import type { Db } from '../db/open.ts';
import { agencies, answers, assessments, regions, users } from '../db/schema.ts';
import { getInstrument } from '../instruments/stored-instruments.ts';
import type { Round } from '../rounds/find-round.ts';

/** One answer of one track; its keys are the export's columns. */
export interface ExportRow {
	round: string;
	region_code: string;
	region_name: string;
	/** Name of the agency, unique in its region; empty for the region's own assessment. */
	agency: string;
	indicator: string;
	track: Track;
	/** Null = not answered, or not applicable. */
	level: number | null;
	not_applicable: boolean;
	justification: string;
	evidence_count: number;
	version: number;
	/** ISO instant. */
	updated_at: string;
	/** User name. */
	updated_by: string;
}

/** Every answer of a round that the viewer may read, by region, agency, the instrument's order and track. */
export function exportRows(db: Db, viewer: Viewer, round: Round): ExportRow[] {
	const reach = reachOf(db, viewer, 'assessment.read', round);
	const orders = new Map<number, Map<string, number>>();
	const orderOf = (instrumentId: number) => {
		let order = orders.get(instrumentId);
		if (!order) orders.set(instrumentId, (order = indicatorOrder(getInstrument(db, instrumentId).instrument)));
		return order;
	};
	return db
		.select({
			instrumentId: assessments.instrumentId,
			region: { code: regions.code, name: regions.name },
			agency: { id: agencies.id, name: agencies.name },
			answer: answers,
			username: users.username
		})
		.from(answers)
		.innerJoin(assessments, eq(assessments.id, answers.assessmentId))
		.innerJoin(regions, eq(regions.code, assessments.regionCode))
		.innerJoin(users, eq(users.id, answers.updatedBy))
		.leftJoin(agencies, eq(agencies.id, assessments.agencyId))
		.where(eq(assessments.roundId, round.id))
		.all()
		.filter(({ region, agency }) => canReach(reach, { regionCode: region.code, agencyId: agency?.id ?? null }))
		.sort(
			(a, b) =>
				compare(a.region.code, b.region.code) ||
				compare(a.agency?.name ?? '', b.agency?.name ?? '') ||
				(orderOf(a.instrumentId).get(a.answer.indicator) ?? 0) -
					(orderOf(b.instrumentId).get(b.answer.indicator) ?? 0) ||
				TRACKS.indexOf(a.answer.track) - TRACKS.indexOf(b.answer.track)
		)
		.map(({ region, agency, answer, username }) => ({
			round: round.code,
			region_code: region.code,
			region_name: region.name,
			agency: agency?.name ?? '',
			indicator: answer.indicator,
			track: answer.track,
			level: answer.level,
			not_applicable: answer.notApplicable,
			justification: answer.justification,
			evidence_count: 0, // evidence is not kept yet
			version: answer.version,
			updated_at: new Date(answer.updatedAt).toISOString(),
			updated_by: username
		}));
}

function indicatorOrder({ domains }: Instrument): Map<string, number> {
	return new Map(domains.flatMap(({ indicators }) => indicators).map(({ code }, at) => [code, at]));
}

function compare(a: string, b: string): number {
	return a < b ? -1 : Number(a > b);
}
