import { addDays } from '#lib/domain/calendar/days.ts';
import { listAgencies } from '#lib/server/places/agencies/list-agencies.ts';
import { startOfDay } from '#lib/words/local-time.ts';
import { verifyAudit } from '#lib/server/people/audit/verify-audit.ts';
import type { AuditAction } from '#lib/server/people/audit/actions.ts';
import {
	type AuditFilter,
	listAudit,
	listAuditChoices,
	type LoggedEntry
} from '#lib/server/people/audit/list-audit.ts';
import { requirePermission } from '#lib/server/people/auth/require.ts';
import { listRegions } from '#lib/server/places/regions/list-regions.ts';
import { titlesOfEvidence } from '#lib/server/fieldwork/evidence/list-evidence.ts';
import { actionName } from './action-name.ts';
import { describeEntry } from './describe-entry.ts';
import type { SubjectNames } from './entry-content.ts';
import type { Actions, PageServerLoad } from './$types';

const FILTERS = ['actor', 'action', 'subject', 'from', 'to'] as const;

export const load: PageServerLoad = ({ locals, url }) => {
	requirePermission(locals, 'audit.read', url);
	const filter = Object.fromEntries(FILTERS.map((name) => [name, url.searchParams.get(name)?.trim() ?? ''])) as Record<
		(typeof FILTERS)[number],
		string
	>;
	const page = listAudit(locals.db, toFilter(filter), Number(url.searchParams.get('page') ?? 1));
	const names: SubjectNames = {
		regions: new Map(listRegions(locals.db).map(({ code, name }) => [code, name])),
		agencies: new Map(listAgencies(locals.db).map(({ id, name }) => [id, name])),
		evidence: titlesOfEvidence(locals.db, page.entries.filter(isOfEvidence).map(lastPart))
	};
	const { actors, actions } = listAuditChoices(locals.db);
	return {
		...page,
		entries: page.entries.map((entry) => ({
			seq: entry.seq,
			at: entry.at,
			sentence: describeEntry(entry, names),
			action: actionName(entry.action),
			code: entry.action,
			subject: entry.subject,
			before: shown(entry.before),
			after: shown(entry.after),
			hash: entry.hash
		})),
		filter,
		/** The filters as they stand in the address, without the page. */
		query: new URLSearchParams(filter).toString(),
		choices: { actors, actions: actions.map(toChoice).sort(byName) }
	};
};

const isOfEvidence = ({ action }: LoggedEntry) => action.startsWith('evidence.');
const lastPart = ({ subject }: LoggedEntry) => subject.slice(subject.lastIndexOf('/') + 1);
const toChoice = (action: AuditAction) => ({ action, name: actionName(action) });
const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name);

function shown(value: unknown): string | null {
	return value === null ? null : JSON.stringify(value, null, 2);
}

function toFilter(filter: Record<(typeof FILTERS)[number], string>): AuditFilter {
	const [from, last] = [startOfDay(filter.from), startOfDay(filter.to)];
	return {
		actor: filter.actor,
		action: filter.action,
		subject: filter.subject,
		from: from ?? undefined,
		to: last === null ? undefined : startOfDay(addDays(filter.to, 1))! // the last day counts to its end
	};
}

export const actions: Actions = {
	verify: ({ locals, url }) => {
		requirePermission(locals, 'audit.read', url);
		return { verified: verifyAudit(locals.db) };
	}
};
