import { fail } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import type { Viewer } from '../auth/access.ts';
import type { Db } from '../db/open.ts';
import type { AssessmentKey } from './find-assessment.ts';
import { moveAssessment, type MoveStep } from './move-assessment.ts';

const STEPS: readonly MoveStep[] = ['submit', 'finish', 'reopen'];

/** Takes the step that a form asks for (`step`, `reason`).
 *  @returns a sentence for the page, wrapped in `fail` with its status where the step was refused */
export function moveFromForm(db: Db, viewer: Viewer, key: AssessmentKey, form: FormData, now: number) {
	const step = STEPS.find((candidate) => candidate === form.get('step'));
	if (!step) return fail(400, { message: m.form_plain_malformed(), moved: false });
	const result = moveAssessment(db, viewer, key, step, String(form.get('reason') ?? ''), now);
	switch (result.kind) {
		case 'moved':
			return { message: m.form_moved({ status: m[`status_${result.status}`]() }), moved: true };
		case 'refused':
			return fail(409, { message: m[`error_${result.refusal}`](), moved: false });
		case 'missing':
			return fail(404, { message: m.common_not_found(), moved: false });
		case 'forbidden':
			return fail(403, { message: m.common_forbidden(), moved: false });
	}
}
