import { and, eq } from 'drizzle-orm';
import type { EvidenceDetails } from '#lib/domain/evidence/evidence-input.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { evidence, evidenceUses } from '#lib/server/foundation/db/schema.ts';
import { contentOf } from './add-evidence.ts';
import { type EvidenceRow, findEvidence } from './find-evidence.ts';
import { type OpenAssessment, openForEvidence, type NotOpen } from './open-for-evidence.ts';
import { type EvidenceChange, recordChange } from './record-change.ts';
import { command } from '#lib/server/people/commands/command.ts';
import type { Acting } from '#lib/server/people/commands/context.ts';

export type ChangeResult =
	| { kind: 'changed' }
	| NotOpen
	/** The piece was submitted already, or belongs to the other track. */
	| { kind: 'settled' };

type Change = (within: Acting, row: EvidenceRow, opened: OpenAssessment) => ChangeResult;

/** Changes title, kind and dates of a piece. After the submission only later pieces can be changed. */
export function changeDetails(context: Acting, id: string, details: EvidenceDetails): ChangeResult {
	return change(context, id, (within, row, { assessment, late }) => {
		if (late && !row.late) return { kind: 'settled' };
		const content = contentOf(details);
		within.db.update(evidence).set(content).where(eq(evidence.id, id)).run();
		const entry: EvidenceChange = { action: 'evidence.change', evidenceId: id, before: contentOf(row), after: content };
		recordChange(within, assessment, entry);
		return { kind: 'changed' };
	});
}

/** Changes the place in the document for one indicator. */
export function changePlace(
	context: Acting,
	{ id, indicator, place }: { id: string; indicator: string; place: string }
): ChangeResult {
	return change(context, id, (within, _row, { assessment, late }) => {
		const use = findUse(within.db, id, indicator);
		if (!use) return { kind: 'missing' };
		if (late && !use.late) return { kind: 'settled' };
		if (use.place === place) return { kind: 'changed' };
		within.db.update(evidenceUses).set({ place }).where(isUse(id, indicator)).run();
		const entry: EvidenceChange = {
			action: 'evidence.place',
			evidenceId: id,
			before: { indicator, place: use.place },
			after: { indicator, place }
		};
		recordChange(within, assessment, entry);
		return { kind: 'changed' };
	});
}

/** Takes a piece away from one indicator; the piece stays for the others, and in the list when it serves none. */
export function endUse(context: Acting, id: string, indicator: string): ChangeResult {
	return change(context, id, (within, _row, { assessment, late }) => {
		const use = findUse(within.db, id, indicator);
		if (!use) return { kind: 'missing' };
		if (late) return { kind: 'settled' };
		within.db.delete(evidenceUses).where(isUse(id, indicator)).run();
		const entry: EvidenceChange = { action: 'evidence.unuse', evidenceId: id, before: { indicator, place: use.place } };
		recordChange(within, assessment, entry);
		return { kind: 'changed' };
	});
}

/** Removes a piece from the assessment. Its bytes stay, because the audit log names them. */
export function removeEvidence(context: Acting, id: string): ChangeResult {
	return change(context, id, (within, row, { assessment, late }) => {
		if (late) return { kind: 'settled' };
		within.db.update(evidence).set({ removedAt: within.now }).where(eq(evidence.id, id)).run();
		const { url, sha256, fileName } = row;
		const before = { ...contentOf(row), ...(url ? { url } : { sha256, fileName }) };
		recordChange(within, assessment, { action: 'evidence.remove', evidenceId: id, before });
		return { kind: 'changed' };
	});
}

function change(context: Acting, id: string, make: Change): ChangeResult {
	return command(context, (tx, within): ChangeResult => {
		const found = findEvidence(tx, id);
		if (!found) return { kind: 'missing' };
		const opened = openForEvidence(tx, context.actor, found.key);
		if (opened.kind !== 'open') return opened;
		return found.row.track === opened.track ? make(within, found.row, opened) : { kind: 'settled' };
	});
}

function findUse(tx: Db, id: string, indicator: string) {
	return tx.select().from(evidenceUses).where(isUse(id, indicator)).get();
}

function isUse(id: string, indicator: string) {
	return and(eq(evidenceUses.evidenceId, id), eq(evidenceUses.indicator, indicator));
}
