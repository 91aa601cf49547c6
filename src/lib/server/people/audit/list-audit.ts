import { and, count, desc, eq, gte, like, lt, type SQL, sql } from 'drizzle-orm';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { auditLog } from '#lib/server/foundation/db/schema.ts';
import type { AuditAction } from './actions.ts';

/** A choice from the log; an absent field does not narrow it. */
export interface AuditFilter {
	/** Name of the person as logged. */
	actor?: string;
	/** Name of an action, such as `answer.save`. */
	action?: string;
	/** Any part of the subject: `2026/99.78` finds a region's answers. */
	subject?: string;
	/** Milliseconds; from included, to not. */
	from?: number;
	to?: number;
}

export interface LoggedEntry {
	seq: number;
	at: number;
	actorName: string;
	action: AuditAction;
	subject: string;
	/** As logged; null when there was nothing before or after. */
	before: unknown;
	after: unknown;
	hash: string;
}

interface AuditPage {
	/** Newest first. */
	entries: LoggedEntry[];
	/** Number of entries that the filter finds in all. */
	total: number;
	/** The page shown, within 1…pages. */
	page: number;
	pages: number;
}

const PAGE_SIZE = 50;

/** One page of the log. Callers check `audit.read`. */
export function listAudit(db: Db, filter: AuditFilter, wantedPage: number): AuditPage {
	const where = conditions(filter);
	const total = db.select({ n: count() }).from(auditLog).where(where).get()?.n ?? 0;
	const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
	const page = Math.min(pages, Math.max(1, Math.trunc(wantedPage) || 1));
	const { seq, at, actorName, action, subject, before, after, hash } = auditLog;
	const entries = db
		.select({ seq, at, actorName, action, subject, before, after, hash })
		.from(auditLog)
		.where(where)
		.orderBy(desc(seq))
		.limit(PAGE_SIZE)
		.offset((page - 1) * PAGE_SIZE)
		.all()
		.map((row) => ({
			...row,
			action: row.action as AuditAction,
			before: parsed(row.before),
			after: parsed(row.after)
		}));
	return { entries, total, page, pages };
}

/** The names and actions that occur in the log, for choosing from. */
export function listAuditChoices(db: Db): { actors: string[]; actions: AuditAction[] } {
	const actors = db.selectDistinct({ value: auditLog.actorName }).from(auditLog).orderBy(auditLog.actorName).all();
	const actions = db.selectDistinct({ value: auditLog.action }).from(auditLog).orderBy(auditLog.action).all();
	return { actors: actors.map(({ value }) => value), actions: actions.map(({ value }) => value as AuditAction) };
}

function conditions({ actor, action, subject, from, to }: AuditFilter): SQL | undefined {
	return and(
		actor ? eq(auditLog.actorName, actor) : undefined,
		action ? eq(auditLog.action, action) : undefined,
		subject ? contains(subject) : undefined,
		from === undefined ? undefined : gte(auditLog.at, from),
		to === undefined ? undefined : lt(auditLog.at, to)
	);
}

function contains(text: string): SQL {
	const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
	return sql`${like(auditLog.subject, pattern)} ESCAPE '\\'`;
}

function parsed(json: string | null): unknown {
	return json === null ? null : JSON.parse(json);
}
