import { shortName } from '#lib/domain/geography/region-name.ts';
import { m } from '#lib/paraglide/messages.js';
import { requirePermission } from '#lib/server/people/auth/require.ts';
import { listRegions } from '#lib/server/places/regions/list-regions.ts';
import { type Appointment, listAssignments, saveAssignments } from '#lib/server/rounds/assignments/assignments.ts';
import { requireRound } from '#lib/server/rounds/subject/guard-round.ts';
import { contextOf } from '#lib/server/people/commands/context.ts';
import { unlessRefused } from '#lib/server/people/commands/answer-form.ts';
import { refuse } from '../../../read-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) => {
	requirePermission(locals, 'round.manage', url);
	const round = requireRound(locals.db, params.round, locals.locale);
	const { appointments, assessors } = listAssignments(locals.db, round.id);
	const covered = new Set(appointments.map(({ regionCode }) => regionCode));
	const regions = listRegions(locals.db).map(({ code, name }) => ({
		code,
		name: shortName({ name }),
		covered: covered.has(code)
	}));
	return {
		round: { code: round.code, name: round.name, status: round.status },
		// Regions that nobody looks after come first; within that the order of their codes.
		regions: regions.toSorted((a, b) => Number(a.covered) - Number(b.covered)),
		assessors,
		appointments: appointments.map(({ regionCode, userId }) => `${regionCode}:${userId}`)
	};
};

function toAppointments(values: FormDataEntryValue[]): Appointment[] {
	return values.map((value) => {
		const [regionCode = '', userId = ''] = String(value).split(':');
		return { regionCode, userId };
	});
}

export const actions: Actions = {
	default: async ({ locals, params, request, url }) => {
		const viewer = requirePermission(locals, 'round.manage', url);
		const form = await request.formData();
		const seen = toAppointments(
			String(form.get('seen') ?? '')
				.split(' ')
				.filter(Boolean)
		);
		const wanted = toAppointments(form.getAll('wanted'));
		const result = unlessRefused(
			saveAssignments(contextOf(locals, viewer), params.round, { seen, wanted }),
			locals.locale
		);
		if (result.kind === 'saved') return { saved: { added: result.added, removed: result.removed } };
		const sentence = result.kind === 'locked' ? m.admin_assign_locked() : m.admin_assign_unknown();
		return refuse('assign', {}, { '': sentence }, 409);
	}
};
