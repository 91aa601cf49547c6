import { randomBytes } from 'node:crypto';
import { error, fail, redirect } from '@sveltejs/kit';
import { distance } from '#lib/domain/agreement/agreement.ts';
import { m } from '#lib/paraglide/messages.js';
import { forbiddenSentence } from '#lib/words/province.ts';
import { hasPermission } from '#lib/server/people/access/access.ts';
import { requirePermission, requireViewer } from '#lib/server/people/auth/require.ts';
import { drawDouble, DrawInput, previewDraw } from '#lib/server/fieldwork/double-scoring/draw.ts';
import { type ComparedItem, listOwnComparisons } from '#lib/server/fieldwork/double-scoring/results.ts';
import { closeSample, listSamples } from '#lib/server/fieldwork/double-scoring/samples.ts';
import { listDoubleTasks } from '#lib/server/fieldwork/double-scoring/tasks.ts';
import { listRegions } from '#lib/server/places/regions/list-regions.ts';
import { requireRound } from '#lib/server/rounds/subject/guard-round.ts';
import { contextOf } from '#lib/server/people/commands/context.ts';
import { unlessRefused } from '#lib/server/people/commands/answer-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) => {
	const { db, locale } = locals;
	const viewer = requireViewer(locals, url);
	const maySeeAll = hasPermission(viewer, 'double.read');
	if (!maySeeAll && !hasPermission(viewer, 'double.score')) error(403, forbiddenSentence(locale));
	const round = requireRound(db, params.round, locale);
	const mayDraw = hasPermission(viewer, 'double.manage') && (round.status === 'open' || round.status === 'plenary');
	const asked = url.searchParams.has('seed')
		? DrawInput.safeParse(Object.fromEntries(url.searchParams))
		: { success: false as const };
	const preview = mayDraw && asked.success ? previewDraw(db, round, asked.data) : null;
	const names = new Map(listRegions(db).map(({ code, name }) => [code, name]));
	return {
		tasks: hasPermission(viewer, 'double.score') ? listDoubleTasks(db, viewer, round) : null,
		opened: listOwnComparisons(db, viewer, round).sort((a, b) => apart(b) - apart(a)),
		samples: maySeeAll ? listSamples(db, round.id) : null,
		draw: mayDraw
			? {
					input: asked.success ? asked.data : { regions: 12, indicators: 12, seed: randomBytes(4).toString('hex') },
					possible: (preview ?? previewDraw(db, round, { regions: 1, indicators: 1, seed: '-' })).possible,
					invalid: url.searchParams.has('seed') && !asked.success
				}
			: null,
		preview: preview && {
			...preview,
			regions: preview.regions.map(({ code, second }) => ({
				code,
				name: names.get(code) ?? code,
				second: preview.names[second] ?? second
			}))
		}
	};
};

function apart({ first, second }: ComparedItem): number {
	return distance({ first: first!.value!, second: second.value! });
}

export const actions: Actions = {
	draw: async ({ locals, params, request, url }) => {
		const viewer = requirePermission(locals, 'double.manage', url);
		const form = Object.fromEntries(await request.formData());
		const input = DrawInput.safeParse(form);
		if (!input.success) return fail(400, { message: m.double_input_invalid() });
		const seen = String(form.fingerprint ?? '');
		const drawn = unlessRefused(drawDouble(contextOf(locals, viewer), params.round, input.data, seen), locals.locale);
		switch (drawn.kind) {
			case 'drawn':
				redirect(303, `/rounds/${params.round}/double?drawn#samples`);
			case 'nothing':
				return fail(409, { message: m.double_preview_nothing() });
			case 'changed':
			case 'open_sample':
			case 'round_not_running':
				return fail(409, { message: m[`double_draw_${drawn.kind}`]() });
		}
	},
	close: async ({ locals, params, request, url }) => {
		const viewer = requireViewer(locals, url);
		const sample = Number((await request.formData()).get('sample'));
		const closed = unlessRefused(closeSample(contextOf(locals, viewer), params.round, sample), locals.locale);
		if (closed.kind === 'already') return fail(409, { message: m.double_close_already() });
		return { closed: true };
	}
};
