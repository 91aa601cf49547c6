import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { publishRound } from '../../../../../tests/support/publish-round.ts';
import { findAssessment } from '#lib/server/rounds/assessment/find-assessment.ts';
import { loadDomainForm } from '#lib/server/fieldwork/questionnaire/questionnaire.ts';
import { scoresBody, scoresCsv } from '#lib/server/api/scores.ts';
import { roundDocument } from '#lib/server/api/round-document.ts';
import type { Viewer } from '#lib/server/people/access/access.ts';
import { type Connection, DATABASE_FILE, type Db, openDatabase } from '#lib/server/foundation/db/open.ts';
import { users } from '#lib/server/foundation/db/schema.ts';
import { DEMO_NOW as NOW, demoFile } from '../../../../../tests/support/demo-database.ts';
import { readEvidencePanel } from '#lib/server/fieldwork/evidence/evidence-panel.ts';
import type { EvidenceView } from '#lib/server/fieldwork/evidence/list-evidence.ts';
import { exportRows } from '#lib/server/public/exchange/export-rows.ts';
import { readProvincePlan } from '#lib/server/plans/province/province-plan.ts';
import { readRegionPlan } from '#lib/server/plans/plan/region-plan.ts';
import { collectProvinceReport } from '#lib/server/documents/gather/collect-province.ts';
import { collectRegionReport } from '#lib/server/documents/gather/collect-region.ts';
import { parseRobustSettings } from '#lib/domain/robustness/settings.ts';
import { readRobustInput } from '#lib/server/insight/robustness/robust-input.ts';
import { readAgencyList } from '#lib/server/insight/result/agency-list.ts';
import { findRound } from '#lib/server/rounds/round/find-round.ts';
import { findSnapshot } from '#lib/server/rounds/round/frozen-round.ts';
import { readNextSteps } from '#lib/server/fieldwork/steps/next-steps.ts';
import { parseOverviewChoice } from '#lib/server/insight/round-map/overview-choice.ts';
import { readOverview } from '#lib/server/insight/round-map/overview.ts';
import { readResultPage } from '#lib/server/insight/result/result-page.ts';
import { roundInstrument } from '#lib/server/rounds/round/round-content.ts';

const LATER = Date.UTC(2026, 10, 30);
const READER: Viewer = {
	id: 'demo-reviewer',
	username: 'reviewer',
	displayName: 'Penelaah',
	role: 'reviewer',
	regionCode: null,
	agencyId: null
};

let folder: string;
let connection: Connection;

beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'siap-frozen-'));
	writeFileSync(join(folder, DATABASE_FILE), await demoFile());
	connection = openDatabase(folder);
	return () => {
		connection.close();
		rmSync(folder, { recursive: true });
	};
});

/** A second process on the same file: nothing is in its memory. */
function reopen(): Db {
	connection.close();
	connection = openDatabase(folder);
	return connection.db;
}

/** Changes whatever a figure could come from, behind the back of the functions that guard it. */
function changeLiveTables(): void {
	connection.client.exec(`
		UPDATE answers SET level = 6 - level, justification = 'diubah', version = version + 1, updated_at = 0;
		UPDATE assessments SET status = 'clarification', status_changed_at = 0, revision = revision + 7;
		UPDATE rounds SET revision = revision + 7;
		UPDATE regions SET name = 'Diubah ' || name, area = 'Diubah';
		UPDATE agencies SET name = 'Diubah ' || name;
		UPDATE users SET username = 'x-' || username;
		INSERT INTO evidence (id, assessment_id, url, title, kind, track, added_by, added_at)
			SELECT 'x' || id, id, 'https://contoh.go.id', 'Diubah', 'link', 'assessor', 'demo-admin', 0 FROM assessments;
		INSERT INTO evidence_uses (evidence_id, indicator, added_by, added_at)
			SELECT 'x' || id, 'A1', 'demo-admin', 0 FROM assessments;
		UPDATE evidence SET title = 'Diubah', kind = 'other', document_date = '2001-01-01', valid_until = '2001-01-02'
			WHERE url IS NULL OR url <> 'https://contoh.go.id';
		UPDATE evidence_uses SET place = 'diubah', late = 1 - late;
		UPDATE instrument_versions SET content_hash = 'diubah' || id, content = json_set(content,
			'$.name.id', 'Diubah', '$.domains[0].weight', 99, '$.domains[0].indicators[0].name.id', 'Diubah');
	`);
}

