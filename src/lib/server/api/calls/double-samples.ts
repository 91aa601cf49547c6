import { say } from '#lib/words/say.ts';
import { drawDouble, DrawInput, previewDraw } from '#lib/server/fieldwork/double-scoring/draw.ts';
import { readDoubleResults } from '#lib/server/fieldwork/double-scoring/results.ts';
import { chooseSample, closeSample } from '#lib/server/fieldwork/double-scoring/samples.ts';
import { call } from '../call.ts';
import { answerJson } from '../json-answer.ts';
import { Problem } from '../problem.ts';
import { problemOf } from '../problem-of.ts';
import { jsonBody } from '../request-body.ts';
import { requireRound } from '../round-document.ts';
import * as shape from '../schemas.ts';

const DRAW_MAX_BYTES = 4 * 1024;

export const DOUBLE_SAMPLE_CALLS = [
	call({
		method: 'post',
		path: '/rounds/{round}/double/samples',
		summary:
			'Draws a sample for double scoring and gives it to second assessors; the same seed draws the same as things stand. ' +
			'409 sample_refused with the reason in words, such as a sample that is still being scored.',
		permission: 'double.manage',
		body: jsonBody(DrawInput, DRAW_MAX_BYTES),
		answer: shape.DrawnSample,
		problems: [400, 403, 404, 409, 413, 415, 422],
		before: ({ db, params }) => void requireRound(db, params.round),
		call({ db, viewer, locale, params, body: input, now }) {
			const round = requireRound(db, params.round);
			const { regions, indicators, fingerprint } = previewDraw(db, round, input);
			const drawn = drawDouble({ db, actor: viewer, now }, round.code, input, fingerprint);
			if (drawn.kind === 'drawn')
				return answerJson({
					round: round.code,
					sample: sampleDocument({ ...drawn.sample, drawnAt: now, closedAt: null }),
					regions: regions.map(({ code }) => code),
					indicators
				});
			const refused = (reason: string) => new Problem('sample_refused', { reason });
			throw problemOf(drawn, {
				missing: () => new Problem('round_missing', { round: round.code }),
				nothing: () => refused(say(locale).double_preview_nothing({})),
				changed: () => refused(say(locale).double_draw_changed({})),
				open_sample: () => refused(say(locale).double_draw_open_sample({})),
				round_not_running: () => refused(say(locale).double_draw_round_not_running({}))
			});
		}
	}),
	call({
		method: 'post',
		path: '/rounds/{round}/double/samples/{sample}/close',
		summary:
			'Ends the scoring of a sample and opens it to those who scored. 409 sample_refused when it was closed before.',
		permission: 'double.manage',
		answer: shape.ClosedSample,
		problems: [403, 404, 409],
		call({ db, viewer, locale, params, now }) {
			const round = requireRound(db, params.round);
			const id = Number(params.sample);
			const closed = closeSample({ db, actor: viewer, now }, round.code, id);
			if (closed.kind !== 'closed')
				throw problemOf(closed, {
					missing: () => new Problem('double_missing', {}),
					already: () => new Problem('sample_refused', { reason: say(locale).double_close_already({}) })
				});
			const sample = chooseSample(db, round.id, String(id))!;
			return answerJson({ round: round.code, sample: sampleDocument({ ...sample, closedAt: now }) });
		}
	}),
	call({
		method: 'get',
		path: '/rounds/{round}/double/results',
		summary: 'Agreement in a double-scored sample, the latest one where none is named.',
		permission: 'double.read',
		query: shape.SampleQuery,
		answer: shape.DoubleResults,
		problems: [400, 403, 404],
		before: ({ db, params }) => void requireRound(db, params.round),
		call({ db, locale, params, query: { sample: wanted = null } }) {
			const round = requireRound(db, params.round);
			const sample = chooseSample(db, round.id, wanted);
			if (!sample && wanted !== null) throw new Problem('double_missing', {});
			if (!sample)
				return answerJson({ round: round.code, sample, items: 0, scored: 0, overall: null, indicators: [], pairs: [] });
			const { items, scored, overall, indicators, pairs } = readDoubleResults(db, round, sample, locale);
			const bare = (rows: typeof indicators) => rows.map(({ label, name, agreement }) => ({ label, name, agreement }));
			return answerJson({
				round: round.code,
				sample: sampleDocument(sample),
				items,
				scored,
				overall,
				indicators: bare(indicators),
				pairs: bare(pairs)
			});
		}
	})
].flat();

function sampleDocument(sample: { id: number; seed: string; drawnAt: number; closedAt: number | null }) {
	const { id, seed, drawnAt, closedAt } = sample;
	return {
		id,
		seed,
		drawnAt: new Date(drawnAt).toISOString(),
		closedAt: closedAt === null ? null : new Date(closedAt).toISOString()
	};
}
