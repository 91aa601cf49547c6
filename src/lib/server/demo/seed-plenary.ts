import { and, eq, isNull } from 'drizzle-orm';
import { drawSample } from '#lib/domain/agreement/draw-sample.ts';
import { randomFor } from '#lib/domain/agreement/seeded-chance.ts';
import type { ChangeReason } from '#lib/domain/workflow/change-reasons.ts';
import { putAnswer } from '#lib/server/rounds/assessment/save-answer.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import {
	answers,
	assessments,
	doubleSamples,
	doubleScores,
	plenaryDecisions,
	plenarySessions
} from '#lib/server/foundation/db/schema.ts';
import { getInstrument } from '#lib/server/rounds/instruments/stored-instruments.ts';
import { listRegions } from '#lib/server/places/regions/list-regions.ts';
import type { Round } from '#lib/server/rounds/round/find-round.ts';
import { isoDay } from '#lib/words/local-time.ts';
import { assessorAssignments } from './assessor-assignments.ts';
import type { Seeding } from './seeding.ts';

const DAY = 86_400_000;
const SEED = 'contoh-2025';
const WANTED = { regions: 16, indicators: 14 };
const SYSTEM = { id: null, name: 'data contoh' };
const REVIEWER = { id: 'demo-reviewer', name: 'Penelaah (contoh)' };

const OFFICES = [
	'Kepala Bidang Data dan Statistik, Diskominfo Jatim',
	'Bappeda Jatim, selaku sekretariat Satu Data',
	'BPS Jatim, selaku pembina data statistik',
	'Inspektorat Provinsi',
	'Ketua Tim Asesor ITS',
	'Asesor ITS',
	'Perwakilan Diskominfo kabupaten/kota'
];

const KEPT = [
	'Bukti yang ada menunjukkan kriteria tingkat asesor; penilaian kedua membaca dokumen yang lebih lama.',
	'Praktik belum berjalan di seluruh OPD, sehingga tingkat asesor dipertahankan.',
	'Kriteria bersifat kumulatif dan syarat tingkat berikutnya belum terpenuhi.'
];
const CHANGED: [ChangeReason, string][] = [
	[
		'criteria_misread',
		'Pleno membaca kriteria seperti asesor kedua dan menyamakan tafsirnya untuk putaran berikutnya.'
	],
	['new_evidence', 'Dokumen yang ditunjukkan dalam sidang memenuhi kriteria tingkat ini.'],
	['evidence_outdated', 'Dokumen yang mendasari penilaian pertama sudah tidak berlaku pada masa penilaian.']
];

/** Adds the plenary of round 2025, before it is published: a double-scored sample, closed on the day before (its
 *  assessors wrote alone, so only second scores differed), and one session that decided every difference.
 *  @param heldDaysAgo days since the session */
export function seedPlenary({ tx, now, log }: Seeding, round: Round, heldDaysAgo: number): void {
	const heldAt = now - heldDaysAgo * DAY;
	const ids = new Map(
		tx
			.select({ code: assessments.regionCode, id: assessments.id })
			.from(assessments)
			.where(and(eq(assessments.roundId, round.id), isNull(assessments.agencyId)))
			.all()
			.map(({ code, id }) => [code, id])
	);
	const session = tx
		.insert(plenarySessions)
		.values({
			roundId: round.id,
			heldOn: isoDay(heldAt),
			place: 'Ruang Rapat Argopuro, Diskominfo Jatim, Surabaya',
			chair: 'Kepala Diskominfo Jatim',
			attendees: JSON.stringify(OFFICES.map((office) => ({ name: '', office }))),
			number: `000.9/017/BA-PLENO/114.2/${isoDay(heldAt).slice(0, 4)}`,
			version: 2,
			createdBy: 'demo-admin',
			createdAt: heldAt,
			closedAt: heldAt + DAY
		})
		.returning()
		.get();
	const regionOf = new Map([...ids].map(([code, id]) => [id, code]));
	const differences = seedSample(tx, round, ids, heldAt);
	for (const { assessmentId, indicator, level } of differences) {
		const random = randomFor(SEED, assessmentId, indicator, 'pleno');
		const first = firstAnswer(tx, assessmentId, indicator)!;
		const follows = random() < 0.6;
		const [changeReason, changed] = CHANGED[Math.floor(random() * CHANGED.length)]!;
		const reason = follows ? KEPT[Math.floor(random() * KEPT.length)]! : changed;
		const decided = { level: follows ? first.level : level, changeReason: follows ? null : changeReason };
		putAnswer(tx, {
			...first,
			...decided,
			track: 'final',
			justification: reason,
			evidenceWaiver: '',
			changeNote: follows ? '' : reason,
			version: 1,
			firstAt: heldAt,
			updatedAt: heldAt,
			updatedBy: 'demo-reviewer'
		});
		tx.insert(plenaryDecisions)
			.values({
				...decided,
				sessionId: session.id,
				assessmentId,
				indicator,
				n: 1,
				assessorLevel: first.level,
				reason,
				decidedBy: 'demo-reviewer',
				decidedAt: heldAt
			})
			.run();
		log.push({
			at: heldAt,
			actor: REVIEWER,
			action: 'plenary.decide',
			subject: `plenary/${round.code}/${regionOf.get(assessmentId)}/${indicator}`,
			before: { self: null, assessor: first.level },
			after: { session: session.id, ...decided, notApplicable: false, reason }
		});
	}
	const { heldOn, place, chair, number } = session;
	const subject = `plenary/${round.code}/${session.id}`;
	log.push({ at: heldAt, actor: SYSTEM, action: 'plenary.session_add', subject, after: { heldOn, place, chair } });
	log.push({ at: heldAt + DAY, actor: SYSTEM, action: 'plenary.session_close', subject, after: { number } });
}

