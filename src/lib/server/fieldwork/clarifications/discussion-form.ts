import { fail } from '@sveltejs/kit';
import { CLARIFICATION_STEPS } from '#lib/domain/workflow/clarification-machine.ts';
import { MESSAGE_MAX } from '#lib/domain/workflow/limits.ts';
import { say } from '#lib/words/say.ts';
import type { AssessmentKey } from '#lib/server/rounds/assessment/find-assessment.ts';
import { addNote } from '#lib/server/fieldwork/notes/notes.ts';
import { askClarification } from './ask-clarification.ts';
import { describeFault, describeOvertakenThread, describeRefused } from './clarification-result.ts';
import { stepClarification } from './move-clarification.ts';
import { unlessRefused } from '#lib/server/people/commands/answer-form.ts';
import type { Context } from '#lib/server/people/commands/context.ts';

/** The reply of a page to a post in the discussion of an indicator. */
export interface DiscussionReply {
	/** Name of the form: the thread's id, or `ask:` or `note:` and the indicator. */
	about: string;
	/** Reason of the refusal as a sentence; null when the post was taken. */
	message: string | null;
	/** The person's text, so that nothing is lost. */
	body: string;
}

/** Takes a posted question, step of a thread or note (`step`, `indicator`, `thread`, `body`, `dueOn`, `seen`,
 *  `requestId`). Wrapped in `fail` where nothing was written. @throws 403 or 404 with a sentence */
export function discussFromForm(context: Context, key: AssessmentKey, form: FormData) {
	const { locale } = context;
	const text = (name: string) => String(form.get(name) ?? '').replaceAll('\r\n', '\n');
	const [step, indicator, body, requestId] = [text('step'), text('indicator'), text('body'), text('requestId')];
	const dueOn = /^\d{4}-\d{2}-\d{2}$/.test(text('dueOn')) ? text('dueOn') : null;
	const about = text('thread') || `${step}:${indicator}`;
	const refuse = (status: number, message: string) =>
		fail(status, { discussion: { about, message, body } satisfies DiscussionReply });
	if (requestId.length < 8 || requestId.length > 100) return refuse(400, say(locale).form_plain_malformed({}));
	const known = CLARIFICATION_STEPS.find((name) => name === step);
	if (step !== 'ask' && step !== 'note' && !known) return refuse(400, say(locale).form_plain_malformed({}));
	if (step === 'note') {
		const noted = unlessRefused(addNote(context, key, { requestId, indicator, body }), locale);
		if (noted.kind === 'invalid')
			return refuse(422, say(locale)[`error_${noted.code}`]({ indicator, max: MESSAGE_MAX }));
		if (noted.kind === 'locked') return refuse(409, say(locale).error_round_not_open({}));
		return taken(about);
	}
	const posted = known
		? stepClarification(context, key.round, text('thread'), {
				requestId,
				step: known,
				body,
				dueOn,
				seen: Number(form.get('seen'))
			})
		: askClarification(context, key, { requestId, indicator, body, dueOn });
	const result = unlessRefused(posted, locale);
	switch (result.kind) {
		case 'done':
			return taken(about);
		case 'invalid':
			return refuse(422, describeFault(result.fault, indicator, locale));
		case 'refused':
			return refuse(409, describeRefused(result.refusal, result.status, locale));
		case 'overtaken':
			return refuse(409, describeOvertakenThread(result.last, locale));
	}
}

function taken(about: string) {
	return { discussion: { about, message: null, body: '' } satisfies DiscussionReply };
}
