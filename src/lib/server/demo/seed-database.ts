import { eq } from 'drizzle-orm';
import { appendAudit } from '../audit/append-audit.ts';
import { hashPassword } from '../auth/passwords.ts';
import type { Db } from '../db/open.ts';
import { agencies, answers, assessments, assignments, type Role, rounds, users } from '../db/schema.ts';
import { findInstrument } from '../instruments/stored-instruments.ts';
import { storeShippedInstruments } from '../instruments/shipped-instruments.ts';
import { listRegions } from '../regions/list-regions.ts';
import { makeSnapshot } from '../rounds/snapshot.ts';
import { isoDay } from '../rounds/today.ts';
import { findRound, listRounds } from '../rounds/find-round.ts';
import { assessorAssignments } from './assessor-assignments.ts';
import { SAMPLE_AGENCIES } from './sample-agencies.ts';
import {
	ROUND_2025_AGE,
	ROUND_2026_AGE,
	type SampleAssessment,
	sampleAgencyRound,
	samplePublishedRound,
	sampleRound
} from './sample-answers.ts';

export const DEMO_PASSWORD = 'satudata-demo';

const SEED = 2026;
const DAY = 86_400_000;
const ROUND_DAYS = 13 * 7;
const SYSTEM = { id: null, name: 'data contoh' };

interface DemoUser {
	username: string;
	displayName: string;
	role: Role;
	regionCode?: string;
	agencyId?: string;
}

const DEMO_USERS: DemoUser[] = [
	{ username: 'admin', displayName: 'Admin Diskominfo Jatim (contoh)', role: 'admin' },
	{ username: 'reviewer', displayName: 'Penelaah (contoh)', role: 'reviewer' },
	...[1, 2, 3, 4, 5, 6].map((n): DemoUser => ({
		username: `asesor${n}`,
		displayName: `Asesor ITS ${n} (contoh)`,
		role: 'assessor'
	})),
	{ username: 'surabaya', displayName: 'Diskominfo Kota Surabaya (contoh)', role: 'respondent', regionCode: '35.78' },
	{ username: 'pacitan', displayName: 'Diskominfo Kab. Pacitan (contoh)', role: 'respondent', regionCode: '35.01' },
	{ username: 'dinkes', displayName: 'Dinas Kesehatan Jatim (contoh)', role: 'agency', agencyId: 'dinkes-35' },
	{ username: 'gubernur', displayName: 'Kantor Gubernur (contoh)', role: 'viewer' }
];

/** Fills an empty database with the sample rounds 2025 and 2026 and the demo accounts; leaves any other alone.
 *  Dates count back from `now`; everything else comes from a fixed seed. */
export async function seedDemoData(db: Db, now: number): Promise<void> {
	if (listRounds(db).length > 0) return;
	storeShippedInstruments(db, now);
	const passwordHash = await hashPassword(DEMO_PASSWORD);
	db.transaction(
		(tx) => {
			seedPeople(tx, passwordHash, now);
			seedPublishedRound(tx, now);
			seedRunningRound(tx, now);
		},
		{ behavior: 'immediate' }
	);
}

function seedPeople(tx: Db, passwordHash: string, now: number): void {
	tx.insert(agencies)
		.values(SAMPLE_AGENCIES.map(({ id, regionCode, name }) => ({ id, regionCode, name })))
		.run();
	const rows = DEMO_USERS.map((user) => ({ ...user, id: `demo-${user.username}`, passwordHash, createdAt: now }));
	tx.insert(users).values(rows).run();
	appendAudit(tx, { at: now, actor: SYSTEM, action: 'demo.users', subject: 'users', after: { added: rows.length } });
}

