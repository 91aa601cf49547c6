import { randomUUID } from 'node:crypto';
import { error, fail, redirect } from '@sveltejs/kit';
import { shortName } from '#lib/domain/geography/region-name.ts';
import { m } from '#lib/paraglide/messages.js';
import { say } from '#lib/words/say.ts';
import { requirePermission } from '#lib/server/people/auth/require.ts';
import { readAgendaPage, readItemDetail, writeChoice } from '#lib/server/fieldwork/plenary/agenda-page.ts';
import { decide, DecisionWrite } from '#lib/server/fieldwork/plenary/decide.ts';
import { findRegion } from '#lib/server/places/regions/list-regions.ts';
import { requireRound } from '#lib/server/rounds/subject/guard-round.ts';
import { contextOf } from '#lib/server/people/commands/context.ts';
import { readDecided } from '../../decided.ts';
import { unlessRefused } from '#lib/server/people/commands/answer-form.ts';
import type { Actions, PageServerLoad, RouteParams } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) => {
	const { db, locale } = locals;
	const viewer = requirePermission(locals, 'plenary.read', url);
	const round = requireRound(db, params.round, locale);
	const page = readAgendaPage(contextOf(locals, viewer), round, url.searchParams, m.plenary_effect_none());
	const item = page.all.find((candidate) => isAt(candidate, params));
	if (!item) error(404, m.plenary_item_missing({ indicator: params.indicator }));
	const query = writeChoice(page.choice, page.session?.id ?? null);
	const link = (other: (typeof page.items)[number] | undefined) =>
		other ? `/rounds/${round.code}/plenary/${other.region.code}/${other.indicator}${query}` : null;
	// An item that was just decided has left the list of the open ones; the next one then stands in its place.
	const at = page.items.findIndex((candidate) => isAt(candidate, params));
	const place = at >= 0 ? at : page.items.findIndex((other) => page.all.indexOf(other) > page.all.indexOf(item));
	return {
		item,
		decided: readDecided(db, url.searchParams),
		detail: readItemDetail(db, round, item, locale),
		mayDecide: page.mayDecide && item.kind !== 'small' && item.status === 'assessed',
		session: page.session,
		way: {
			at: at + 1,
			total: page.items.length,
			agenda: `/rounds/${round.code}/plenary${query}`,
			previous: link(place > 0 ? page.items[place - 1] : undefined),
			next: link(at >= 0 ? page.items[at + 1] : page.items[Math.max(0, place)])
		},
		requestId: randomUUID()
	};
};

function isAt(item: { region: { code: string }; indicator: string }, { region, indicator }: RouteParams): boolean {
	return item.region.code === region && item.indicator === indicator;
}

export const actions: Actions = {
	decide: async ({ locals, params, request, url }) => {
		const viewer = requirePermission(locals, 'plenary.decide', url);
		const { db, locale } = locals;
		const form = await request.formData();
		const text = (name: string) => {
			const value = form.get(name);
			return typeof value === 'string' ? value.replaceAll('\r\n', '\n') : '';
		};
		const chosen = text('level');
		const sent = {
			level: /^\d+$/.test(chosen) ? Number(chosen) : null,
			notApplicable: chosen === 'na',
			changeReason: text('changeReason'),
			reason: text('reason')
		};
		const refuse = (status: number, message: string) => fail(status, { message, sent });
		const parsed = DecisionWrite.safeParse({
			...sent,
			changeReason: sent.changeReason === '' ? null : sent.changeReason,
			baseVersion: text('baseVersion') === '' ? NaN : Number(text('baseVersion')),
			requestId: text('requestId')
		});
		if (!parsed.success)
			return refuse(400, sent.reason.trim() === '' ? m.plenary_reason_missing() : m.plenary_malformed());
		const where = { ...params, session: Number(text('session')) };
		const region = findRegion(db, params.region);
		const indicator = `${params.indicator} ${region ? shortName(region) : params.region}`;
		const result = unlessRefused(decide(contextOf(locals, viewer), where, parsed.data), locale, {
			missing: say(locale).plenary_item_missing({ indicator })
		});
		switch (result.kind) {
			case 'saved': {
				const round = requireRound(db, params.round, locale);
				const page = readAgendaPage(contextOf(locals, viewer), round, url.searchParams, '');
				const item = page.all.find((candidate) => isAt(candidate, params))!;
				const rest = page.items.filter((other) => other !== item);
				const next = rest.find((other) => page.all.indexOf(other) > page.all.indexOf(item)) ?? rest[0];
				const query = writeChoice(page.choice, where.session);
				const told = `${query === '' ? '?' : `${query}&`}decided=${params.region}/${params.indicator}`;
				const to = next ? `/${next.region.code}/${next.indicator}` : '';
				redirect(303, `/rounds/${params.round}/plenary${to}${told}`);
			}
			case 'conflict':
				return refuse(
					409,
					m.plenary_conflict({
						theirs: answerWord(result.current),
						who: result.current?.updatedBy ?? '–',
						reason: result.current?.justification ?? '–',
						mine: answerWord(parsed.data)
					})
				);
			case 'invalid':
				return refuse(422, m[`error_${result.fault.code}`]({ indicator: params.indicator }));
			case 'locked':
				return refuse(409, m.plenary_locked());
			case 'not_on_agenda':
				return refuse(409, m.plenary_not_on_agenda());
			case 'no_session':
				return refuse(409, m.plenary_no_open_session());
			case 'empty':
				return refuse(400, m.plenary_empty());
		}
	}
};

function answerWord(answer: { level: number | null; notApplicable: boolean } | null): string {
	if (answer?.notApplicable) return m.form_answer_na();
	return answer?.level == null ? m.form_answer_none() : m.form_answer_level({ level: answer.level });
}
