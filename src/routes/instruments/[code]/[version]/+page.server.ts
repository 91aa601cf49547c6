import { error } from '@sveltejs/kit';
import { z } from 'zod';
import { effectiveWeights } from '#lib/domain/scoring/effective-weights.ts';
import { m } from '#lib/paraglide/messages.js';
import { hasPermission } from '#lib/server/people/access/access.ts';
import { requirePermission, requireViewer } from '#lib/server/people/auth/require.ts';
import { adoptInstrument, findInstrument } from '#lib/server/rounds/instruments/stored-instruments.ts';
import { contextOf } from '#lib/server/people/commands/context.ts';
import { readForm, refuse } from '../../../admin/read-form.ts';
import { toDocument } from './instrument-document.ts';
import type { Actions, PageServerLoad } from './$types';

function required(error: () => string) {
	return z.string({ error }).trim().min(1, { error }).max(200, { error });
}

const Decree = z.object({
	adoptedBy: required(() => m.admin_error_adopted_by()),
	decreeNumber: required(() => m.admin_error_decree_number()),
	decreeDate: z.iso.date({ error: () => m.admin_error_decree_date() })
});

export const load: PageServerLoad = ({ locals, params, url }) => {
	const viewer = requireViewer(locals, url);
	const stored = findInstrument(locals.db, params.code, params.version) ?? error(404, m.common_not_found());
	const { status, adoptedBy, decreeNumber, decreeDate } = stored;
	return {
		mayManage: hasPermission(viewer, 'instrument.manage'),
		adoption: { status, adoptedBy, decreeNumber, decreeDate },
		document: toDocument(stored.instrument, effectiveWeights(stored.instrument), locals.locale)
	};
};

export const actions: Actions = {
	adopt: async ({ locals, params, request, url }) => {
		const viewer = requirePermission(locals, 'instrument.manage', url);
		const stored = findInstrument(locals.db, params.code, params.version) ?? error(404, m.common_not_found());
		const { values, data, errors } = readForm(await request.formData(), Decree);
		if (errors) return refuse('adopt', values, errors);
		if (stored.status === 'adopted') return refuse('adopt', values, { '': m.admin_error_adopted_already() }, 409);
		adoptInstrument(contextOf(locals, viewer), stored.id, data);
		return { adopted: true };
	}
};
