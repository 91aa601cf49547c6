import { and, eq, isNull } from 'drizzle-orm';
import type { EvidenceAddition, EvidenceDetails } from '#lib/domain/evidence/evidence-input.ts';
import { MEGABYTE } from '#lib/domain/evidence/evidence-settings.ts';
import { FILE_TYPES, type FileType } from '#lib/domain/evidence/file-types.ts';
import type { Finding } from '#lib/domain/evidence/personal-data.ts';
import type { AssessmentKey } from '#lib/server/rounds/assessment/find-assessment.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { evidence, evidenceFiles, evidenceUses, uploads } from '#lib/server/foundation/db/schema.ts';
import { type CheckedLink, checkLink } from './check-link.ts';
import { readEvidenceSettings } from './evidence-settings.ts';
import { inspect, type Inspected } from '#lib/server/foundation/files/inspect.ts';
import type { FileFault } from '#lib/server/foundation/files/opened-file.ts';
import { type OpenAssessment, openForEvidence, type NotOpen } from './open-for-evidence.ts';
import { recordChange } from './record-change.ts';
import { command } from '#lib/server/people/commands/command.ts';
import type { Acting, Asking } from '#lib/server/people/commands/context.ts';
import { keepFile, pathOfUpload } from '#lib/server/foundation/files/store.ts';
import { dropUpload, findUpload, offsetOf, type Upload } from './uploads.ts';

// A thread of its own inspects a whole file by content. Then the file moves to `DATA_DIR/evidence/ab/cdef…`, named by
// its SHA-256, and piece, uses and audit entry are one transaction. Bytes are never removed; a removed piece is marked.

export type AddResult =
	/** `existed`: the same file or address was there already on this track; now it serves these indicators too. */
	| { kind: 'added'; id: string; existed: boolean }
	| NotOpen
	/** The file is not taken and its upload given up. */
	| { kind: 'refused'; fault: FileFault; megabytes: number }
	/** Nothing was added yet: the person sees this first, and confirms or gives it up. */
	| { kind: 'personal_data'; findings: Finding[] }
	| { kind: 'invalid'; fault: 'unknown_indicator' | 'upload_missing' | 'upload_unfinished' | 'source_missing' };

/** The piece to be added, once it is known. */
interface Source {
	id: string;
	sha256: string | null;
	url: string | null;
	fileName: string;
	details: EvidenceDetails;
	file: { upload: Upload; inspected: Inspected } | null;
	link: CheckedLink | null;
}

interface Tools {
	dataDir: string;
	/** Makes ids of links and of pieces used again. */
	newId: () => string;
	/** Looks whether a link is alive; `checkLink` where absent. */
	check?: (url: string) => Promise<CheckedLink | null>;
}

/** Adds a piece of evidence to an assessment: a finished upload, a link, or a piece of the same assessment again.
 *  Repeating the call with the same upload answers the same. */
export async function addEvidence(
	context: Acting,
	key: AssessmentKey,
	addition: EvidenceAddition,
	{ dataDir, newId, check = checkLink }: Tools
): Promise<AddResult> {
	const { db, actor } = context;
	const opened = openForEvidence(db, actor, key);
	if (opened.kind !== 'open') return opened;
	const known = codesOf(opened);
	if (addition.uses.some(({ indicator }) => !known.has(indicator)))
		return { kind: 'invalid', fault: 'unknown_indicator' };
	const done = addition.upload && findOwn(db, opened, { id: addition.upload });
	if (done) return { kind: 'added', id: done.id, existed: false };

	const source = await findSource(context, opened, addition, { dataDir, newId, check });
	if ('kind' in source) return source;
	return command(context, (tx, within): AddResult => {
		const still = openForEvidence(tx, actor, key); // the assessment may have moved while the file was looked at
		return still.kind === 'open' ? write(within, still, source, { uses: addition.uses, dataDir }) : still;
	});
}

function codesOf({ assessment }: OpenAssessment): Set<string> {
	return new Set(assessment.stored.instrument.domains.flatMap(({ indicators }) => indicators.map(({ code }) => code)));
}

