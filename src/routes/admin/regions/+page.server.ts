import { m } from '#lib/paraglide/messages.js';
import { requirePermission } from '#lib/server/people/auth/require.ts';
import { listRegions, setBakorwil } from '#lib/server/places/regions/list-regions.ts';
import { refuse } from '../read-form.ts';
import type { Actions, PageServerLoad } from './$types';

/** Placed by analogy only: no regulation that now divides the Bakorwil was found. */
const UNCONFIRMED = new Set(['35.05', '35.15', '35.25', '35.72', '35.78']);

export const load: PageServerLoad = ({ locals, url }) => {
	requirePermission(locals, 'region.manage', url);
	const regions = listRegions(locals.db);
	return {
		regions: regions.map(({ code, name, type, bakorwil, capital }) => ({
			code,
			name,
			type,
			bakorwil,
			capital,
			unconfirmed: UNCONFIRMED.has(code)
		})),
		offices: [...new Set(regions.flatMap(({ bakorwil }) => bakorwil ?? []))].sort()
	};
};

export const actions: Actions = {
	default: async ({ locals, request, url }) => {
		const viewer = requirePermission(locals, 'region.manage', url);
		const form = await request.formData();
		const regions = listRegions(locals.db);
		const offices = new Set(regions.flatMap(({ bakorwil }) => bakorwil ?? []));
		// Only what the person changed: another's change since is not undone by an older page.
		const changes = regions.flatMap(({ code, type }) => {
			const wanted = form.get(`bakorwil-${code}`);
			const isChange = typeof wanted === 'string' && wanted !== form.get(`seen-${code}`);
			return isChange && type !== 'province' ? [{ code, bakorwil: wanted }] : [];
		});
		const unknown = changes.find(({ bakorwil }) => !offices.has(bakorwil));
		if (unknown) return refuse('bakorwil', {}, { [`bakorwil-${unknown.code}`]: m.admin_error_bakorwil() });
		locals.db.transaction((tx) => {
			for (const { code, bakorwil } of changes) setBakorwil({ db: tx, actor: viewer, now: Date.now() }, code, bakorwil);
		});
		return { saved: changes.length };
	}
};