function assessment(db: Db, code: string, region: string, agency: string | null = null) {
	return findAssessment(db, READER, 'assessment.read', { round: code, region, agency })!.assessment;
}

/** Everything that reads a round, by the page or call that shows it. */
const READERS: Record<string, (db: Db) => unknown> = {
	'scores of the regions': (db) => scoresBody(db, READER, round(db), { track: 'official', unit: 'region' }).body,
	'scores of the agencies': (db) => scoresBody(db, READER, round(db), { track: 'official', unit: 'agency' }).body,
	'scores of one track': (db) => scoresCsv(db, READER, round(db), { track: 'self', unit: 'region' }),
	'the round as the API shows it': (db) => [
		roundDocument(db, round(db), LATER),
		roundInstrument(db, round(db), 'agency')
	],
	'the integration map': (db) => {
		const { instrument } = roundInstrument(db, round(db), 'region');
		const choice = parseOverviewChoice(new URLSearchParams('by=A1'), instrument);
		return readOverview({ db, actor: READER, locale: 'id', now: NOW }, round(db), instrument, choice);
	},
	'what the ranking is simulated from': (db) =>
		readRobustInput(db, round(db), parseRobustSettings(new URLSearchParams())),
	'the page of a region': (db) => readResultPage(db, READER, assessment(db, '2026', '35.05'), 'id'),
	'the page of an agency': (db) => readResultPage(db, READER, assessment(db, '2026', '35', 'dinkes-35'), 'id'),
	// Of evidence the snapshot holds what was said about each piece and its hash; whether a link opens today is of today.
	'the questionnaire': (db) => {
		const loaded = loadDomainForm(
			{ db, actor: READER, now: NOW, locale: 'id' },
			{ round: '2026', region: '35.05', agency: null },
			'A'
		);
		if (loaded.kind !== 'form') return loaded;
		return { ...loaded.form, evidence: loaded.form.evidence?.pieces.map(asHandedIn) };
	},
	'the evidence of a region': (db) => evidenceOf(db, '35.05', null),
	'the evidence of an agency': (db) => evidenceOf(db, '35', 'dinkes-35'),
	'the list of agencies': (db) => readAgencyList(db, READER, round(db), 'id'),
	'the export': (db) => exportRows(db, READER, round(db)),
	'the plan of a region': (db) => {
		const choice = { targetClass: 'ready', dailyCapacity: 2, capacityRefused: false };
		return readRegionPlan({ db, now: LATER, locale: 'id' }, assessment(db, '2026', '35.05'), choice);
	},
	'the plan of the province': (db) =>
		readProvincePlan({ db, now: LATER, locale: 'id' }, round(db), { lead: null, domain: null }),
	'the report of a region': (db) =>
		collectRegionReport(db, assessment(db, '2026', '35.05'), LATER, { withEvidence: true }),
	'the report of the province': (db) => collectProvinceReport(db, round(db), LATER, { withEvidence: true })
};

function asHandedIn({ id, title, kind, documentDate, validUntil, track, uses, file, link }: EvidenceView) {
	return { id, title, kind, documentDate, validUntil, track, uses, sha256: file?.sha256, url: link?.url };
}

/** Every piece with what it says about itself; a region and an agency of the demo that have some. */
function evidenceOf(db: Db, region: string, agency: string | null) {
	const today = { now: NOW, locale: 'id' as const };
	const pieces = readEvidencePanel(db, READER, assessment(db, '2026', region, agency), today)!.pieces;
	expect(pieces.length).toBeGreaterThan(0);
	return pieces.map(asHandedIn);
}

