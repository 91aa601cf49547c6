import { error, fail } from '@sveltejs/kit';
import type { Text } from '#lib/domain/instrument/types.ts';
import { m } from '#lib/paraglide/messages.js';
import type { AssessmentKey } from '../assessments/find-assessment.ts';
import { moveAssessment, type MoveStep } from '../assessments/move-assessment.ts';
import type { Viewer } from '../auth/access.ts';
import type { Db } from '../db/open.ts';

const STEPS: readonly MoveStep[] = ['submit', 'finish', 'reopen'];

/** Takes the step that a posted form names (`step`, `reason`).
 *  @returns what the page says: nothing new when it moved, else the refusal as a sentence
 *  @throws 403 or 404 with a sentence */
export function moveFromForm(db: Db, viewer: Viewer, key: AssessmentKey, form: FormData, locale: keyof Text) {
	const step = STEPS.find((known) => known === form.get('step'));
	if (!step) return fail(400, { refusal: m.error_wrong_status({}, { locale }) });
	const moved = moveAssessment(db, viewer, key, step, String(form.get('reason') ?? ''), Date.now());
	if (moved.kind === 'missing') error(404, m.common_not_found({}, { locale }));
	if (moved.kind === 'forbidden') error(403, m.common_forbidden({}, { locale }));
	if (moved.kind === 'refused') return fail(409, { refusal: m[`error_${moved.refusal}`]({}, { locale }) });
	return { refusal: null };
}
