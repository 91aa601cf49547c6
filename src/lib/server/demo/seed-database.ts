import { eq } from 'drizzle-orm';
import type { Step } from '#lib/domain/workflow/assessment-machine.ts';
import { appendAudit, type AuditEntry } from '#lib/server/people/audit/append-audit.ts';
import { hashPassword } from '#lib/server/people/auth/passwords.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import {
	agencies,
	answers,
	assessments,
	assessmentSteps,
	assignments,
	type Role,
	rounds,
	users
} from '#lib/server/foundation/db/schema.ts';
import { findInstrument } from '#lib/server/rounds/instruments/stored-instruments.ts';
import { storeShippedInstruments } from '#lib/server/rounds/instruments/shipped-instruments.ts';
import { m } from '#lib/paraglide/messages.js';
import { StartError } from '#lib/server/foundation/start-error.ts';
import { findProvince } from '#lib/server/places/province/find-province.ts';
import { listRegions } from '#lib/server/places/regions/list-regions.ts';
import { measureUncertaintyNow } from '#lib/server/insight/robustness/measure-uncertainty.ts';
import { writePublication } from '#lib/server/public/publication/settings.ts';
import { makeSnapshot } from '#lib/server/public/life/snapshot.ts';
import { isoDay } from '#lib/words/local-time.ts';
import { findRound, listRounds, type Round } from '#lib/server/rounds/round/find-round.ts';
import { subjectOf } from '#lib/server/rounds/assessment/record-step.ts';
import { contentOf } from '#lib/server/rounds/assessment/save-answer.ts';
import { assessorAssignments } from './assessor-assignments.ts';
import { seedCalendar } from './seed-calendar.ts';
import { seedClarifications } from './seed-clarifications.ts';
import { seedEvidence } from './seed-evidence.ts';
import { seedSharing } from './seed-sharing.ts';
import { seedReminders } from './seed-reminders.ts';
import { seedDouble } from './seed-double.ts';
import { DEMO_PASSWORD } from './demo-password.ts';
import { seedPlenary } from './seed-plenary.ts';
import { SAMPLE_AGENCIES } from './sample-agencies.ts';
import {
	PLENARY_DAY,
	ROUND_2025_AGE,
	ROUND_2026_AGE,
	type SampleAssessment,
	sampleAgencyRound,
	samplePublishedRound,
	sampleRound
} from './sample-answers.ts';
import type { Seeding } from './seeding.ts';

const SEED = 2026;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const ROUND_DAYS = 13 * 7;
const SYSTEM = { id: null, name: 'data contoh' };

interface DemoUser {
	username: string;
	displayName: string;
	role: Role;
	regionCode?: string;
	agencyId?: string;
}

/** Kemendagri code of the province that the samples are of. */
const PROVINCE = '35';

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

/** Fills an empty database with the sample rounds 2025 and 2026 and the demo accounts; leaves any other alone. Dates
 *  count back from `now`; everything else comes from a fixed seed.
 *  @param now milliseconds
 *  @param dataDir folder for the files of evidence; null = their rows only
 *  @throws StartError when another province is installed, which the samples do not cover */
export async function seedDemoData(db: Db, now: number, dataDir: string | null = null): Promise<void> {
	if (listRounds(db).length > 0) return;
	const { code, name } = findProvince(db);
	if (code !== PROVINCE) throw new StartError(m.start_demo_other_province({ code: PROVINCE, name: name.id }));
	storeShippedInstruments(db, now);
	const passwordHash = await hashPassword(DEMO_PASSWORD);
	db.transaction(
		(tx) => {
			const log: AuditEntry[] = [];
			seedPeople(tx, passwordHash, now, log);
			seedPublishedRound(tx, now, log, dataDir);
			seedRunningRound(tx, now, log, dataDir);
			seedDouble(tx, now, log);
			for (const entry of log.sort((a, b) => a.at - b.at)) appendAudit(tx, entry);
			seedReminders(tx, findRound(tx, '2026')!, now);
		},
		{ behavior: 'immediate' }
	);
}

