import { m } from '#lib/paraglide/messages.js';
import { contextOf } from '#lib/server/people/commands/context.ts';
import { requirePermission } from '#lib/server/people/auth/require.ts';
import { changeAreas } from '#lib/server/places/province/change-areas.ts';
import { findProvince } from '#lib/server/places/province/find-province.ts';
import { listRegions } from '#lib/server/places/regions/list-regions.ts';
import { refuse } from '../read-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
	requirePermission(locals, 'region.manage', url);
	const { grouping, unconfirmed } = findProvince(locals.db);
	return {
		regions: listRegions(locals.db).map(({ code, name, type, area, capital }) => ({
			code,
			name,
			type,
			area,
			capital,
			unconfirmed: unconfirmed.includes(code)
		})),
		grouping: grouping && { name: grouping.name[locals.locale], note: grouping.note?.[locals.locale] ?? null },
		groups: grouping?.groups.toSorted() ?? []
	};
};

export const actions: Actions = {
	default: async ({ locals, request, url }) => {
		const viewer = requirePermission(locals, 'region.manage', url);
		const form = await request.formData();
		const { grouping } = findProvince(locals.db);
		// Only the person's own changes count: an older page does not undo another's change since.
		const changes = listRegions(locals.db).flatMap(({ code, type }) => {
			const wanted = form.get(`area-${code}`);
			const isChange = typeof wanted === 'string' && wanted !== form.get(`seen-${code}`);
			return isChange && type !== 'province' ? [[code, wanted] as const] : [];
		});
		const unknown = changes.find(([, area]) => !grouping?.groups.includes(area));
		if (unknown) {
			const name = grouping?.name[locals.locale] ?? '';
			return refuse('area', {}, { [`area-${unknown[0]}`]: m.admin_error_area({ grouping: name }) });
		}
		changeAreas(contextOf(locals, viewer), new Map(changes));
		return { saved: changes.length };
	}
};