function seedPublishedRound(tx: Db, now: number): void {
	const instrument = findInstrument(tx, 'ikid')!;
	const round = addRound(tx, now, {
		code: '2025',
		ageDays: ROUND_2025_AGE,
		instrumentId: instrument.id,
		agencyInstrumentId: null
	});
	const sample = samplePublishedRound(instrument.instrument, listRegions(tx), SEED);
	addAssessments(tx, round.id, instrument.id, sample, now);
	const publishedAt = now - (ROUND_2025_AGE - ROUND_DAYS - 5) * DAY;
	const snapshot = makeSnapshot(tx, round, publishedAt);
	tx.update(rounds)
		.set({ status: 'published', publishedAt, snapshot: JSON.stringify(snapshot) })
		.where(eq(rounds.id, round.id))
		.run();
	appendAudit(tx, { at: now, actor: SYSTEM, action: 'round.publish', subject: '2025', after: { hash: snapshot.hash } });
}

function seedRunningRound(tx: Db, now: number): void {
	const instrument = findInstrument(tx, 'ikid')!;
	const forAgencies = findInstrument(tx, 'ikid-opd')!;
	const allRegions = listRegions(tx);
	const round = addRound(tx, now, {
		code: '2026',
		ageDays: ROUND_2026_AGE,
		instrumentId: instrument.id,
		agencyInstrumentId: forAgencies.id
	});
	addAssessments(tx, round.id, instrument.id, sampleRound(instrument.instrument, allRegions, SEED), now);
	addAssessments(tx, round.id, forAgencies.id, sampleAgencyRound(forAgencies.instrument, allRegions, SEED), now);
	const pairs = Object.entries(assessorAssignments(allRegions)).flatMap(([username, codes]) =>
		codes.map((regionCode) => ({ roundId: round.id, regionCode, userId: `demo-${username}` }))
	);
	tx.insert(assignments).values(pairs).run();
}

function addRound(
	tx: Db,
	now: number,
	input: { code: string; ageDays: number; instrumentId: number; agencyInstrumentId: number | null }
) {
	const { code, ageDays, instrumentId, agencyInstrumentId } = input;
	const start = now - ageDays * DAY;
	tx.insert(rounds)
		.values({
			code,
			name: `Asesmen ${code} (contoh)`,
			status: 'open',
			startsOn: isoDay(start),
			endsOn: isoDay(start + (ROUND_DAYS - 1) * DAY),
			instrumentId,
			agencyInstrumentId,
			targetClass: 'nearly_ready',
			sample: true
		})
		.run();
	appendAudit(tx, { at: now, actor: SYSTEM, action: 'round.create', subject: code, after: { sample: true } });
	return findRound(tx, code)!;
}

function addAssessments(tx: Db, roundId: number, instrumentId: number, sample: SampleAssessment[], now: number): void {
	for (const { regionCode, agencyId, status, statusDaysAgo, answers: given } of sample) {
		const { id } = tx
			.insert(assessments)
			.values({
				roundId,
				regionCode,
				agencyId,
				instrumentId,
				status,
				revision: given.length,
				statusChangedAt: statusDaysAgo === null ? null : now - statusDaysAgo * DAY
			})
			.returning({ id: assessments.id })
			.get();
		if (given.length === 0) continue;
		tx.insert(answers)
			.values(
				given.map(({ daysAgo, ...answer }) => ({
					...answer,
					assessmentId: id,
					version: 1,
					updatedAt: now - daysAgo * DAY,
					updatedBy: writerOf(answer.track, regionCode, agencyId)
				}))
			)
			.run();
	}
}

/** The demo account that an answer is put down to: the region's own where it has one, else the administrator. */
function writerOf(track: string, regionCode: string, agencyId: string | null): string {
	const user =
		track === 'self'
			? DEMO_USERS.find((candidate) =>
					agencyId ? candidate.agencyId === agencyId : candidate.regionCode === regionCode
				)
			: null;
	const assessor = Object.entries(assessorAssignments([{ code: regionCode }])).find(
		([, codes]) => codes.length > 0
	)?.[0];
	return `demo-${user?.username ?? (track === 'assessor' ? assessor : null) ?? 'admin'}`;
}
