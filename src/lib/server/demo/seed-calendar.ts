import { addDays } from '#lib/domain/calendar/days.ts';
import type { VisitState } from '#lib/domain/calendar/visits.ts';
import { addDefaultMilestones } from '#lib/server/fieldwork/calendar/manage-milestones.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { visits } from '#lib/server/foundation/db/schema.ts';
import type { Round } from '#lib/server/rounds/round/find-round.ts';
import { isoDay } from '#lib/words/local-time.ts';
import { assessorAssignments } from './assessor-assignments.ts';
import { listRegions } from '#lib/server/places/regions/list-regions.ts';

const DAY = 86_400_000;

/** Sample visits: region, days from today, state. One assessor is planned at both ends of an area on one day. */
const VISITS: [regionCode: string, inDays: number, state: VisitState, place: string, note: string][] = [
	['35.05', -20, 'held', 'Kantor Diskominfo', ''],
	['35.07', -18, 'held', 'Kantor Diskominfo', ''],
	['35.16', -16, 'held', 'Ruang rapat Bappeda', ''],
	['35.73', -12, 'held', 'Kantor Diskominfo', ''],
	['35.29', -9, 'cancelled', '', 'Penyeberangan ditutup karena cuaca; dijadwalkan ulang.'],
	['35.22', -6, 'held', 'Kantor Diskominfo', ''],
	['35.17', -2, 'held', 'Kantor Diskominfo', ''],
	['35.18', 1, 'planned', 'Kantor Diskominfo', 'Mohon siapkan peraturan Satu Data dan daftar data terbaru.'],
	['35.78', 1, 'planned', 'Ruang rapat Diskominfo', 'Mohon siapkan notula Forum Satu Data dua tahun terakhir.'],
	['35.14', 3, 'planned', 'Kantor Diskominfo', ''],
	['35.09', 5, 'planned', 'Kantor Diskominfo', 'Membahas klarifikasi yang belum terjawab.'],
	['35.12', 5, 'planned', 'Kantor Diskominfo', ''],
	['35.01', 8, 'planned', 'Kantor Diskominfo', 'Pendampingan pengisian penilaian mandiri.'],
	['35.21', 8, 'planned', 'Kantor Diskominfo', 'Pendampingan pengisian penilaian mandiri.'],
	['35.29', 10, 'planned', 'Kantor Diskominfo', ''],
	['35.24', 12, 'planned', 'Kantor Diskominfo', '']
];

/** Gives a sample round its milestones and, where it is under way, visits in every state. */
export function seedCalendar(tx: Db, round: Round, now: number, withVisits: boolean): void {
	addDefaultMilestones(tx, round, Date.parse(`${round.startsOn}T03:00:00Z`));
	if (!withVisits) return;
	const assessorOf = new Map(
		Object.entries(assessorAssignments(listRegions(tx))).flatMap(([name, codes]) =>
			codes.map((code) => [code, `demo-${name}`] as const)
		)
	);
	const today = isoDay(now);
	tx.insert(visits)
		.values(
			VISITS.map(([regionCode, inDays, state, place, note]) => ({
				id: `demo-visit-${regionCode}-${inDays}`,
				roundId: round.id,
				regionCode,
				userId: assessorOf.get(regionCode)!,
				visitOn: addDays(today, inDays),
				place,
				note,
				state,
				revision: state === 'planned' ? 0 : 1,
				changedAt: now - (inDays < 0 ? -inDays : 6) * DAY
			}))
		)
		.run();
}
