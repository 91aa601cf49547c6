import { redirect } from '@sveltejs/kit';
import { requirePermission } from '#lib/server/people/auth/require.ts';
import { listInstruments } from '#lib/server/rounds/instruments/stored-instruments.ts';
import { createRound } from '#lib/server/public/life/manage-round.ts';
import { isoDay } from '#lib/words/local-time.ts';
import { contextOf } from '#lib/server/people/commands/context.ts';
import { unlessRefused } from '#lib/server/people/commands/answer-form.ts';
import { readForm, refuse } from '../../read-form.ts';
import { instrumentChoices, roundErrors, RoundForm } from '../round-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
	requirePermission(locals, 'round.manage', url);
	const instruments = instrumentChoices(listInstruments(locals.db), locals.locale);
	const today = isoDay(Date.now());
	const first = instruments.find(({ unit }) => unit === 'region');
	const values: Record<string, string> = {
		startsOn: today,
		instrumentId: first ? String(first.id) : '',
		targetClass: first?.classes[0]?.code ?? ''
	};
	return { instruments, values };
};

export const actions: Actions = {
	default: async ({ locals, request, url }) => {
		const viewer = requirePermission(locals, 'round.manage', url);
		const { values, data, errors } = readForm(await request.formData(), RoundForm);
		if (errors) return refuse('round', values, errors);
		const result = unlessRefused(createRound(contextOf(locals, viewer), data), locals.locale);
		if (result.kind === 'invalid') return refuse('round', values, roundErrors(result));
		redirect(303, `/admin/rounds/${result.code}`);
	}
};
