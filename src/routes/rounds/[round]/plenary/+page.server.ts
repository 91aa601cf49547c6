import { fail } from '@sveltejs/kit';
import { shortName } from '#lib/domain/geography/region-name.ts';
import { m } from '#lib/paraglide/messages.js';
import { describeOvertaken, describeRefusal } from '#lib/server/fieldwork/steps/describe-move.ts';
import { requirePermission } from '#lib/server/people/auth/require.ts';
import { readAgendaPage } from '#lib/server/fieldwork/plenary/agenda-page.ts';
import { acceptRest, changeAgenda, finaliseRegions } from '#lib/server/fieldwork/plenary/decide.ts';
import { listRegions } from '#lib/server/places/regions/list-regions.ts';
import { requireRound } from '#lib/server/rounds/subject/guard-round.ts';
import { contextOf } from '#lib/server/people/commands/context.ts';
import { unlessRefused } from '#lib/server/people/commands/answer-form.ts';
import { readDecided } from './decided.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) => {
	const { db, locale } = locals;
	const viewer = requirePermission(locals, 'plenary.read', url);
	const round = requireRound(db, params.round, locale);
	const { all, ...page } = readAgendaPage(contextOf(locals, viewer), round, url.searchParams, m.plenary_effect_none());
	const onAgenda = all.filter(({ kind }) => kind !== 'small');
	return {
		...page,
		decided: readDecided(db, url.searchParams),
		counts: {
			items: onAgenda.length,
			open: onAgenda.filter(({ decided }) => !decided).length,
			small: all.length - onAgenda.length
		}
	};
};

function text(form: FormData, name: string): string {
	const value = form.get(name);
	return typeof value === 'string' ? value : '';
}

export const actions: Actions = {
	agenda: async ({ locals, params, request, url }) => {
		const viewer = requirePermission(locals, 'plenary.decide', url);
		const form = await request.formData();
		const [region, indicator] = [text(form, 'region'), text(form, 'indicator')];
		const wanted = form.get('wanted') === 'remove' ? 'remove' : 'add';
		const changed = changeAgenda(contextOf(locals, viewer), { round: params.round, region, indicator }, wanted);
		const names = { indicator, region: nameOf(locals, region) };
		if (changed.kind === 'missing') return fail(404, { message: m.plenary_item_missing({ indicator }) });
		const result = unlessRefused(changed, locals.locale);
		switch (result.kind) {
			case 'changed':
				return { done: wanted === 'add' ? m.plenary_added(names) : m.plenary_removed(names), failures: [] };
			case 'unchanged':
				return fail(409, { message: m.plenary_agenda_unchanged() });
			case 'locked':
				return fail(409, { message: m.plenary_agenda_locked() });
		}
	},
	accept: async ({ locals, params, request, url }) => {
		const viewer = requirePermission(locals, 'plenary.decide', url);
		const form = await request.formData();
		const [region, reason] = [text(form, 'region'), text(form, 'reason').trim()];
		if (reason === '') return fail(400, { message: m.plenary_reason_missing() });
		const where = { round: params.round, session: Number(form.get('session')), region };
		const result = unlessRefused(acceptRest(contextOf(locals, viewer), where, reason), locals.locale);
		switch (result.kind) {
			case 'accepted':
				return { done: m.plenary_accepted({ n: result.count, region: nameOf(locals, region) }), failures: [] };
			case 'no_session':
				return fail(409, { message: m.plenary_no_open_session() });
			case 'nothing':
				return fail(409, { message: m.plenary_nothing_open() });
			case 'locked':
				return fail(409, { message: m.plenary_locked() });
		}
	},
	finalise: async ({ locals, params, request, url }) => {
		const viewer = requirePermission(locals, 'plenary.decide', url);
		const { db, locale } = locals;
		requireRound(db, params.round, locale);
		const wanted = (await request.formData()).getAll('region').map((value) => {
			const [region = '', seen = ''] = String(value).split(':');
			return { region, seen: Number(seen) };
		});
		if (wanted.length === 0) return fail(400, { message: m.plenary_malformed() });
		const moves = finaliseRegions(contextOf(locals, viewer), params.round, wanted);
		const failures = [...moves].flatMap(([code, move]) => {
			if (move.kind === 'moved') return [];
			const reason =
				move.kind === 'refused'
					? describeRefusal(move.refusal, move.status, locale)
					: move.kind === 'overtaken'
						? describeOvertaken(move.last, locale)
						: m.common_not_found();
			return [m.plenary_finalise_failed({ region: nameOf(locals, code), reason })];
		});
		const done = m.plenary_finalised({ n: moves.size - failures.length });
		return failures.length === moves.size ? fail(409, { message: failures.join(' ') }) : { done, failures };
	}
};

function nameOf({ db }: App.Locals, code: string): string {
	const region = listRegions(db).find((candidate) => candidate.code === code);
	return region ? shortName(region) : code;
}