function seedPeople(tx: Db, passwordHash: string, now: number, log: AuditEntry[]): void {
	tx.insert(agencies)
		.values(SAMPLE_AGENCIES.map(({ id, regionCode, name }) => ({ id, regionCode, name })))
		.run();
	const rows = DEMO_USERS.map((user) => ({ ...user, id: `demo-${user.username}`, passwordHash, createdAt: now }));
	tx.insert(users).values(rows).run();
	const at = now - ROUND_2025_AGE * DAY;
	log.push({ at, actor: SYSTEM, action: 'demo.users', subject: 'users', after: { added: rows.length } });
}

function seedPublishedRound(tx: Db, now: number, log: AuditEntry[], dataDir: string | null): void {
	const instrument = findInstrument(tx, 'ikid')!;
	const round = addRound(tx, now, log, {
		code: '2025',
		ageDays: ROUND_2025_AGE,
		instrumentId: instrument.id,
		agencyInstrumentId: null
	});
	const sample = samplePublishedRound(instrument.instrument, listRegions(tx), SEED);
	addAssessments({ tx, now, log }, round, instrument.id, sample);
	seedCalendar(tx, round, now, false);
	seedPlenary({ tx, now, log }, round, ROUND_2025_AGE - PLENARY_DAY);
	const publishedAt = now - (ROUND_2025_AGE - ROUND_DAYS - 5) * DAY;
	// The simulation takes a second, which tests that only need the rows can do without.
	const uncertainty = dataDir === null ? null : measureUncertaintyNow(tx, round);
	const snapshot = makeSnapshot(tx, round, publishedAt, uncertainty);
	tx.update(rounds)
		.set({ status: 'published', publishedAt, snapshot: JSON.stringify(snapshot) })
		.where(eq(rounds.id, round.id))
		.run();
	writePublication(tx, round.id, {
		depth: 'domains',
		embargoUntil: publishedAt,
		licence: 'CC-BY-4.0',
		contact: 'Diskominfo Provinsi Jawa Timur (contoh), satudata@contoh.go.id'
	});
	log.push({
		at: publishedAt,
		actor: SYSTEM,
		action: 'round.publish',
		subject: '2025',
		after: { status: 'published', snapshot: snapshot.hash }
	});
}

function seedRunningRound(tx: Db, now: number, log: AuditEntry[], dataDir: string | null): void {
	const instrument = findInstrument(tx, 'ikid')!;
	const forAgencies = findInstrument(tx, 'ikid-opd')!;
	const allRegions = listRegions(tx);
	const round = addRound(tx, now, log, {
		code: '2026',
		ageDays: ROUND_2026_AGE,
		instrumentId: instrument.id,
		agencyInstrumentId: forAgencies.id
	});
	const add = (instrumentId: number, sample: SampleAssessment[]) =>
		addAssessments({ tx, now, log }, round, instrumentId, sample);
	add(instrument.id, sampleRound(instrument.instrument, allRegions, SEED));
	add(forAgencies.id, sampleAgencyRound(forAgencies.instrument, allRegions, SEED));
	const pairs = Object.entries(assessorAssignments(allRegions)).flatMap(([username, codes]) =>
		codes.map((regionCode) => ({ roundId: round.id, regionCode, userId: `demo-${username}` }))
	);
	tx.insert(assignments).values(pairs).run();
	seedCalendar(tx, round, now, true);
	seedClarifications({ tx, now, log, actorOf }, round);
	seedEvidence({ tx, round, dataDir, now, log, writerOf });
	seedSharing({ tx, now, log }, round, { writerOf: (track, regionCode) => writerOf(track, regionCode, null), actorOf });
}

