import { fail } from '@sveltejs/kit';
import { AnswerWrite } from '#lib/domain/workflow/answer-write.ts';
import { m } from '#lib/paraglide/messages.js';
import { type Viewer, trackOf } from '../auth/access.ts';
import type { Db } from '../db/open.ts';
import type { AssessmentKey } from './find-assessment.ts';
import { type AnswerView, saveAnswer } from './save-answer.ts';

/** What the questionnaire page says after a save without JavaScript. */
export interface PlainSaveReply {
	indicator: string;
	message: string | null;
	/** What the person sent, so that nothing typed is lost. */
	sent: { level: number | null; notApplicable: boolean; justification: string };
	/** The newer answer of someone else, where there is one. */
	theirs: (AnswerView & { updatedBy: string }) | null;
}

/** Saves one answer that came as a plain HTML form.
 *  @returns the reply for the page, wrapped in `fail` with its status where nothing was saved */
export function savePlainForm(db: Db, viewer: Viewer, key: AssessmentKey, form: FormData, now: number) {
	const indicator = String(form.get('indicator') ?? '');
	const chosen = String(form.get('level') ?? '');
	const sent = {
		level: /^\d+$/.test(chosen) ? Number(chosen) : null,
		notApplicable: chosen === 'na',
		justification: String(form.get('justification') ?? '').replaceAll('\r\n', '\n')
	};
	const refuse = (status: number, message: string, theirs: PlainSaveReply['theirs'] = null) =>
		fail(status, { indicator, message, sent, theirs } satisfies PlainSaveReply);
	const track = trackOf(viewer);
	if (!track) return refuse(403, m.common_forbidden());
	const parsed = AnswerWrite.safeParse({
		...sent,
		track,
		baseVersion: Number(form.get('baseVersion')),
		requestId: String(form.get('requestId') ?? '')
	});
	if (!parsed.success) return refuse(400, m.form_plain_malformed());
	const result = saveAnswer(db, viewer, key, indicator, parsed.data, now);
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
			return refuse(403, m.common_forbidden());
	}
}
