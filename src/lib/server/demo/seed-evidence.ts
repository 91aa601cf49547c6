import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { and, eq, inArray } from 'drizzle-orm';
import { findPersonalData } from '#lib/domain/evidence/personal-data.ts';
import { FILE_TYPES } from '#lib/domain/evidence/file-types.ts';
import { EVIDENCE_LEVEL } from '#lib/domain/workflow/limits.ts';
import type { AuditEntry } from '#lib/server/people/audit/append-audit.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import {
	agencies,
	answers,
	assessments,
	evidence,
	evidenceFiles,
	evidenceUses,
	regions
} from '#lib/server/foundation/db/schema.ts';
import { pathOfEvidence } from '#lib/server/foundation/files/store.ts';
import type { Round } from '#lib/server/rounds/round/find-round.ts';
import { isoDay } from '#lib/words/local-time.ts';
import {
	SAMPLE_AGENCY_DOCUMENTS,
	SAMPLE_DOCUMENTS,
	SAMPLE_LATE_DOCUMENT,
	type SampleDocument,
	sampleList,
	samplePages
} from './sample-evidence.ts';
import { samplePdf } from './sample-pdf.ts';

const DAY = 86_400_000;
/** Regions that hand in the same template, as it happens; the same assessor looks at both. */
const COPIERS = ['35.01', '35.18'];
/** A number that nobody has: a kota has no kecamatan 99. */
const SAMPLE_NIK = '3578990101900001';
const WITH_NIK = '35.78';
const WAIVED = ['F4', 'G6'];
const WAIVER = 'Praktiknya dilihat saat kunjungan; dokumen tertulisnya baru disusun tahun ini.';

interface Subject {
	id: number;
	regionCode: string;
	agencyId: string | null;
	status: string;
	name: string;
	/** Place among the others, which decides the oddity in its evidence. */
	place: number;
}

interface Context {
	tx: Db;
	round: Round;
	/** Folder of the files; null = rows only, as in tests that serve no file. */
	dataDir: string | null;
	now: number;
	log: AuditEntry[];
	writerOf: (track: string, regionCode: string, agencyId: string | null) => string;
}

/** Adds sample evidence to a running round: a handful of small documents for each region, used for many indicators,
 *  so that every level that needs evidence has some (or a waiver), except where a region is still at it. */
export function seedEvidence(context: Context): void {
	const { tx, round } = context;
	const subjects = tx
		.select({ assessment: assessments, region: regions.name, agency: agencies.name })
		.from(assessments)
		.innerJoin(regions, eq(regions.code, assessments.regionCode))
		.leftJoin(agencies, eq(agencies.id, assessments.agencyId))
		.where(eq(assessments.roundId, round.id))
		.orderBy(assessments.id)
		.all()
		.map(({ assessment, region, agency }, place): Subject => ({ ...assessment, name: agency ?? region, place }));
	for (const subject of subjects) seedSubject(context, subject);
}

function seedSubject(context: Context, subject: Subject): void {
	const { tx } = context;
	const rows = tx.select().from(answers).where(eq(answers.assessmentId, subject.id)).all();
	if (rows.length === 0) return;
	const track = rows.some((row) => row.track === 'self') ? 'self' : 'assessor';
	const most = new Map<string, number>();
	const own = new Map<string, number>();
	for (const row of rows) {
		most.set(row.indicator, Math.max(most.get(row.indicator) ?? 0, row.level ?? 0));
		if (row.track === track) own.set(row.indicator, row.level ?? 0);
	}
	const waived = subject.place % 6 === 2 ? WAIVED : [];
	if (waived.length > 0)
		tx.update(answers)
			.set({ evidenceWaiver: WAIVER })
			.where(and(eq(answers.assessmentId, subject.id), inArray(answers.indicator, waived)))
			.run();
	const isUnderWay = subject.status === 'self_assessment' || subject.status === 'not_started';
	const codes = [...most.keys()].filter((code, at) => {
		if (waived.includes(code) || (most.get(code) ?? 0) < 2) return false;
		return !isUnderWay || at % 4 !== 1; // a region at work has not found everything
	});
	// Evidence for levels that the assessor raised above the region's own came with the clarification.
	const came = (code: string) =>
		track === 'self' && (own.get(code) ?? 0) < EVIDENCE_LEVEL && (most.get(code) ?? 0) >= EVIDENCE_LEVEL;
	for (const document of documentsOf(subject, codes)) {
		const isLate = (code: string) => !isUnderWay && came(code);
		const uses = codes.filter((code) => code in document.places);
		if (uses.length > 0) addPiece(context, subject, document, { uses, isLate, track });
	}
	if (subject.agencyId !== null || subject.regionCode !== WITH_NIK) return;
	addLinks(context, subject);
	const after = { uses: ['B5'], isLate: () => true, track: 'self' as const, daysAgo: 1 };
	addPiece(context, subject, SAMPLE_LATE_DOCUMENT, after);
}

function documentsOf({ agencyId }: Subject, codes: readonly string[]): SampleDocument[] {
	if (agencyId === null) return [...SAMPLE_DOCUMENTS];
	return SAMPLE_AGENCY_DOCUMENTS.map((document, at) => ({
		...document,
		places: Object.fromEntries(codes.filter((_, n) => n % 2 === at).map((code) => [code, 'hlm. 2']))
	}));
}

