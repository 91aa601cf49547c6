import { z } from 'zod';
import { ALL_SECTIONS, ReportOptionsSchema } from '../reports/report-options.ts';
import type { JobRequest } from './start-job.ts';

/** What stands in the list of documents: `province`, `regions`, `region:35.78`, `minutes:3`. */
const What = z.string().regex(/^(province|regions|region:[\w.]{1,20}|minutes:\d{1,9})$/);

const Form = z.object({
	what: What,
	locale: z.enum(['id', 'en']).catch('id'),
	options: ReportOptionsSchema
});

/** Reads the form of the reports page: what is ticked is printed.
 *  @returns null when it cannot be read */
export function readJobRequest(form: FormData): JobRequest | null {
	const ticked = new Set(form.getAll('section').map(String));
	const read = Form.safeParse({
		what: form.get('what'),
		locale: form.get('locale'),
		options: {
			paper: form.get('paper') ?? undefined,
			// a form without the list of chapters wants them all
			without: form.has('sections') ? ALL_SECTIONS.filter((section) => !ticked.has(section)) : [],
			justifications: !form.has('sections') || ticked.has('justifications'),
			evidence: !form.has('sections') || ticked.has('evidence'),
			asDraft: form.has('asDraft')
		}
	});
	if (!read.success) return null;
	const { what, locale, options } = read.data;
	const [kind, subject = ''] = what.split(':') as [JobRequest['kind'], string?];
	return { kind, subject, locale, options };
}
