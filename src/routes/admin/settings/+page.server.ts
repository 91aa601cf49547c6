import { EvidenceSettings, MOST_MEGABYTES } from '#lib/domain/evidence/evidence-settings.ts';
import { FILE_TYPE_NAMES } from '#lib/domain/evidence/file-types.ts';
import { m } from '#lib/paraglide/messages.js';
import { requirePermission } from '#lib/server/people/auth/require.ts';
import { changeEvidenceSettings, readEvidenceSettings } from '#lib/server/fieldwork/evidence/evidence-settings.ts';
import { emblemPlace, readEmblems, saveEmblem } from '#lib/server/documents/gather/emblems.ts';
import { EMBLEM_PLACES } from '#lib/domain/document/kinds.ts';
import { contextOf } from '#lib/server/people/commands/context.ts';
import { unlessRefused } from '#lib/server/people/commands/answer-form.ts';
import { refuse } from '../read-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
	requirePermission(locals, 'settings.manage', url);
	const emblems = readEmblems(locals.db);
	const places = EMBLEM_PLACES.map((place) => ({ place, isThere: emblems[place] !== null }));
	return { places, settings: readEvidenceSettings(locals.db), types: FILE_TYPE_NAMES, most: MOST_MEGABYTES };
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
		changeEvidenceSettings(contextOf(locals, viewer), parsed.data);
		return { done: 'evidence' };
	},
	emblem: async ({ locals, request, url }) => {
		const viewer = requirePermission(locals, 'settings.manage', url);
		const form = await request.formData();
		const place = emblemPlace(form.get('place'));
		const file = form.get('file');
		if (!place) return refuse('emblem', {}, { '': m.emblem_missing() });
		const isRemoval = form.has('remove');
		if (!isRemoval && !(file instanceof File && file.size > 0))
			return refuse('emblem', {}, { [place]: m.emblem_missing() });
		const content = isRemoval ? null : new Uint8Array(await (file as File).arrayBuffer());
		const saved = unlessRefused(await saveEmblem(contextOf(locals, viewer), place, content), locals.locale);
		if (saved.kind === 'too_large') return refuse('emblem', {}, { [place]: m.emblem_too_large() });
		if (saved.kind === 'not_an_image') return refuse('emblem', {}, { [place]: m.emblem_not_an_image() });
		return { done: 'emblem' };
	}
};
