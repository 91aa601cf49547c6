import { error } from '@sveltejs/kit';
import { newRequestId } from '#lib/components/answer/request-id.ts';
import { m } from '#lib/paraglide/messages.js';
import { savePlainForm } from '#lib/server/fieldwork/questionnaire/plain-save.ts';
import { agencyKey, loadDomainForm } from '#lib/server/fieldwork/questionnaire/questionnaire.ts';
import { requireViewer } from '#lib/server/people/auth/require.ts';
import { discussFromForm } from '#lib/server/fieldwork/clarifications/discussion-form.ts';
import { savePlainEvidence } from '#lib/server/fieldwork/evidence/plain-evidence.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) => {
	const viewer = requireViewer(locals, url);
	const key = agencyKey(locals.db, params.round, params.agency) ?? error(404, m.common_not_found());
	const form = loadDomainForm(locals.db, viewer, key, params.domain, locals.locale);
	if (form === 'missing') error(404, m.common_not_found());
	if (form === 'forbidden') error(403, m.common_forbidden());
	const requestIds = Object.fromEntries(form.questions.map(({ code }) => [code, newRequestId()]));
	return { form, requestIds, requestBase: newRequestId(), now: Date.now() };
};

export const actions: Actions = {
	save: async ({ locals, params, request, url }) => {
		const viewer = requireViewer(locals, url);
		const key = agencyKey(locals.db, params.round, params.agency) ?? error(404, m.common_not_found());
		return savePlainForm(locals.db, viewer, key, await request.formData(), Date.now());
	},
	discuss: async ({ locals, params, request, url }) => {
		const viewer = requireViewer(locals, url);
		const key = agencyKey(locals.db, params.round, params.agency) ?? error(404, m.common_not_found());
		return discussFromForm(locals.db, viewer, key, await request.formData(), locals.locale);
	},
	evidence: async ({ locals, params, request, url }) => {
		const viewer = requireViewer(locals, url);
		const key = agencyKey(locals.db, params.round, params.agency) ?? error(404, m.common_not_found());
		return savePlainEvidence(locals, viewer, key, await request.formData(), Date.now());
	}
};
