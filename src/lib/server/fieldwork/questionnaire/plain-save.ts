import { fail } from '@sveltejs/kit';
import { AnswerWrite } from '#lib/domain/workflow/answer-write.ts';
import { m } from '#lib/paraglide/messages.js';
import { forbiddenSentence } from '#lib/words/province.ts';
import type { Track } from '#lib/domain/workflow/types.ts';
import { trackOf } from '#lib/server/people/access/access.ts';
import type { AssessmentKey } from '#lib/server/rounds/assessment/find-assessment.ts';
import { saveAnswer } from '#lib/server/rounds/assessment/save-answer.ts';
import type { AnswerView } from '#lib/domain/workflow/answer-view.ts';
import type { Acting } from '#lib/server/people/commands/context.ts';

/** The reply of the questionnaire page to a save without JavaScript. */
export interface PlainSaveReply {
	indicator: string;
	message: string | null;
	/** The answer as the person sent it, so that nothing typed is lost. */
	sent: Pick<AnswerWrite, 'level' | 'notApplicable' | 'justification'> &
		Partial<Pick<AnswerWrite, 'evidenceWaiver' | 'changeNote'>>;
	/** The newer answer of someone else, where there is one. */
	theirs: (AnswerView & { updatedBy: string }) | null;
}

/** Saves one answer that came as a plain HTML form.
 *  @param track the one that the page writes on; null for a reader
 *  @returns the reply for the page, wrapped in `fail` with its status where nothing was saved */
export async function savePlainForm(
	{ db, actor: viewer, now }: Acting,
	key: AssessmentKey,
	form: FormData,
	track: Track | null = trackOf(viewer)
) {
	const indicator = String(form.get('indicator') ?? '');
	const chosen = String(form.get('level') ?? '');
	const text = (name: string) => String(form.get(name) ?? '').replaceAll('\r\n', '\n');
	const sent = {
		level: /^\d+$/.test(chosen) ? Number(chosen) : null,
		notApplicable: chosen === 'na',
		justification: text('justification'),
		...(form.has('evidenceWaiver') && { evidenceWaiver: text('evidenceWaiver') }),
		...(form.has('changeNote') && { changeNote: text('changeNote') })
	};
	const refuse = (status: number, message: string, theirs: PlainSaveReply['theirs'] = null) =>
		fail(status, { indicator, message, sent, theirs } satisfies PlainSaveReply);
	if (!track) return refuse(403, forbiddenSentence());
	const parsed = AnswerWrite.safeParse({
		...sent,
		...(form.has('changeReason') && { changeReason: text('changeReason') || null }),
		track,
		baseVersion: Number(form.get('baseVersion')),
		requestId: String(form.get('requestId') ?? '')
	});
	if (!parsed.success) return refuse(400, m.form_plain_malformed());
	const result = await saveAnswer({ db, actor: viewer, now }, key, indicator, parsed.data);
	switch (result.kind) {
		case 'saved':
			return { indicator, message: null, sent, theirs: null } satisfies PlainSaveReply;
		case 'conflict':
			return refuse(409, m.form_conflict_plain(), result.current);
		case 'invalid':
			return refuse(422, m[`error_${result.fault.code}`]({ indicator }));
		case 'locked':
			return refuse(409, m.form_read_only_state({ status: m[`status_${result.status}`]() }));
		case 'missing':
			return refuse(404, m.common_not_found());
		case 'forbidden':
			return refuse(403, forbiddenSentence());
	}
}
