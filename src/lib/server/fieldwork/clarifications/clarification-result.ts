import type { Text } from '#lib/domain/instrument/types.ts';
import type {
	ClarificationMessageKind,
	ClarificationRefusal as MachineRefusal
} from '#lib/domain/workflow/clarification-machine.ts';
import { MESSAGE_MAX } from '#lib/domain/workflow/limits.ts';
import type { AssessmentStatus } from '#lib/domain/workflow/types.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Invalid, Refused } from '#lib/server/people/commands/refusal.ts';

type Locale = keyof Text;

/** What is wrong with a message in itself; a message key's ending, with the field it belongs to. */
export type ClarificationFault =
	| { code: 'unknown_indicator'; field: 'indicator' }
	| { code: 'clarification_body_missing' | 'clarification_body_long'; field: 'body' }
	| { code: 'clarification_due'; field: 'dueOn'; first: string; last: string }
	| { code: 'request_id_reused'; field: 'requestId' };

/** Why a question or a step is not possible now; a message key's ending. */
type Refusal = Exclude<MachineRefusal, 'clarification_body_missing'> | 'clarification_not_yet' | 'round_not_open';

export type ClarificationResult =
	/** With the id of the thread. */
	| { kind: 'done'; id: string }
	| Invalid<ClarificationFault>
	| { kind: 'refused'; refusal: Refusal; status: AssessmentStatus }
	/** Somebody else wrote in the thread since; nothing was changed. */
	| { kind: 'overtaken'; last: { kind: ClarificationMessageKind; by: string; at: number } }
	| Refused;

/** A fault as a sentence that names field and remedy. */
export function describeFault(fault: ClarificationFault, indicator: string, locale: Locale): string {
	switch (fault.code) {
		case 'clarification_due':
			return m.error_clarification_due(
				{ first: date(fault.first, locale), last: date(fault.last, locale) },
				{ locale }
			);
		case 'clarification_body_long':
			return m.error_clarification_body_long({ max: MESSAGE_MAX }, { locale });
		default:
			return m[`error_${fault.code}`]({ indicator }, { locale });
	}
}

/** Why it is not possible now, as a sentence that says what to do. */
export function describeRefused(refusal: Refusal, status: AssessmentStatus, locale: Locale): string {
	return m[`error_${refusal}`]({ status: m[`status_${status}`]({}, { locale }) }, { locale });
}

/** That somebody else wrote in the thread meanwhile: who, what, when. */
export function describeOvertakenThread(
	{ kind, by, at }: { kind: ClarificationMessageKind; by: string; at: number },
	locale: Locale
): string {
	const format = new Intl.DateTimeFormat(locale === 'id' ? 'id-ID' : 'en-GB', {
		dateStyle: 'long',
		timeStyle: 'short',
		timeZone: 'Asia/Jakarta'
	});
	return m.error_overtaken(
		{ who: by, step: m[`clarification_kind_${kind}`]({}, { locale }), at: format.format(at) },
		{ locale }
	);
}

function date(iso: string, locale: Locale): string {
	return new Intl.DateTimeFormat(locale === 'id' ? 'id-ID' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
		new Date(iso)
	);
}
