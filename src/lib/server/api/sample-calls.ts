import { m } from '#lib/paraglide/messages.js';
import type { Viewer } from '#lib/server/people/access/access.ts';
import { drawDouble, DrawInput, previewDraw } from '#lib/server/fieldwork/double-scoring/draw.ts';
import { chooseSample, closeSample } from '#lib/server/fieldwork/double-scoring/samples.ts';
import { type ApiEvent, answerJson, requireApiPermission } from './answer-api.ts';
import { Problem } from './problem.ts';
import { readJson } from './request-body.ts';
import { requireRound } from './round-document.ts';

const DRAW_MAX_BYTES = 4 * 1024;

/** Answers `POST` of a draw: the sample, with what was drawn. The same seed draws the same as things stand. */
export async function answerDraw(event: ApiEvent<'round'>, viewer: Viewer, now: number): Promise<Response> {
	requireApiPermission(viewer, 'double.manage');
	const { db, locale } = event.locals;
	const round = requireRound(db, event.params.round);
	const input = await readJson(event, DrawInput, DRAW_MAX_BYTES);
	const { regions, indicators, fingerprint } = previewDraw(db, round, input);
	const drawn = drawDouble({ db, actor: viewer, now }, round.code, input, fingerprint);
	switch (drawn.kind) {
		case 'drawn':
			return answerJson({
				round: round.code,
				sample: { id: drawn.sample.id, seed: drawn.sample.seed, drawnAt: new Date(now).toISOString(), closedAt: null },
				regions: regions.map(({ code }) => code),
				indicators
			});
		case 'forbidden':
			throw new Problem('forbidden', {});
		case 'missing':
			throw new Problem('round_missing', { round: round.code });
		case 'nothing':
			throw new Problem('sample_refused', { reason: m.double_preview_nothing({}, { locale }) });
		case 'changed':
		case 'open_sample':
		case 'round_not_running':
			throw new Problem('sample_refused', { reason: m[`double_draw_${drawn.kind}`]({}, { locale }) });
	}
}

/** Answers `POST` that ends the scoring of a sample. */
export function answerClose({ locals, params }: ApiEvent<'round' | 'sample'>, viewer: Viewer, now: number): Response {
	requireApiPermission(viewer, 'double.manage');
	const { db, locale } = locals;
	const round = requireRound(db, params.round);
	const closed = closeSample({ db, actor: viewer, now }, round.code, Number(params.sample));
	if (closed.kind === 'already')
		throw new Problem('sample_refused', { reason: m.double_close_already({}, { locale }) });
	const sample = closed.kind === 'closed' ? chooseSample(db, round.id, params.sample) : undefined;
	if (!sample) throw new Problem('double_missing', {});
	const { id, seed, drawnAt } = sample;
	return answerJson({
		round: round.code,
		sample: { id, seed, drawnAt: new Date(drawnAt).toISOString(), closedAt: new Date(now).toISOString() }
	});
}
