import { fail } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { readAttendees, SessionInput, type SessionResult } from '#lib/server/fieldwork/plenary/sessions.ts';
import type { Refused } from '#lib/server/people/commands/refusal.ts';

/** Values typed for a session, by field name. */
export type SessionValues = Record<'heldOn' | 'place' | 'chair' | 'number' | 'attendees', string>;

/** Reads the form of a session.
 *  @returns the input, or a sentence for each field at fault */
export function readSessionForm(form: FormData) {
	const text = (name: keyof SessionValues) => {
		const value = form.get(name);
		return typeof value === 'string' ? value : '';
	};
	const values: SessionValues = {
		heldOn: text('heldOn'),
		place: text('place'),
		chair: text('chair'),
		number: text('number'),
		attendees: text('attendees')
	};
	const parsed = SessionInput.safeParse({ ...values, attendees: readAttendees(values.attendees) });
	if (parsed.success) return { values, input: parsed.data, errors: null };
	const sentences = {
		heldOn: m.plenary_invalid_date,
		place: m.plenary_invalid_place,
		chair: m.plenary_invalid_chair,
		number: m.plenary_invalid_number,
		attendees: m.plenary_invalid_attendees
	};
	const fields = [...new Set(parsed.error.issues.map(({ path }) => path[0] as keyof SessionValues))];
	return { values, input: null, errors: Object.fromEntries(fields.map((field) => [field, sentences[field]()])) };
}

/** The answer to a session that was not saved. */
export function refuseSession(
	result: Exclude<SessionResult, { kind: 'saved' } | Refused>,
	values: SessionValues | null
) {
	switch (result.kind) {
		case 'conflict': {
			const { heldOn: date, place, chair, number, attendees } = result.current;
			const told = m.plenary_session_conflict({ date, place, chair, number, n: attendees.length });
			return fail(409, { values, errors: { '': told } as Record<string, string> });
		}
		case 'closed':
		case 'round_over':
		case 'incomplete':
			return fail(409, { values, errors: { '': m[`plenary_session_${result.kind}`]() } as Record<string, string> });
	}
}
