import { error } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { requireViewer } from '#lib/server/people/auth/require.ts';
import { countMarks, filterEvidence, readEvidenceFilter } from '#lib/server/fieldwork/evidence/evidence-page.ts';
import { readEvidencePanel } from '#lib/server/fieldwork/evidence/evidence-panel.ts';
import { savePlainEvidence } from '#lib/server/fieldwork/evidence/plain-evidence.ts';
import { requireAssessment, subjectKey } from '#lib/server/rounds/subject/subject.ts';
import { contextOf } from '#lib/server/people/commands/context.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) => {
	const { db, locale } = locals;
	const viewer = requireViewer(locals, url);
	const assessment = requireAssessment(contextOf(locals, viewer), params);
	const { name } = assessment.agency ?? assessment.region;
	const panel =
		readEvidencePanel(db, viewer, assessment, { now: Date.now(), locale }) ??
		error(403, m.evidence_forbidden({ name }));
	const filter = readEvidenceFilter(url.searchParams);
	const shown = filterEvidence(panel.pieces, filter).map(({ id }) => id);
	return { name, panel, filter, shown, marks: countMarks(panel.pieces) };
};

export const actions: Actions = {
	evidence: async ({ locals, params, request, url }) => {
		const viewer = requireViewer(locals, url);
		const key = subjectKey(locals, params);
		return savePlainEvidence({ locals, viewer, now: Date.now() }, key, await request.formData());
	}
};
