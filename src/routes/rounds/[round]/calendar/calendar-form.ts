import { z } from 'zod';
import { MILESTONE_KINDS, milestoneBounds, type Span } from '#lib/domain/calendar/milestones.ts';
import { VISIT_STATES } from '#lib/domain/calendar/visits.ts';
import { formatDate } from '#lib/words/format-date.ts';
import { m } from '#lib/paraglide/messages.js';
import type { MilestoneSaved } from '#lib/server/fieldwork/calendar/manage-milestones.ts';
import type { VisitSaved } from '#lib/server/fieldwork/calendar/manage-visits.ts';

const text = (max: number, error: () => string) => z.string().trim().max(max, { error }).default('');
const date = z.iso.date({ error: () => m.calendar_error_date() });
/** Id and revision of the changed entry; empty = a new one. */
const seen = { id: z.string().default(''), revision: z.coerce.number().int().default(0) };

/** A milestone as its form sends it. */
export const MilestoneForm = z.object({
	...seen,
	kind: z.enum(MILESTONE_KINDS, { error: () => m.calendar_error_kind() }),
	title: text(120, () => m.calendar_error_title_long()),
	startsOn: date,
	endsOn: date,
	place: text(160, () => m.calendar_error_place_long())
});

/** A visit as its form sends it. */
export const VisitForm = z.object({
	...seen,
	regionCode: z.string({ error: () => m.calendar_error_region() }).min(1, { error: () => m.calendar_error_region() }),
	userId: z.string().default(''),
	visitOn: date,
	place: text(160, () => m.calendar_error_place_long()),
	note: text(2000, () => m.calendar_error_note_long()),
	state: z.enum(VISIT_STATES, { error: () => m.calendar_error_state() })
});

type Faulty = Extract<MilestoneSaved | VisitSaved, { kind: 'invalid' }>;

/** The sentence beside the field at fault. */
export function faultSentence(result: Faulty, round: Span): Record<string, string> {
	const sentences: Record<Faulty['fault'], () => string> = {
		title_missing: () => m.calendar_error_title_missing(),
		ends_before_start: () => m.calendar_error_ends_before_start(),
		outside_round: () => m.calendar_error_outside_bounds(shown(boundsOf(result.field, round))),
		not_held_yet: () => m.calendar_error_not_held_yet(),
		region_unknown: () => m.calendar_error_region(),
		assessor_unknown: () => m.calendar_error_assessor()
	};
	return { [result.field]: sentences[result.fault]() };
}

/** A visit lies inside the round, a milestone may lie around it. */
function boundsOf(field: Faulty['field'], round: Span): Span {
	return field === 'visitOn' ? round : milestoneBounds(round);
}

function shown({ startsOn, endsOn }: Span): { from: string; to: string } {
	return { from: formatDate(startsOn), to: formatDate(endsOn) };
}
