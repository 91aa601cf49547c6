import { m } from '#lib/paraglide/messages.js';
import type { AuditAction } from '#lib/server/people/audit/actions.ts';
import type { LoggedEntry } from '#lib/server/people/audit/list-audit.ts';
import { type Describer, field, type SubjectNames, textOf, whereName } from './entry-content.ts';

type EvidenceAction = Extract<AuditAction, `evidence.${string}`>;

/** Sentences for what happens to evidence. The subject is round / region / perhaps agency / piece. */
export const EVIDENCE_DESCRIBERS: Record<EvidenceAction, Describer> = {
	'evidence.add': (entry, names) => m.audit_log_evidence_add(piece(entry, names)),
	'evidence.use': (entry, names) => m.audit_log_evidence_use(piece(entry, names)),
	'evidence.change': (entry, names) => m.audit_log_evidence_change(piece(entry, names)),
	'evidence.place': (entry, names) => {
		const { before, after } = entry;
		return m.audit_log_evidence_place({ ...piece(entry, names), from: placeOf(before), to: placeOf(after) });
	},
	'evidence.unuse': (entry, names) => m.audit_log_evidence_unuse(piece(entry, names)),
	'evidence.remove': (entry, names) => m.audit_log_evidence_remove(piece(entry, names)),
	'evidence.link_alive': (entry, names) => m.audit_log_evidence_link_alive(piece(entry, names)),
	'evidence.link_dead': (entry, names) => m.audit_log_evidence_link_dead(piece(entry, names)),
	'evidence.share': (entry, names) => m.peers_log_share(region(entry, names)),
	'evidence.unshare': (entry, names) => m.peers_log_unshare(region(entry, names))
};

/** The subject of an agreement is round / region. */
function region({ actorName, subject }: LoggedEntry, names: SubjectNames) {
	const [round = '', ...rest] = subject.split('/');
	return { who: actorName, round, where: whereName(rest, names) };
}

/** The piece, with the title that it has now, or the logged one where it is gone. */
function piece({ actorName, subject, before, after }: LoggedEntry, names: SubjectNames) {
	const [round = '', ...rest] = subject.split('/');
	const id = rest.pop() ?? '';
	return {
		who: actorName,
		round,
		where: whereName(rest, names),
		title: names.evidence.get(id) ?? textOf(after ?? before, 'title'),
		indicators: indicatorsOf(after ?? before)
	};
}

/** The indicators that an entry is about: one, or a list of uses. */
function indicatorsOf(content: unknown): string {
	const one = field(content, 'indicator');
	const uses = field(content, 'uses');
	const all = typeof one === 'string' ? [one] : Array.isArray(uses) ? uses.map((use) => textOf(use, 'indicator')) : [];
	return all.join(', ') || m.audit_log_evidence_none();
}

function placeOf(content: unknown): string {
	return textOf(content, 'place') || m.admin_log_empty();
}