function round(db: Db) {
	return findRound(db, '2026')!;
}

describe('whatever happens to the live tables of a published round', () => {
	test.each(Object.entries(READERS))('%s stays as it was published', async (_name, read) => {
		publishRound(connection.db, '2026', NOW);
		const published = await read(reopen());
		changeLiveTables();
		expect(await read(reopen())).toEqual(published);
	});

	test.each(Object.entries(READERS))('%s of a running round follows them', async (_name, read) => {
		const before = await read(reopen());
		changeLiveTables();
		expect(await read(reopen())).not.toEqual(before);
	});

	test('the round after it compares with what was published', () => {
		const previous = (db: Db) => {
			const { previous } = readResultPage(db, READER, assessment(db, '2026', '35.05'), 'id');
			const loaded = loadDomainForm(
				{ db, actor: READER, now: NOW, locale: 'id' },
				{ round: '2026', region: '35.05', agency: null },
				'A'
			);
			return [previous, loaded.kind === 'form' && loaded.form.questions.map((q) => q.previous)];
		};
		const before = previous(reopen());
		const { weight } = roundInstrument(connection.db, round(connection.db), 'region').instrument.domains[0]!;
		changeLiveTables();
		// the running round weighs as before: with other weights its index could not be compared
		connection.client.exec(`UPDATE instrument_versions SET content_hash = 'lagi' || id,
			content = json_set(content, '$.domains[0].weight', ${weight})`);
		expect(previous(reopen())).toEqual(before);
	});
});

test('nobody reads user names in the questionnaire of a published round', () => {
	publishRound(connection.db, '2026', NOW);
	const form = loadDomainForm(
		{ db: connection.db, actor: READER, now: NOW, locale: 'id' },
		{ round: '2026', region: '35.05', agency: null },
		'A'
	);
	expect(JSON.stringify(form)).not.toContain('updatedBy');
	const writers = exportRows(connection.db, READER, round(connection.db)).map((row) => row.updated_by);
	expect(writers).toContain('asesor1');
});

test('a published round can be written to by nobody', () => {
	publishRound(connection.db, '2026', NOW);
	const assessor = connection.db.select().from(users).where(eq(users.username, 'asesor1')).get()!;
	const steps = readNextSteps(connection.db, assessor, assessment(connection.db, '2026', '35.21'));
	expect(steps).toMatchObject({ steps: [], canWrite: false });
});

test('a snapshot that was changed is still read, and known as changed', () => {
	publishRound(connection.db, '2026', NOW);
	connection.client.exec(
		`UPDATE rounds SET snapshot = json_set(snapshot, '$.results[5].index', 4.9) WHERE code = '2026'`
	);
	const { intact, snapshot } = findSnapshot(reopen(), round(connection.db))!;
	expect(intact).toBe(false);
	expect(snapshot.results[5]?.index).toBe(4.9);
});

test('a snapshot holds instrument, answers, fingerprints of the evidence, results and map, all under its hash', () => {
	const { db, client } = connection;
	client.exec(
		`INSERT INTO boundaries VALUES ('35.78', '{"type":"Polygon","coordinates":[]}', 'Pembuat, CC BY 4.0', 0)`
	);
	publishRound(db, '2026', NOW);
	const { snapshot, intact } = findSnapshot(reopen(), round(connection.db))!;
	expect(intact).toBe(true);
	expect(snapshot.instrument.code).toBe('ikid');
	expect(snapshot.answers['35.78']?.length).toBeGreaterThan(0);
	expect(snapshot.results).toHaveLength(39);
	expect(snapshot.boundaries).toMatchObject({ credit: 'Pembuat, CC BY 4.0', geometries: { '35.78': {} } });
	const pieces = Object.values(snapshot.pieces!).flat();
	expect(pieces.some(({ sha256 }) => /^[0-9a-f]{64}$/.test(sha256 ?? ''))).toBe(true);
});
