import { z } from 'zod';
import {
	type DocumentSubject,
	factsOf,
	FOLDERS,
	FORMATS,
	KINDS,
	type ReportJobKind
} from '#lib/domain/document/kinds.ts';
import { ALL_SECTIONS, MOST_UNIT_COST, ReportOptionsSchema } from '#lib/domain/document/report-options.ts';
import type { JobRequest } from './start-job.ts';

/** Pattern of a subject behind the kind of its document; null = the whole province, which has no name there. */
const NAMED: Record<DocumentSubject, string | null> = {
	region: '[\\w.]{1,20}',
	agency: '[\\w-]{1,64}',
	session: '\\d{1,9}',
	province: null
};

/** Patterns of one kind in the list of documents: `province`, `region:99.78`, `plan` (of all), `plan:99.78`. */
function choicesOf(kind: ReportJobKind): string[] {
	const { about, whole } = factsOf(kind);
	return [...(whole ? [kind] : []), ...(NAMED[about] ? [`${kind}:${NAMED[about]}`] : [])];
}

const KNOWN = Object.keys({ ...KINDS, ...FOLDERS }) as ReportJobKind[];
const What = z.string().regex(new RegExp(`^(${KNOWN.flatMap(choicesOf).join('|')})$`));

const Form = z.object({
	what: What,
	locale: z.enum(['id', 'en']).catch('id'),
	format: z.enum(FORMATS).default('pdf'),
	options: ReportOptionsSchema
});

/** Reads the form of the reports page: ticked chapters are printed.
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
	if (!read.success) return 'what'; // all other fields are chosen from the page's own offers
	const { what, locale, format, options } = read.data;
	const [kind, subject = ''] = what.split(':') as [JobRequest['kind'], string?];
	const { extras } = factsOf(kind);
	// evidence that is not listed must not stand in the way of who may read the rest
	const printed = { ...options, evidence: options.evidence && extras.includes('evidence') };
	const unitCost = extras.includes('unitCost') ? readUnitCost(form) : null;
	if (unitCost === 'refused') return 'unitCost';
	return { kind, subject, locale, format, options: { ...printed, ...(unitCost !== null && { unitCost }) } };
}

/** Reads the choices and the typed text of that form, so that a refused form can be shown as it was sent. */
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

/** Reads the unit cost that was typed, in whole rupiah, as people write it: `Rp 350.000`, `350,000`, `350.000,-`.
 *  @returns null where none is given */
function readUnitCost(form: FormData): number | null | 'refused' {
	const typed = String(form.get('unitCost') ?? '').trim();
	if (typed === '') return null;
	const amount = typed.replace(/^rp\.?\s*/i, '').replace(/,(-|00)$/, '');
	if (!/^\d{1,3}([., ]?\d{3})*$/.test(amount)) return 'refused';
	const cost = Number(amount.replace(/[., ]/g, ''));
	return cost >= 1 && cost <= MOST_UNIT_COST ? cost : 'refused';
}
