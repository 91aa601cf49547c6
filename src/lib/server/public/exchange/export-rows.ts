import { eq } from 'drizzle-orm';
import type { ExportedAnswer } from '#lib/domain/workflow/exported-answer.ts';
import { type Track, TRACKS } from '#lib/domain/workflow/types.ts';
import { toView } from '#lib/server/rounds/assessment/save-answer.ts';
import { canReach, reachOf, type Viewer } from '#lib/server/people/access/access.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { agencies, answers, assessments, regions, users } from '#lib/server/foundation/db/schema.ts';
import { countEvidence } from '#lib/server/rounds/assessment/count-evidence.ts';
import type { EvidenceCount } from '#lib/domain/evidence/evidence-count.ts';
import type { Round } from '#lib/server/rounds/round/find-round.ts';
import { findSnapshot, type FrozenAnswer, type RoundSnapshot } from '#lib/server/rounds/round/frozen-round.ts';
import { roundInstrument } from '#lib/server/rounds/round/round-content.ts';

interface Placed {
	region: { code: string; name: string };
	agency: { id: string; name: string } | null;
	answer: FrozenAnswer;
	evidence: EvidenceCount | undefined;
}

/** Every answer of a round that the viewer may read, by region, agency, the instrument's order and track; of a
 *  published round the published ones. */
export function exportRows(db: Db, viewer: Viewer, round: Round): ExportedAnswer[] {
	const reach = reachOf(db, viewer, 'assessment.read', round);
	const published = findSnapshot(db, round);
	const orders = { region: indicatorOrder(db, round, 'region'), agency: indicatorOrder(db, round, 'agency') };
	const orderOf = ({ agency, answer }: Placed) => orders[agency ? 'agency' : 'region'].get(answer.indicator) ?? 0;
	return (published ? frozenAnswers(published.snapshot) : liveAnswers(db, round))
		.filter(({ region, agency }) => canReach(reach, { regionCode: region.code, agencyId: agency?.id ?? null }))
		.sort(
			(a, b) =>
				compare(a.region.code, b.region.code) ||
				compare(a.agency?.name ?? '', b.agency?.name ?? '') ||
				orderOf(a) - orderOf(b) ||
				TRACKS.indexOf(a.answer.track) - TRACKS.indexOf(b.answer.track)
		)
		.map(({ region, agency, answer, evidence }) => ({
			round: round.code,
			region_code: region.code,
			region_name: region.name,
			agency: agency?.name ?? '',
			indicator: answer.indicator,
			track: answer.track,
			level: answer.level,
			not_applicable: answer.notApplicable,
			justification: answer.justification,
			evidence_count: countOn(answer.track, evidence),
			version: answer.version,
			updated_at: answer.updatedAt,
			updated_by: answer.updatedBy
		}));
}

/** Number of pieces of evidence behind an answer: those of its own track, behind the final one those of both. */
function countOn(track: Track, { self, assessor }: EvidenceCount = { self: 0, assessor: 0 }): number {
	return track === 'final' ? self + assessor : { self, assessor }[track];
}

function liveAnswers(db: Db, round: Round): Placed[] {
	const counts = new Map<number, ReturnType<typeof countEvidence>>();
	const evidenceOf = ({ assessmentId, indicator }: typeof answers.$inferSelect) => {
		let count = counts.get(assessmentId);
		if (!count) counts.set(assessmentId, (count = countEvidence(db, assessmentId)));
		return count.get(indicator);
	};
	return db
		.select({
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
		.map(({ region, agency, answer, username }) => ({
			region,
			agency,
			answer: { ...toView(answer), updatedBy: username },
			evidence: evidenceOf(answer)
		}));
}

function frozenAnswers(snapshot: RoundSnapshot): Placed[] {
	return [snapshot, snapshot.agencies].flatMap((part) =>
		(part?.results ?? []).flatMap(({ region, agency = null }) => {
			const key = agency?.id ?? region.code;
			const evidence = part!.evidence[key] ?? {};
			return (part!.answers[key] ?? []).map((answer) => ({
				region,
				agency,
				answer,
				evidence: evidence[answer.indicator]
			}));
		})
	);
}

function indicatorOrder(db: Db, round: Round, unit: 'region' | 'agency'): Map<string, number> {
	const domains = roundInstrument(db, round, unit)?.instrument.domains ?? [];
	return new Map(domains.flatMap(({ indicators }) => indicators).map(({ code }, at) => [code, at]));
}

function compare(a: string, b: string): number {
	return a < b ? -1 : Number(a > b);
}
