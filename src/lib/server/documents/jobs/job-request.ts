import { z } from 'zod';
import { ALL_SECTIONS, FORMATS, MOST_UNIT_COST, ReportOptionsSchema } from '#lib/domain/document/report-options.ts';
import type { JobRequest } from './start-job.ts';

/** What stands in the list of documents: `province`, `regions`, `region:35.78`, `agency:dinkes-35`, `minutes:3`, `plan` (of
 *  all), `plan:35.78`. */
const What = z
	.string()
	.regex(/^(province|regions|region:[\w.]{1,20}|agency:[\w-]{1,64}|minutes:\d{1,9}|plan(:[\w.]{1,20})?)$/);

const Form = z.object({
	what: What,
	locale: z.enum(['id', 'en']).catch('id'),
	format: z.enum(FORMATS).default('pdf'),
	options: ReportOptionsSchema
});

/** Reads the form of the reports page: what is ticked is printed.
 *  @returns name of the field that cannot be read, where there is one */
export function readJobRequest(form: FormData): JobRequest | 'what' | 'unitCost' {
	const ticked = new Set(form.getAll('section').map(String));
	const read = Form.safeParse({
		what: form.get('what'),
		locale: form.get('locale'),
		format: form.get('format') ?? undefined,
		options: {
			paper: form.get('paper') ?? undefined,
			// a form without the list of chapters wants them all
			without: form.has('sections') ? ALL_SECTIONS.filter((section) => !ticked.has(section)) : [],
			justifications: !form.has('sections') || ticked.has('justifications'),
			evidence: !form.has('sections') || ticked.has('evidence'),
			asDraft: form.has('asDraft')
		}
	});
	if (!read.success) return 'what'; // everything else is chosen from what the page itself offers
	const { what, locale, format, options } = read.data;
	const [kind, subject = ''] = what.split(':') as [JobRequest['kind'], string?];
	if (kind !== 'plan') return { kind, subject, locale, format, options };
	const unitCost = readUnitCost(form);
	if (unitCost === 'refused') return 'unitCost';
	// a plan lists no evidence, so that none of it stands in the way of who may read it
	const ofPlan = { ...options, evidence: false, ...(unitCost !== null && { unitCost }) };
	return { kind, subject, locale, format, options: ofPlan };
}

/** What was chosen and typed in that form, so that one that is refused can be shown as it was sent. */
export function readTyped(form: FormData) {
	const text = (name: string) => String(form.get(name) ?? '').slice(0, 200);
	return {
		what: text('what'),
		locale: text('locale'),
		format: text('format'),
		paper: text('paper'),
		sections: form.getAll('section').map(String),
		unitCost: text('unitCost'),
		asDraft: form.has('asDraft')
	};
}

/** The unit cost that was typed, in whole rupiah, as people write it: `Rp 350.000`, `350,000`, `350.000,-`.
 *  @returns null where none is given */
function readUnitCost(form: FormData): number | null | 'refused' {
	const typed = String(form.get('unitCost') ?? '').trim();
	if (typed === '') return null;
	const amount = typed.replace(/^rp\.?\s*/i, '').replace(/,(-|00)$/, '');
	if (!/^\d{1,3}([., ]?\d{3})*$/.test(amount)) return 'refused';
	const cost = Number(amount.replace(/[., ]/g, ''));
	return cost >= 1 && cost <= MOST_UNIT_COST ? cost : 'refused';
}