/** Draws and scores the sample; answers the items on which the second assessor said another level. */
function seedSample(tx: Db, round: Round, ids: ReadonlyMap<string, number>, heldAt: number) {
	const { instrument } = getInstrument(tx, round.instrumentId);
	const regions = listRegions(tx);
	const areas = Object.entries(assessorAssignments(regions));
	const drawn = drawSample(
		{
			regions: regions.map(({ code, type }) => ({
				code,
				type,
				assessors: areas.filter(([, codes]) => codes.includes(code)).map(([username]) => `demo-${username}`)
			})),
			indicators: instrument.domains.flatMap(({ code: domain, indicators }) =>
				indicators.map(({ code, gate }) => ({ code, domain, gate }))
			),
			assessors: areas.map(([username]) => `demo-${username}`)
		},
		WANTED,
		randomFor(SEED)
	);
	const sample = tx
		.insert(doubleSamples)
		.values({
			roundId: round.id,
			seed: SEED,
			...WANTED,
			drawnBy: 'demo-admin',
			drawnAt: heldAt - 30 * DAY,
			closedBy: 'demo-admin',
			closedAt: heldAt - DAY
		})
		.returning({ id: doubleSamples.id })
		.get();
	const differences: { assessmentId: number; indicator: string; level: number }[] = [];
	for (const { code, second } of drawn.regions)
		for (const indicator of drawn.indicators) {
			const assessmentId = ids.get(code)!;
			const first = firstAnswer(tx, assessmentId, indicator);
			if (!first) continue;
			const random = randomFor(SEED, code, indicator);
			const isApart = first.level !== null && random() > 0.86;
			const level = isApart ? beside(first.level!, random) : first.level;
			if (isApart && level !== first.level) differences.push({ assessmentId, indicator, level: level! });
			tx.insert(doubleScores)
				.values({
					sampleId: sample.id,
					assessmentId,
					indicator,
					userId: second,
					level,
					notApplicable: level === null,
					justification: isApart ? 'Menurut dokumen yang tersedia, kriteria tingkat ini yang terpenuhi.' : '',
					version: 1,
					scoredAt: heldAt - Math.ceil(random() * 20) * DAY,
					firstBy: first.updatedBy,
					firstLevel: first.level,
					firstNotApplicable: first.notApplicable
				})
				.run();
		}
	return differences;
}

function firstAnswer(tx: Db, assessmentId: number, indicator: string) {
	return tx
		.select()
		.from(answers)
		.where(and(eq(answers.assessmentId, assessmentId), eq(answers.indicator, indicator), eq(answers.track, 'assessor')))
		.get();
}

function beside(level: number, random: () => number): number {
	const other = random() < 0.5 ? level - 1 : level + 1;
	return other < 1 ? 2 : other > 5 ? 4 : other;
}
