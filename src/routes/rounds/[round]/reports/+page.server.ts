import { fail, redirect } from '@sveltejs/kit';
import { say } from '#lib/words/say.ts';
import { listScored, type ScoredAssessment } from '#lib/server/rounds/assessment/results.ts';
import { requireViewer } from '#lib/server/people/auth/require.ts';
import { hasPermission } from '#lib/server/people/access/access.ts';
import { listSessions } from '#lib/server/fieldwork/plenary/sessions.ts';
import { cancelJob, listJobs } from '#lib/server/documents/jobs/list-jobs.ts';
import { readJobRequest, readTyped } from '#lib/server/documents/jobs/job-request.ts';
import { runJobs } from '#lib/server/documents/jobs/run-jobs.ts';
import { startJob } from '#lib/server/documents/jobs/start-job.ts';
import { listUnsureReports } from '#lib/server/documents/own-texts/list-unsure.ts';
import { listRounds } from '#lib/server/rounds/round/find-round.ts';
import { askedLanguage } from '#lib/server/foundation/http/asked-language.ts';
import { requireRound } from '#lib/server/rounds/subject/guard-round.ts';
import { contextOf } from '#lib/server/people/commands/context.ts';
import type { Actions, PageServerLoad } from './$types';

/** The agencies that the viewer may read, by region. */
function groupAgencies(scored: readonly ScoredAssessment[]) {
	const groups = Map.groupBy(scored, ({ region }) => region.code);
	return [...groups.values()].map((members) => ({
		region: members[0]!.region.name,
		agencies: members.map(({ agency }) => agency!)
	}));
}

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const viewer = requireViewer(locals, url);
	const { db, locale } = locals;
	const round = requireRound(db, params.round, locale);
	return {
		language: askedLanguage(url, locale),
		isPublished: round.status === 'published' || round.status === 'closed',
		origin: url.origin,
		jobs: listJobs(db, viewer, round),
		mayRewrite: hasPermission(viewer, 'report.write'),
		unsure: await listUnsureReports(db, viewer, round, Date.now()),
		sessions: hasPermission(viewer, 'plenary.read')
			? listSessions(db, round.id).map(({ id, heldOn }) => ({ id: String(id), heldOn }))
			: [],
		rounds: listRounds(db)
			.filter(({ status }) => status !== 'draft')
			.map(({ code, name, status }) => ({ code, name, status })),
		agencies: groupAgencies(listScored(contextOf(locals, viewer), round, 'agency')),
		regions: listScored(contextOf(locals, viewer), round).map(({ region, result }) => ({
			code: region.code,
			name: region.name,
			status: result.status,
			index: result.index,
			provisional: result.provisional
		}))
	};
};

export const actions: Actions = {
	make: async ({ locals, params, request, url }) => {
		const viewer = requireViewer(locals, url);
		const { db, dataDir, locale } = locals;
		const round = requireRound(db, params.round, locale);
		const form = await request.formData();
		const refuse = (status: number, field: 'what' | 'format' | 'unitCost' | null, refusal: string) =>
			fail(status, { refusal, field, typed: readTyped(form) });
		const wanted = readJobRequest(form);
		if (wanted === 'what') return refuse(400, 'what', say(locale).documents_malformed({}));
		if (wanted === 'unitCost') return refuse(400, 'unitCost', say(locale).documents_unit_cost_refused({}));
		const started = startJob({ db, actor: viewer, now: Date.now() }, round, wanted, url.origin);
		if (started.kind === 'forbidden') return refuse(403, 'what', say(locale).documents_forbidden({}));
		if (started.kind === 'missing') return refuse(404, 'what', say(locale).documents_missing({}));
		if (started.kind === 'pdf_only') return refuse(400, 'format', say(locale).documents_pdf_only({}));
		if (started.kind === 'busy') return refuse(429, null, say(locale).documents_busy({}));
		void runJobs(db, dataDir);
		redirect(303, `${url.pathname}#dokumen`);
	},
	cancel: async ({ locals, request, url }) => {
		const viewer = requireViewer(locals, url);
		cancelJob(locals.db, viewer, String((await request.formData()).get('id') ?? ''), Date.now());
		redirect(303, `${url.pathname}#dokumen`);
	}
};
