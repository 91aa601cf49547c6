import { m } from '#lib/paraglide/messages.js';
import type { Viewer } from '#lib/server/people/access/access.ts';
import { readDoubleResults } from '#lib/server/fieldwork/double-scoring/results.ts';
import { DoubleWrite, saveDoubleScore } from '#lib/server/fieldwork/double-scoring/save-double-score.ts';
import { chooseSample } from '#lib/server/fieldwork/double-scoring/samples.ts';
import { listDoubleTasks, loadBlindForm } from '#lib/server/fieldwork/double-scoring/tasks.ts';
import { type ApiEvent, answerJson, requireApiPermission } from './answer-api.ts';
import { Problem } from './problem.ts';
import { readJson, readQuery } from './request-body.ts';
import { requireRound } from './round-document.ts';
import { SampleQuery } from './schemas.ts';

// A justification of the longest kind, escaped in the longest way, with room to spare.
const SCORE_MAX_BYTES = 128 * 1024;

/** Answers `GET` of what the viewer scores as the second assessor. */
export function answerDoubleTasks({ locals, params }: ApiEvent<'round'>, viewer: Viewer): Response {
	requireApiPermission(viewer, 'double.score');
	const round = requireRound(locals.db, params.round);
	const tasks = listDoubleTasks(locals.db, viewer, round).flatMap(({ region }) => {
		const form = loadBlindForm({ db: locals.db, actor: viewer, locale: locals.locale }, round.code, region.code);
		if (typeof form === 'string') return [];
		return [
			{
				region,
				items: form.questions.map(({ code, region: says, evidence, own }) => ({
					indicator: code,
					region: says,
					evidence,
					own
				}))
			}
		];
	});
	return answerJson({ round: round.code, tasks });
}

/** Answers `PUT` of one second score. */
export async function answerDoubleWrite(
	event: ApiEvent<'round' | 'region' | 'indicator'>,
	viewer: Viewer,
	now: number
): Promise<Response> {
	requireApiPermission(viewer, 'double.score');
	const { db, locale } = event.locals;
	const { indicator } = event.params;
	requireRound(db, event.params.round);
	const write = await readJson(event, DoubleWrite, SCORE_MAX_BYTES);
	const result = saveDoubleScore({ db, actor: viewer, now }, event.params, write);
	switch (result.kind) {
		case 'saved':
			return answerJson({ indicator, own: result.score });
		case 'conflict':
			throw new Problem('stale_version', { version: result.current.version }, { current: result.current });
		case 'invalid': {
			const detail = m[`error_${result.fault.code}`]({ indicator }, { locale });
			throw new Problem('content_invalid', { faults: detail }, { errors: [{ field: result.fault.field, detail }] });
		}
		case 'not_blind':
		case 'closed':
			throw new Problem('double_closed', { reason: m[`double_task_${result.kind}`]({}, { locale }) });
		case 'forbidden':
			throw new Problem('forbidden', {});
		case 'missing':
			throw new Problem('double_missing', {});
	}
}

/** Answers `GET` of the agreement in a sample. */
export function answerDoubleResults({ locals, params, url }: ApiEvent<'round'>, viewer: Viewer): Response {
	requireApiPermission(viewer, 'double.read');
	const { db, locale } = locals;
	const round = requireRound(db, params.round);
	const { sample: wanted = null } = readQuery(url, SampleQuery, locale);
	const sample = chooseSample(db, round.id, wanted);
	if (!sample && wanted !== null) throw new Problem('double_missing', {});
	if (!sample)
		return answerJson({ round: round.code, sample, items: 0, scored: 0, overall: null, indicators: [], pairs: [] });
	const { items, scored, overall, indicators, pairs } = readDoubleResults(db, round, sample, locale);
	const { id, seed, drawnAt, closedAt } = sample;
	const bare = (rows: typeof indicators) => rows.map(({ label, name, agreement }) => ({ label, name, agreement }));
	return answerJson({
		round: round.code,
		sample: {
			id,
			seed,
			drawnAt: new Date(drawnAt).toISOString(),
			closedAt: closedAt === null ? null : new Date(closedAt).toISOString()
		},
		items,
		scored,
		overall,
		indicators: bare(indicators),
		pairs: bare(pairs)
	});
}
