import { error, fail } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { say } from '#lib/words/say.ts';
import { requirePermission } from '#lib/server/people/auth/require.ts';
import { DoubleWrite, saveDoubleScore } from '#lib/server/fieldwork/double-scoring/save-double-score.ts';
import { loadBlindForm } from '#lib/server/fieldwork/double-scoring/tasks.ts';
import { requireRound } from '#lib/server/rounds/subject/guard-round.ts';
import { contextOf } from '#lib/server/people/commands/context.ts';
import { unlessRefused } from '#lib/server/people/commands/answer-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) => {
	const { db, locale } = locals;
	const viewer = requirePermission(locals, 'double.score', url);
	requireRound(db, params.round, locale);
	const asked = loadBlindForm(contextOf(locals, viewer), params.round, params.region);
	const loaded = unlessRefused(asked, locale, wordsOf(locale));
	if (loaded.kind !== 'form') deny(loaded.kind);
	return { region: loaded.form.region, questions: loaded.form.questions, now: Date.now() };
};

const wordsOf = (locale: App.Locals['locale']) => ({ missing: say(locale).double_task_missing({}) });

function deny(kind: 'not_blind' | 'closed'): never {
	error(403, m[`double_task_${kind}`]());
}

export const actions: Actions = {
	save: async ({ locals, params, request, url }) => {
		const viewer = requirePermission(locals, 'double.score', url);
		const form = await request.formData();
		const indicator = String(form.get('indicator') ?? '');
		const chosen = String(form.get('level') ?? '');
		const sent = {
			level: /^\d+$/.test(chosen) ? Number(chosen) : null,
			notApplicable: chosen === 'na',
			justification: String(form.get('justification') ?? '').replaceAll('\r\n', '\n')
		};
		const parsed = DoubleWrite.safeParse({ ...sent, baseVersion: Number(form.get('baseVersion') ?? NaN) });
		const refuse = (status: number, message: string, current: typeof sent | null = null) =>
			fail(status, { indicator, message, sent, current });
		if (!parsed.success) return refuse(400, m.double_malformed());
		const key = { round: params.round, region: params.region, indicator };
		const { locale } = locals;
		const saved = saveDoubleScore(contextOf(locals, viewer), key, parsed.data);
		const result = unlessRefused(saved, locale, wordsOf(locale));
		switch (result.kind) {
			case 'saved':
				return { indicator, message: null, sent, current: null };
			case 'conflict':
				return refuse(409, m.double_conflict(), result.current);
			case 'invalid':
				return refuse(422, m[`error_${result.fault.code}`]({ indicator }));
			case 'not_blind':
			case 'closed':
				deny(result.kind);
		}
	}
};
