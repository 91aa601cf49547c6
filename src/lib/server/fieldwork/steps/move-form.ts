import { fail } from '@sveltejs/kit';
import { say } from '#lib/words/say.ts';
import type { AssessmentKey } from '#lib/server/rounds/assessment/find-assessment.ts';
import { describeOvertaken, describeRefusal } from './describe-move.ts';
import { MOVE_PERMISSION, moveAssessment, type MoveStep } from './move-assessment.ts';
import { unlessRefused } from '#lib/server/people/commands/answer-form.ts';
import type { Context } from '#lib/server/people/commands/context.ts';

const STEPS = Object.keys(MOVE_PERMISSION) as MoveStep[];

/** Takes the step that a posted form names (`step`, `reason`, `seen`).
 *  @returns `refusal`: null when the assessment moved, else a sentence, wrapped in `fail`
 *  @throws 403 or 404 with a sentence */
export function moveFromForm(context: Context, key: AssessmentKey, form: FormData) {
	const { locale } = context;
	const step = STEPS.find((known) => known === form.get('step'));
	if (!step)
		return fail(400, {
			refusal: say(locale).error_step_unknown({
				steps: STEPS.map((known) => say(locale)[`step_do_${known}`]({})).join(', ')
			})
		});
	const move = { step, reason: String(form.get('reason') ?? ''), seen: Number(form.get('seen')) };
	const moved = unlessRefused(moveAssessment(context, key, move), locale);
	switch (moved.kind) {
		case 'moved':
			return { refusal: null };
		case 'refused':
			return fail(409, { refusal: describeRefusal(moved.refusal, moved.status, locale) });
		case 'overtaken':
			return fail(409, { refusal: describeOvertaken(moved.last, locale) });
	}
}
