import { newRequestId } from '#lib/components/answer/request-id.ts';
import { savePlainForm } from '#lib/server/fieldwork/questionnaire/plain-save.ts';
import { loadDomainForm } from '#lib/server/fieldwork/questionnaire/questionnaire.ts';
import { requireViewer } from '#lib/server/people/auth/require.ts';
import { discussFromForm } from '#lib/server/fieldwork/clarifications/discussion-form.ts';
import { savePlainEvidence } from '#lib/server/fieldwork/evidence/plain-evidence.ts';
import { subjectKey } from '#lib/server/rounds/subject/subject.ts';
import { contextOf } from '#lib/server/people/commands/context.ts';
import { unlessRefused } from '#lib/server/people/commands/answer-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) => {
	const viewer = requireViewer(locals, url);
	const key = subjectKey(locals, params);
	const { form } = unlessRefused(loadDomainForm(contextOf(locals, viewer), key, params.domain), locals.locale);
	const requestIds = Object.fromEntries(form.questions.map(({ code }) => [code, newRequestId()]));
	return { form, requestIds, requestBase: newRequestId(), now: Date.now() };
};

export const actions: Actions = {
	save: async ({ locals, params, request, url }) => {
		const viewer = requireViewer(locals, url);
		const key = subjectKey(locals, params);
		return savePlainForm(contextOf(locals, viewer), key, await request.formData());
	},
	discuss: async ({ locals, params, request, url }) => {
		const viewer = requireViewer(locals, url);
		const key = subjectKey(locals, params);
		return discussFromForm(contextOf(locals, viewer), key, await request.formData());
	},
	evidence: async ({ locals, params, request, url }) => {
		const viewer = requireViewer(locals, url);
		const key = subjectKey(locals, params);
		return savePlainEvidence({ locals, viewer, now: Date.now() }, key, await request.formData());
	}
};