function addRound(
	tx: Db,
	now: number,
	log: AuditEntry[],
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
	log.push({ at: start, actor: SYSTEM, action: 'round.create', subject: code, after: { sample: true } });
	return findRound(tx, code)!;
}

function addAssessments(
	{ tx, now, log }: Seeding,
	round: Pick<Round, 'id' | 'code'>,
	instrumentId: number,
	sample: SampleAssessment[]
): void {
	for (const assessment of sample) {
		const { regionCode, agencyId, status, statusDaysAgo, answers: given } = assessment;
		const { id } = tx
			.insert(assessments)
			.values({
				roundId: round.id,
				regionCode,
				agencyId,
				instrumentId,
				status,
				revision: given.length,
				statusChangedAt: statusDaysAgo === null ? null : now - statusDaysAgo * DAY
			})
			.returning({ id: assessments.id })
			.get();
		const subject = subjectOf(round.code, regionCode, agencyId);
		addSteps({ tx, now, log }, id, assessment, subject);
		if (given.length > 0) addAnswers({ tx, now, log }, id, assessment, subject);
	}
}

function addSteps(
	{ tx, now, log }: Seeding,
	assessmentId: number,
	{ steps, regionCode, agencyId }: SampleAssessment,
	subject: string
): void {
	for (const [place, { step, to, daysAgo }] of steps.entries()) {
		const from = steps[place - 1]?.to ?? 'not_started';
		const by = writerOf(STEP_WRITERS[step] ?? 'final', regionCode, agencyId);
		// Steps that begin a track come before the day's answers, steps that end it after them.
		const at = now - daysAgo * DAY - (step === 'start' || step === 'begin_review' ? 5 * HOUR : 0);
		tx.insert(assessmentSteps)
			.values({ assessmentId, n: place + 1, step, from, to, at, by })
			.run();
		log.push({
			at,
			actor: actorOf(by),
			action: `assessment.${step}`,
			subject,
			before: { status: from },
			after: { status: to }
		});
	}
}

function addAnswers(
	{ tx, now, log }: Seeding,
	assessmentId: number,
	{ answers: given, regionCode, agencyId }: SampleAssessment,
	subject: string
): void {
	const rows = given.map(({ daysAgo, earlier, ...answer }, place) => {
		const updatedBy = writerOf(answer.track, regionCode, agencyId);
		// Seven minutes an answer, so that a day's work stands in its order.
		const spread = ((given.length - place) % 40) * 7 * MINUTE;
		const updatedAt = now - daysAgo * DAY - spread;
		const firstAt = earlier ? now - earlier.daysAgo * DAY - spread : updatedAt;
		const row = {
			...answer,
			assessmentId,
			evidenceWaiver: '',
			version: earlier ? 2 : 1,
			firstAt,
			updatedAt,
			updatedBy
		};
		const first = {
			...row,
			...(earlier && { level: earlier.level, justification: earlier.justification }),
			version: 1
		};
		const entry = {
			actor: actorOf(updatedBy),
			action: 'answer.save' as const,
			subject: `${subject}/${answer.indicator}/${answer.track}`
		};
		log.push({ ...entry, at: firstAt, after: contentOf(first) });
		if (earlier) log.push({ ...entry, at: updatedAt, before: contentOf(first), after: contentOf(row) });
		return row;
	});
	tx.insert(answers).values(rows).run();
}

function actorOf(id: string): AuditEntry['actor'] {
	const user = DEMO_USERS.find(({ username }) => `demo-${username}` === id);
	return { id, name: user?.displayName ?? id };
}

/** Track of the person who takes a step; the other steps are an administrator's. */
const STEP_WRITERS: Partial<Record<Step, 'self' | 'assessor'>> = {
	start: 'self',
	submit: 'self',
	begin_review: 'assessor',
	ask: 'assessor',
	finish: 'assessor'
};

/** Name of the demo account that an answer is put down to: the region's own where it has one, else the
 *  administrator. */
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