async function findSource(
	{ db, actor }: Asking,
	{ assessment }: OpenAssessment,
	{ upload: uploadId, url, from, details, acceptPersonalData }: EvidenceAddition,
	{ dataDir, newId, check }: Required<Tools>
): Promise<Source | AddResult> {
	if (from !== undefined) {
		const piece = db
			.select()
			.from(evidence)
			.where(and(eq(evidence.id, from), eq(evidence.assessmentId, assessment.id), isNull(evidence.removedAt)))
			.get();
		if (!piece) return { kind: 'invalid', fault: 'source_missing' };
		const { sha256, url: address, fileName } = piece;
		return { id: newId(), sha256, url: address, fileName, details: piece, file: null, link: linkOf(piece) };
	}
	if (url !== undefined)
		return { id: newId(), sha256: null, url, fileName: '', details: details!, file: null, link: await check(url) };
	const upload = findUpload(db, actor, uploadId!);
	if (upload?.assessmentId !== assessment.id) return { kind: 'invalid', fault: 'upload_missing' };
	if (offsetOf(dataDir, upload) !== upload.size) return { kind: 'invalid', fault: 'upload_unfinished' };
	const { megabytes, types } = readEvidenceSettings(db);
	const inspected = await inspect(pathOfUpload(dataDir, upload.id), upload.fileName, actor.id);
	const fault = faultOf(inspected, types, upload.size > megabytes * MEGABYTE);
	if (fault) {
		dropUpload(db, dataDir, upload);
		return { kind: 'refused', fault, megabytes };
	}
	const file = { upload, inspected: inspected as Inspected };
	const { findings, sha256 } = file.inspected;
	if (findings && findings.length > 0 && !acceptPersonalData) return { kind: 'personal_data', findings };
	return { id: upload.id, sha256, url: null, fileName: upload.fileName, details: details!, file, link: null };
}

function faultOf(
	inspected: Inspected | { fault: FileFault },
	types: readonly FileType[],
	isTooLarge: boolean
): FileFault | null {
	if (isTooLarge) return 'too_large';
	if ('fault' in inspected) return inspected.fault;
	return types.includes(inspected.type) ? null : 'not_accepted';
}

function linkOf({ linkStatus, linkDetail }: typeof evidence.$inferSelect): CheckedLink | null {
	return linkStatus === null ? null : ({ status: linkStatus, detail: linkDetail } as CheckedLink);
}

function findOwn(db: Db, { assessment, track }: OpenAssessment, same: { id: string } | Source) {
	return db
		.select()
		.from(evidence)
		.where(
			and(
				eq(evidence.assessmentId, assessment.id),
				eq(evidence.track, track),
				isNull(evidence.removedAt),
				!('details' in same)
					? eq(evidence.id, same.id)
					: same.sha256 === null
						? eq(evidence.url, same.url!)
						: eq(evidence.sha256, same.sha256)
			)
		)
		.get();
}

function write(
	within: Acting,
	opened: OpenAssessment,
	source: Source,
	{ uses, dataDir }: { uses: EvidenceAddition['uses']; dataDir: string }
): AddResult {
	const { db: tx, actor, now } = within;
	const existing = findOwn(tx, opened, source);
	const id = existing?.id ?? source.id;
	if (source.file) storeFile(tx, dataDir, source.file, now);
	if (!existing) insertPiece(within, opened, source);
	const added = uses.filter(
		(use) =>
			tx
				.insert(evidenceUses)
				.values({ evidenceId: id, ...use, addedBy: actor.id, addedAt: now, late: opened.late })
				.onConflictDoNothing()
				.run().changes > 0
	);
	if (!existing || added.length > 0) {
		const { sha256, url, fileName, details } = source;
		const suspected = source.file?.inspected.findings?.length ?? 0;
		const content = {
			...contentOf(details),
			...(url ? { url } : { sha256, fileName }),
			...(suspected > 0 && { personalDataAccepted: suspected })
		};
		recordChange(within, opened.assessment, {
			action: existing ? 'evidence.use' : 'evidence.add',
			evidenceId: id,
			after: { ...(!existing && content), uses: added, ...(opened.late && { late: true }) }
		});
	}
	return { kind: 'added', id, existed: existing !== undefined };
}

function storeFile(tx: Db, dataDir: string, { upload, inspected }: NonNullable<Source['file']>, now: number): void {
	const { sha256, type, findings } = inspected;
	keepFile(dataDir, pathOfUpload(dataDir, upload.id), sha256);
	tx.delete(uploads).where(eq(uploads.id, upload.id)).run();
	tx.insert(evidenceFiles)
		.values({
			sha256,
			size: upload.size,
			mediaType: FILE_TYPES[type].mediaType,
			storedAt: now,
			findings: findings && JSON.stringify(findings)
		})
		.onConflictDoNothing()
		.run();
}

function insertPiece(
	{ db: tx, actor, now }: Acting,
	{ assessment, track, late }: OpenAssessment,
	source: Source
): void {
	const { id, sha256, url, fileName, details, link } = source;
	tx.insert(evidence)
		.values({
			id,
			assessmentId: assessment.id,
			sha256,
			url,
			fileName,
			...contentOf(details),
			track,
			addedBy: actor.id,
			addedAt: now,
			late,
			...(link && { linkStatus: link.status, linkDetail: link.detail, linkCheckedAt: now, linkSince: now })
		})
		.run();
}

/** Title, kind and dates, as the audit log keeps them. */
export function contentOf({ title, kind, documentDate, validUntil }: EvidenceDetails): EvidenceDetails {
	return { title, kind, documentDate, validUntil };
}
