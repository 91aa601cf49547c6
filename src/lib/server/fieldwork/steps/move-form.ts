import { error, fail } from '@sveltejs/kit';
import type { Text } from '#lib/domain/instrument/types.ts';
import { m } from '#lib/paraglide/messages.js';
import type { AssessmentKey } from '#lib/server/rounds/assessment/find-assessment.ts';
import { describeOvertaken, describeRefusal } from './describe-move.ts';
import { MOVE_PERMISSION, moveAssessment, type MoveStep } from './move-assessment.ts';
import type { Viewer } from '#lib/server/people/access/access.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';

const STEPS = Object.keys(MOVE_PERMISSION) as MoveStep[];

/** Takes the step that a posted form names (`step`, `reason`, `seen`).
 *  @returns what the page says: nothing new when it moved, else the refusal as a sentence
 *  @throws 403 or 404 with a sentence */
export function moveFromForm(db: Db, viewer: Viewer, key: AssessmentKey, form: FormData, locale: keyof Text) {
	const step = STEPS.find((known) => known === form.get('step'));
	if (!step)
		return fail(400, {
			refusal: m.error_step_unknown(
				{ steps: STEPS.map((known) => m[`step_do_${known}`]({}, { locale })).join(', ') },
				{ locale }
			)
		});
	const move = { step, reason: String(form.get('reason') ?? ''), seen: Number(form.get('seen')) };
	const moved = moveAssessment(db, viewer, key, move, Date.now());
	switch (moved.kind) {
		case 'moved':
			return { refusal: null };
		case 'missing':
			error(404, m.common_not_found({}, { locale }));
			break;
		case 'forbidden':
			error(403, m.common_forbidden({}, { locale }));
			break;
		case 'refused':
			return fail(409, { refusal: describeRefusal(moved.refusal, moved.status, locale) });
		case 'overtaken':
			return fail(409, { refusal: describeOvertaken(moved.last, locale) });
	}
}
