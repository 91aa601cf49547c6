import { EvidenceSettings, MOST_MEGABYTES } from '#lib/domain/evidence/evidence-settings.ts';
import { FILE_TYPE_NAMES } from '#lib/domain/evidence/file-types.ts';
import { m } from '#lib/paraglide/messages.js';
import { requirePermission } from '#lib/server/auth/require.ts';
import { changeEvidenceSettings, readEvidenceSettings } from '#lib/server/evidence/evidence-settings.ts';
import { refuse } from '../read-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
	requirePermission(locals, 'settings.manage', url);
	return { settings: readEvidenceSettings(locals.db), types: FILE_TYPE_NAMES, most: MOST_MEGABYTES };
};

export const actions: Actions = {
	evidence: async ({ locals, request, url }) => {
		const viewer = requirePermission(locals, 'settings.manage', url);
		const form = await request.formData();
		const megabytes = String(form.get('megabytes') ?? '').trim();
		const parsed = EvidenceSettings.safeParse({ megabytes, types: form.getAll('types') });
		if (!parsed.success) {
			const sentences = {
				megabytes: m.evidence_settings_megabytes_fault({ most: MOST_MEGABYTES }),
				types: m.evidence_settings_types_fault()
			};
			const fields = parsed.error.issues.map(({ path }) => (path[0] === 'types' ? 'types' : 'megabytes'));
			return refuse('evidence', { megabytes }, Object.fromEntries(fields.map((field) => [field, sentences[field]])));
		}
		changeEvidenceSettings(locals.db, viewer, parsed.data, Date.now());
		return { done: true };
	}
};
