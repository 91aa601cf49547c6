import { z } from 'zod';
import type { Locale } from '#lib/domain/locale.ts';
import { lastDay } from '#lib/domain/workflow/round-machine.ts';
import { m } from '#lib/paraglide/messages.js';
import type { RoundFault } from '#lib/server/public/life/manage-round.ts';
import type { StoredInstrument } from '#lib/server/rounds/instruments/stored-instruments.ts';

function required(error: () => string, max: number) {
	return z.string({ error }).trim().min(1, { error }).max(max, { error });
}

/** A round as its form sends it; an empty last day stands for thirteen weeks. */
export const RoundForm = z
	.object({
		// The code stands in addresses; `new` is the address of this form.
		code: z
			.string({ error: () => m.admin_error_round_code() })
			.trim()
			.regex(/^(?!new$)[A-Za-z0-9][A-Za-z0-9-]{0,29}$/, { error: () => m.admin_error_round_code() }),
		name: required(() => m.admin_error_round_name(), 120),
		startsOn: z.iso.date({ error: () => m.admin_error_starts() }),
		endsOn: z.literal('').or(z.iso.date()).catch('wrong'),
		instrumentId: z.coerce.number({ error: () => m.admin_error_instrument() }),
		agencyInstrumentId: z
			.string()
			.optional()
			.transform((value) => (value ? Number(value) : null)),
		targetClass: required(() => m.admin_error_class(), 60),
		dailyCapacity: z
			.string({ error: () => m.admin_error_capacity() })
			.transform((value) => Number(value.trim().replace(',', '.')))
			.refine((value) => value > 0 && value <= 1000, { error: () => m.admin_error_capacity() })
	})
	.refine(({ endsOn }) => endsOn !== 'wrong', { path: ['endsOn'], error: () => m.admin_error_ends() })
	.transform((round) => ({ ...round, endsOn: round.endsOn || lastDay(round.startsOn) }));

const FAULTS: Record<RoundFault['fault'], () => string> = {
	code_taken: () => m.admin_error_round_code_taken(),
	ends_before_start: () => m.admin_error_ends_before_start(),
	instrument_unknown: () => m.admin_error_instrument(),
	class_unknown: () => m.admin_error_class()
};

/** The sentence beside the field. */
export function roundErrors({ field, fault }: RoundFault): Record<string, string> {
	return { [field]: FAULTS[fault]() };
}

/** The stored versions as the form offers them, in the language of the page. */
export function instrumentChoices(stored: readonly StoredInstrument[], locale: Locale) {
	return stored.map(({ id, instrument, status }) => {
		const name = `${instrument.name[locale]} ${instrument.version}`;
		const label = `${name} (${status === 'adopted' ? m.admin_status_adopted() : m.admin_status_draft()})`;
		const classes = instrument.classes.map((entry) => ({ code: entry.code, name: entry.name[locale] }));
		return { id, label, unit: instrument.unit, classes };
	});
}
