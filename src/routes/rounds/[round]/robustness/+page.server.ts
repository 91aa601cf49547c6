import { redirect } from '@sveltejs/kit';
import { setTimeout } from 'node:timers/promises';
import { shortName } from '#lib/domain/geography/region-name.ts';
import { parseRobustSettings } from '#lib/domain/robustness/settings.ts';
import { requireViewer } from '#lib/server/people/auth/require.ts';
import { cancelJob, earlierMoment, forgetJob, showJob } from '#lib/server/insight/robustness/robust-job.ts';
import { requireProvince, requireRound } from '#lib/server/rounds/subject/guard-round.ts';
import { roundInstrument, roundRegions } from '#lib/server/rounds/round/round-content.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** Milliseconds to wait; a longer calculation is shown with its progress, and the page asks again. */
const PATIENCE_MS = 1_200;

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { db, locale } = locals;
	requireProvince(requireViewer(locals, url), locale);
	const round = requireRound(db, params.round, locale);
	const settings = parseRobustSettings(url.searchParams);
	const job = showJob(db, round, settings);
	await Promise.race([job.ended, setTimeout(PATIENCE_MS)]);
	const { state, progress, observed, uncertain, result } = job;
	const names = new Map(roundRegions(db, round).map((region) => [region.code, shortName(region)]));
	return {
		settings,
		job: { state, progress, observed, uncertain, asOf: earlierMoment(job, round) },
		result,
		names: Object.fromEntries(names),
		classes: roundInstrument(db, round, 'region').instrument.classes.map(({ code, name }) => ({
			code,
			name: name[locale]
		}))
	};
};

/** Acts, then shows the page under its own address: the name of an action in it would stand for the next one too. */
function handle({ locals, params, url }: RequestEvent, act: typeof cancelJob): never {
	const { db, locale } = locals;
	requireProvince(requireViewer(locals, url), locale);
	act(db, requireRound(db, params.round, locale), parseRobustSettings(url.searchParams));
	const shown = new URLSearchParams([...url.searchParams].filter(([name]) => !name.startsWith('/')));
	redirect(303, `${url.pathname}?${shown}`);
}

export const actions: Actions = {
	cancel: (event) => handle(event, cancelJob),
	again: (event) => handle(event, forgetJob)
};
