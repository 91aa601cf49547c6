import { z } from 'zod';
import { m } from '#lib/paraglide/messages.js';
import { listAgencies } from '#lib/server/places/agencies/list-agencies.ts';
import { addAgency, type AgencySaved, renameAgency } from '#lib/server/places/agencies/manage-agency.ts';
import { requirePermission } from '#lib/server/people/auth/require.ts';
import { listRegions } from '#lib/server/places/regions/list-regions.ts';
import { contextOf } from '#lib/server/people/commands/context.ts';
import { unlessRefused } from '#lib/server/people/commands/answer-form.ts';
import type { Refused } from '#lib/server/people/commands/refusal.ts';
import { readForm, refuse } from '../read-form.ts';
import type { Actions, PageServerLoad } from './$types';

const Name = z
	.string({ error: () => m.admin_error_agency_name() })
	.trim()
	.min(2, { error: () => m.admin_error_agency_name() })
	.max(150, { error: () => m.admin_error_agency_name() });
const NewAgency = z.object({
	regionCode: z.string({ error: () => m.admin_error_region() }).min(1, { error: () => m.admin_error_region() }),
	name: Name
});
const Rename = z.object({ id: z.string(), name: Name });

export const load: PageServerLoad = ({ locals, url }) => {
	requirePermission(locals, 'region.manage', url);
	const region = url.searchParams.get('region') ?? '';
	const wanted = (url.searchParams.get('q') ?? '').trim();
	const all = listAgencies(locals.db, region || undefined);
	return {
		region,
		q: wanted,
		regions: listRegions(locals.db).map(({ code, name }) => ({ code, name })),
		agencies: all.filter(({ name }) => name.toLowerCase().includes(wanted.toLowerCase())),
		anyAtAll: all.length > 0 || listAgencies(locals.db).length > 0
	};
};

function answer(form: string, values: Record<string, string>, result: Exclude<AgencySaved, Refused>) {
	switch (result.kind) {
		case 'saved':
			return { done: form, name: values.name ?? '', joined: result.joined.join(', ') };
		case 'name_taken':
			return refuse(form, values, { name: m.admin_error_agency_taken() }, 409);
		case 'region_unknown':
			return refuse(form, values, { regionCode: m.admin_error_region() });
	}
}

export const actions: Actions = {
	add: async ({ locals, request, url }) => {
		const viewer = requirePermission(locals, 'region.manage', url);
		const { values, data, errors } = readForm(await request.formData(), NewAgency);
		if (errors) return refuse('add', values, errors);
		return answer('add', values, unlessRefused(addAgency(contextOf(locals, viewer), data), locals.locale));
	},
	rename: async ({ locals, request, url }) => {
		const viewer = requirePermission(locals, 'region.manage', url);
		const { values, data, errors } = readForm(await request.formData(), Rename);
		if (errors) return refuse('rename', values, errors);
		return answer(
			'rename',
			values,
			unlessRefused(renameAgency(contextOf(locals, viewer), data.id, data.name), locals.locale)
		);
	}
};