interface Uses {
	uses: string[];
	isLate: (code: string) => boolean;
	track: 'self' | 'assessor';
	/** Days before the creation of the demo; absent = the piece came while the region filled in its answers. */
	daysAgo?: number;
}

function addPiece(
	context: Context,
	subject: Subject,
	document: SampleDocument,
	{ uses, isLate, track, daysAgo }: Uses
): void {
	const { tx, now, log } = context;
	const { regionCode, agencyId, place } = subject;
	const title = document.title.replace('{head}', headOf(regionCode));
	const file = fileOf(subject, document, title);
	const sha256 = storeFile(context, file.bytes, document.fileName, file.text);
	const by = context.writerOf(track, regionCode, agencyId);
	// Some decrees ran out meanwhile.
	const age = document.valid !== null && place % 5 === 0 ? document.valid + 60 : document.age;
	const addedAt = now - (daysAgo ?? 20 + (place % 20)) * DAY;
	const id = `contoh-${agencyId ?? regionCode}-${document.name}`;
	const late = uses.every(isLate);
	const details = {
		title,
		kind: document.kind,
		documentDate: isoDay(now - age * DAY),
		validUntil: document.valid === null ? null : isoDay(now - (age - document.valid) * DAY)
	};
	const placed = uses.map((indicator) => ({ indicator, place: document.places[indicator] ?? '' }));
	const row = { id, assessmentId: subject.id, sha256, fileName: document.fileName, ...details };
	tx.insert(evidence)
		.values({ ...row, track, addedBy: by, addedAt, late })
		.run();
	tx.insert(evidenceUses)
		.values(placed.map((use) => ({ ...use, evidenceId: id, addedBy: by, addedAt, late: isLate(use.indicator) })))
		.run();
	log.push(entryOf(context, subject, { id, at: addedAt }, { ...details, sha256, uses: placed }));
}

function fileOf({ regionCode, agencyId, name }: Subject, document: SampleDocument, title: string) {
	if (document.kind === 'dataset') {
		const text = sampleList(name);
		return { bytes: Buffer.from(text), text };
	}
	const isCopied = document.name === 'sop' && agencyId === null && COPIERS.includes(regionCode);
	const hasNik = document.name === 'laporan' && agencyId === null && regionCode === WITH_NIK;
	const extra = hasNik ? ['Lampiran penerima (nomor rekaan):', `NIK ${SAMPLE_NIK}`] : [];
	const pages = samplePages(title, isCopied ? '' : name, extra);
	return { bytes: samplePdf(title, pages), text: pages.map((lines) => lines.join('\n')).join('\f') };
}

function storeFile({ tx, dataDir, now }: Context, bytes: Buffer, fileName: string, text: string): string {
	const sha256 = createHash('sha256').update(bytes).digest('hex');
	if (dataDir !== null) {
		const path = pathOfEvidence(dataDir, sha256);
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, bytes);
	}
	const findings = text.split('\f').flatMap((page, n) => findPersonalData(page, String(n + 1)));
	const { mediaType } = fileName.endsWith('.csv') ? FILE_TYPES.csv : FILE_TYPES.pdf;
	tx.insert(evidenceFiles)
		.values({ sha256, size: bytes.length, mediaType, storedAt: now, findings: JSON.stringify(findings) })
		.onConflictDoNothing()
		.run();
	return sha256;
}

/** A link that lives and one that died. */
function addLinks(context: Context, subject: Subject): void {
	const { tx, now, log } = context;
	const by = context.writerOf('self', subject.regionCode, subject.agencyId);
	const links = [
		{
			name: 'tautan',
			title: 'Portal Satu Data Indonesia (contoh)',
			url: 'https://data.go.id/',
			linkStatus: 'alive',
			linkDetail: null,
			linkSince: now - 30 * DAY,
			indicator: 'D2'
		},
		{
			name: 'tautan-mati',
			title: 'Katalog data lama (contoh)',
			url: 'https://katalog-lama.example/data',
			linkStatus: 'dead',
			linkDetail: 'name',
			linkSince: now - 6 * DAY,
			indicator: 'D1'
		}
	] as const;
	for (const { name, indicator, title, ...link } of links) {
		const id = `contoh-${subject.regionCode}-${name}`;
		const addedAt = now - 30 * DAY;
		tx.insert(evidence)
			.values({
				id,
				assessmentId: subject.id,
				title,
				kind: 'dataset',
				track: 'self',
				addedBy: by,
				addedAt,
				linkCheckedAt: now,
				...link
			})
			.run();
		tx.insert(evidenceUses).values({ evidenceId: id, indicator, place: '', addedBy: by, addedAt }).run();
		log.push(
			entryOf(context, subject, { id, at: addedAt }, { title, url: link.url, uses: [{ indicator, place: '' }] })
		);
	}
}

function entryOf(
	{ round }: Context,
	{ regionCode, agencyId }: Subject,
	{ id, at }: { id: string; at: number },
	after: object
): AuditEntry {
	const subject = [round.code, regionCode, ...(agencyId ? [agencyId] : []), id].join('/');
	return { at, actor: { id: null, name: 'data contoh' }, action: 'evidence.add', subject, after };
}

function headOf(regionCode: string): string {
	if (regionCode === '35') return 'Gubernur';
	return Number(regionCode.slice(3)) > 70 ? 'Wali Kota' : 'Bupati';
}
