import { fail } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { requirePermission } from '#lib/server/people/auth/require.ts';
import { EXPORT_COLUMNS } from '#lib/server/public/exchange/columns.ts';
import { importAnswers } from '#lib/server/public/exchange/import-answers.ts';
import { describeImportFault } from '#lib/server/public/exchange/import-fault.ts';
import { listRoundSummaries } from '#lib/server/public/life/manage-round.ts';
import { contextOf } from '#lib/server/people/commands/context.ts';
import { unlessRefused } from '#lib/server/people/commands/answer-form.ts';
import { refuse } from '../read-form.ts';
import type { Actions, PageServerLoad } from './$types';

/** A whole round of all regions and agencies is about 5 MB. */
const MAX_BYTES = 15_000_000;
/** Faults listed; the rest is counted: a file with the wrong separator has a fault in every row. */
const MAX_FAULTS_SHOWN = 200;

export const load: PageServerLoad = ({ locals, url }) => {
	requirePermission(locals, 'answers.import', url);
	const rounds = listRoundSummaries(locals.db).filter(({ status }) => status !== 'draft');
	return {
		rounds: rounds.map(({ code, name, status }) => ({ code, name, status })),
		columns: EXPORT_COLUMNS
	};
};

export const actions: Actions = {
	default: async ({ locals, request, url }) => {
		const viewer = requirePermission(locals, 'answers.import', url);
		const form = await request.formData();
		const round = String(form.get('round') ?? '');
		const file = form.get('answers');
		const values = { round };
		if (!(file instanceof File) || file.size === 0) return refuse('import', values, { answers: m.admin_error_file() });
		if (file.size > MAX_BYTES) return refuse('import', values, { answers: m.admin_error_file_large() }, 413);
		const done = importAnswers(contextOf(locals, viewer), round, new Uint8Array(await file.arrayBuffer()));
		if (done.kind === 'missing') return refuse('import', values, { round: m.admin_error_choose_round() });
		const result = unlessRefused(done, locals.locale);
		switch (result.kind) {
			case 'imported':
				return { imported: { written: result.written, unchanged: result.unchanged, codePage: result.codePage }, round };
			case 'rejected': {
				const faults = result.faults.slice(0, MAX_FAULTS_SHOWN).map((fault) => ({
					line: fault.line,
					column: fault.column,
					sentence: describeImportFault(fault, locals.locale)
				}));
				const errors: Record<string, string> = { answers: m.admin_import_rejected({ n: result.faults.length }) };
				return fail(400, { form: 'import', values, errors, faults, more: result.faults.length - faults.length });
			}
			case 'round_closed':
				return refuse('import', values, { round: m.admin_error_import_round() }, 409);
		}
	}
};
