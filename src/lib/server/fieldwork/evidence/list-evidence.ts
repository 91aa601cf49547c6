import type { EvidenceUseView } from '#lib/domain/evidence/frozen-piece.ts';
import { and, asc, eq, inArray, isNull, ne } from 'drizzle-orm';
import type { EvidenceKind } from '#lib/domain/evidence/kinds.ts';
import { isExpired } from '#lib/domain/evidence/piece.ts';
import { type FileType, typeOfMedia } from '#lib/domain/evidence/file-types.ts';
import type { Finding } from '#lib/domain/evidence/personal-data.ts';
import type { Viewer } from '#lib/server/people/access/access.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import {
	assessments,
	evidence,
	evidenceFiles,
	evidenceUses,
	regions,
	users
} from '#lib/server/foundation/db/schema.ts';
import { isoDay } from '#lib/words/local-time.ts';
import type { Locale } from '#lib/domain/locale.ts';
import type { LinkDetail } from './check-link.ts';
import { describeFindings } from './describe-evidence.ts';

/** A piece of evidence as page and API show it. */
export interface EvidenceView {
	id: string;
	title: string;
	kind: EvidenceKind;
	/** ISO dates. */
	documentDate: string | null;
	validUntil: string | null;
	expired: boolean;
	track: 'self' | 'assessor';
	/** Added after submission. */
	late: boolean;
	addedBy: string;
	/** ISO instant. */
	addedAt: string;
	/** Null for a link. `findings` is null when there was no text to search. */
	file: {
		name: string;
		size: number;
		type: FileType;
		sha256: string;
		findings: Finding[] | null;
		/** The findings in words; empty where there are none. */
		suspected: string;
	} | null;
	/** Null for a file. `since`: ISO instant from which it is alive or dead. */
	link: {
		url: string;
		status: 'alive' | 'dead' | null;
		detail: LinkDetail | null;
		since: string | null;
		checkedAt: string | null;
	} | null;
	uses: EvidenceUseView[];
	/** Names of other regions that handed in the same file; only for viewers of several regions. */
	sharedWith: string[];
}

/** Roles that learn of a file handed in by two regions: a region never learns of another. */
const SEES_SHARED: readonly Viewer['role'][] = ['admin', 'reviewer', 'assessor'];

/** All evidence of one assessment, the oldest first. Callers check `evidence.read`. */
export function listEvidence(
	db: Db,
	viewer: Viewer,
	assessmentId: number,
	{ now, locale }: { now: number; locale: Locale }
): EvidenceView[] {
	const rows = db
		.select({ piece: evidence, file: evidenceFiles, addedBy: users.displayName })
		.from(evidence)
		.innerJoin(users, eq(users.id, evidence.addedBy))
		.leftJoin(evidenceFiles, eq(evidenceFiles.sha256, evidence.sha256))
		.where(and(eq(evidence.assessmentId, assessmentId), isNull(evidence.removedAt)))
		.orderBy(asc(evidence.addedAt), asc(evidence.id))
		.all();
	const uses = usesOf(
		db,
		rows.map(({ piece }) => piece.id)
	);
	const shared = SEES_SHARED.includes(viewer.role) ? sharedFiles(db, assessmentId) : new Map<string, string[]>();
	const today = isoDay(now);
	return rows.map(({ piece, file, addedBy }) => ({
		id: piece.id,
		title: piece.title,
		kind: piece.kind,
		documentDate: piece.documentDate,
		validUntil: piece.validUntil,
		expired: isExpired(piece.validUntil, today),
		track: piece.track,
		late: piece.late,
		addedBy,
		addedAt: iso(piece.addedAt)!,
		file: file && fileOf(piece, file, locale),
		link: linkOf(piece),
		uses: uses.get(piece.id) ?? [],
		sharedWith: shared.get(piece.sha256 ?? '') ?? []
	}));
}

function fileOf(
	piece: typeof evidence.$inferSelect,
	file: typeof evidenceFiles.$inferSelect,
	locale: Locale
): EvidenceView['file'] {
	const findings = file.findings === null ? null : (JSON.parse(file.findings) as Finding[]);
	return {
		name: piece.fileName,
		size: file.size,
		type: typeOfMedia(file.mediaType)!,
		sha256: file.sha256,
		findings,
		suspected: describeFindings(findings ?? [], locale)
	};
}

function linkOf(piece: typeof evidence.$inferSelect): EvidenceView['link'] {
	return piece.url === null
		? null
		: {
				url: piece.url,
				status: piece.linkStatus,
				detail: piece.linkDetail as LinkDetail | null,
				since: iso(piece.linkSince),
				checkedAt: iso(piece.linkCheckedAt)
			};
}

function iso(at: number | null): string | null {
	return at === null ? null : new Date(at).toISOString();
}

function usesOf(db: Db, ids: readonly string[]): Map<string, EvidenceUseView[]> {
	const byPiece = new Map<string, EvidenceUseView[]>();
	if (ids.length === 0) return byPiece;
	const { evidenceId, indicator, place, late } = evidenceUses;
	const rows = db
		.select({ evidenceId, indicator, place, late })
		.from(evidenceUses)
		.where(inArray(evidenceId, [...ids]))
		.orderBy(asc(indicator))
		.all();
	for (const { evidenceId: id, ...use } of rows) byPiece.set(id, [...(byPiece.get(id) ?? []), use]);
	return byPiece;
}

/** Titles of pieces by id, removed ones too. */
export function titlesOfEvidence(db: Db, ids: readonly string[]): Map<string, string> {
	if (ids.length === 0) return new Map();
	const { id, title } = evidence;
	const rows = db
		.select({ id, title })
		.from(evidence)
		.where(inArray(id, [...ids]))
		.all();
	return new Map(rows.map((row) => [row.id, row.title]));
}

/** Files of this assessment that another region handed in too, with the names of those regions. */
function sharedFiles(db: Db, assessmentId: number): Map<string, string[]> {
	const own = db
		.select({ region: assessments.regionCode })
		.from(assessments)
		.where(eq(assessments.id, assessmentId))
		.get();
	const mine = db
		.select({ sha256: evidence.sha256 })
		.from(evidence)
		.where(and(eq(evidence.assessmentId, assessmentId), isNull(evidence.removedAt)));
	const rows = db
		.selectDistinct({ sha256: evidence.sha256, name: regions.name })
		.from(evidence)
		.innerJoin(assessments, eq(assessments.id, evidence.assessmentId))
		.innerJoin(regions, eq(regions.code, assessments.regionCode))
		.where(
			and(inArray(evidence.sha256, mine), isNull(evidence.removedAt), ne(assessments.regionCode, own?.region ?? ''))
		)
		.orderBy(asc(regions.name))
		.all();
	const names = new Map<string, string[]>();
	for (const { sha256, name } of rows) names.set(sha256!, [...(names.get(sha256!) ?? []), name]);
	return names;
}
