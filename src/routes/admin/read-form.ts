import { fail } from '@sveltejs/kit';
import type { z } from 'zod';

/** Answer to a refused form: the values typed, and a sentence for each field at fault ('' = the form). */
interface Refused {
	/** Name of the form on the page. */
	form: string;
	values: Record<string, string>;
	errors: Record<string, string>;
}

/** Checks a form.
 *  @returns the data, or the first fault of each field; `values` in both, for showing the form again */
export function readForm<Schema extends z.ZodType>(
	form: FormData,
	schema: Schema
): { values: Record<string, string> } & (
	{ data: z.output<Schema>; errors: null } | { data: null; errors: Record<string, string> }
) {
	const values: Record<string, string> = {};
	for (const [name, value] of form) if (typeof value === 'string') values[name] = value;
	const parsed = schema.safeParse(values);
	if (parsed.success) return { values, data: parsed.data, errors: null };
	const errors: Record<string, string> = {};
	for (const issue of parsed.error.issues) errors[String(issue.path[0] ?? '')] ??= issue.message;
	return { values, data: null, errors };
}

/** The answer to a form that cannot be taken. */
export function refuse(form: string, values: Record<string, string>, errors: Record<string, string>, status = 400) {
	return fail<Refused>(status, { form, values, errors });
}
