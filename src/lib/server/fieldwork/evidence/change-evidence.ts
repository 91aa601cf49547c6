import { and, eq } from 'drizzle-orm';
import type { EvidenceDetails } from '#lib/domain/evidence/evidence-input.ts';
import type { Viewer } from '#lib/server/people/access/access.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { evidence, evidenceUses } from '#lib/server/foundation/db/schema.ts';
import { contentOf } from './add-evidence.ts';
import { type EvidenceRow, findEvidence } from './find-evidence.ts';
import { type OpenAssessment, openForEvidence, type Refused } from './open-for-evidence.ts';
import { type EvidenceChange, recordChange } from './record-change.ts';

export type ChangeResult =
	| { kind: 'changed' }
	| Refused
	/** It was part of what was submitted, or belongs to the other track. */
	| { kind: 'settled' };

type Change = (tx: Db, row: EvidenceRow, opened: OpenAssessment) => ChangeResult;

/** New title, kind and dates. What came after the submission may still be put right; what was submitted stays. */
export function changeDetails(db: Db, actor: Viewer, id: string, details: EvidenceDetails, now: number): ChangeResult {
	return change(db, actor, id, (tx, row, { assessment, late }) => {
		if (late && !row.late) return { kind: 'settled' };
		const content = contentOf(details);
		tx.update(evidence).set(content).where(eq(evidence.id, id)).run();
		const entry: EvidenceChange = { action: 'evidence.change', evidenceId: id, before: contentOf(row), after: content };
		recordChange(tx, assessment, entry, actor, now);
		return { kind: 'changed' };
	});
}

/** Another place in the document for one indicator. */
export function changePlace(
	db: Db,
	actor: Viewer,
	{ id, indicator, place }: { id: string; indicator: string; place: string },
	now: number
): ChangeResult {
	return change(db, actor, id, (tx, _row, { assessment, late }) => {
		const use = findUse(tx, id, indicator);
		if (!use) return { kind: 'missing' };
		if (late && !use.late) return { kind: 'settled' };
		if (use.place === place) return { kind: 'changed' };
		tx.update(evidenceUses).set({ place }).where(isUse(id, indicator)).run();
		const entry: EvidenceChange = {
			action: 'evidence.place',
			evidenceId: id,
			before: { indicator, place: use.place },
			after: { indicator, place }
		};
		recordChange(tx, assessment, entry, actor, now);
		return { kind: 'changed' };
	});
}

/** Takes a piece away from one indicator; it stays for the others, and in the list when it serves none. */
export function endUse(db: Db, actor: Viewer, id: string, indicator: string, now: number): ChangeResult {
	return change(db, actor, id, (tx, _row, { assessment, late }) => {
		const use = findUse(tx, id, indicator);
		if (!use) return { kind: 'missing' };
		if (late) return { kind: 'settled' };
		tx.delete(evidenceUses).where(isUse(id, indicator)).run();
		const entry: EvidenceChange = { action: 'evidence.unuse', evidenceId: id, before: { indicator, place: use.place } };
		recordChange(tx, assessment, entry, actor, now);
		return { kind: 'changed' };
	});
}

/** Removes a piece from the assessment. Its bytes stay, because the audit log names them. */
export function removeEvidence(db: Db, actor: Viewer, id: string, now: number): ChangeResult {
	return change(db, actor, id, (tx, row, { assessment, late }) => {
		if (late) return { kind: 'settled' };
		tx.update(evidence).set({ removedAt: now }).where(eq(evidence.id, id)).run();
		const { url, sha256, fileName } = row;
		const before = { ...contentOf(row), ...(url ? { url } : { sha256, fileName }) };
		recordChange(tx, assessment, { action: 'evidence.remove', evidenceId: id, before }, actor, now);
		return { kind: 'changed' };
	});
}

function change(db: Db, actor: Viewer, id: string, make: Change): ChangeResult {
	return db.transaction(
		(tx): ChangeResult => {
			const found = findEvidence(tx, id);
			if (!found) return { kind: 'missing' };
			const opened = openForEvidence(tx, actor, found.key);
			if (opened.kind !== 'open') return opened;
			return found.row.track === opened.track ? make(tx, found.row, opened) : { kind: 'settled' };
		},
		{ behavior: 'immediate' }
	);
}

function findUse(tx: Db, id: string, indicator: string) {
	return tx.select().from(evidenceUses).where(isUse(id, indicator)).get();
}

function isUse(id: string, indicator: string) {
	return and(eq(evidenceUses.evidenceId, id), eq(evidenceUses.indicator, indicator));
}
