import type { Locale } from '#lib/domain/locale.ts';
import { formatDate } from '#lib/words/format-date.ts';
import { formatMoment } from '#lib/words/format-moment.ts';
import type {
	ClarificationMessageKind,
	ClarificationRefusal as MachineRefusal
} from '#lib/domain/workflow/clarification-machine.ts';
import { MESSAGE_MAX } from '#lib/domain/workflow/limits.ts';
import type { AssessmentStatus } from '#lib/domain/workflow/types.ts';
import { say } from '#lib/words/say.ts';
import type { Invalid, Refused } from '#lib/server/people/commands/refusal.ts';

/** A fault of a message in itself: a message key's ending, with the field that it belongs to. */
export type ClarificationFault =
	| { code: 'unknown_indicator'; field: 'indicator' }
	| { code: 'clarification_body_missing' | 'clarification_body_long'; field: 'body' }
	| { code: 'clarification_due'; field: 'dueOn'; first: string; last: string }
	| { code: 'request_id_reused'; field: 'requestId' };

/** The reason why a question or a step is not possible now; a message key's ending. */
type Refusal = Exclude<MachineRefusal, 'clarification_body_missing'> | 'clarification_not_yet' | 'round_not_open';

export type ClarificationResult =
	/** `id`: that of the thread. */
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
			return say(locale).error_clarification_due({
				first: formatDate(fault.first, locale),
				last: formatDate(fault.last, locale)
			});
		case 'clarification_body_long':
			return say(locale).error_clarification_body_long({ max: MESSAGE_MAX });
		default:
			return say(locale)[`error_${fault.code}`]({ indicator });
	}
}

/** A refusal as a sentence that says what to do. */
export function describeRefused(refusal: Refusal, status: AssessmentStatus, locale: Locale): string {
	return say(locale)[`error_${refusal}`]({ status: say(locale)[`status_${status}`]({}) });
}

/** The news that somebody else wrote in the thread meanwhile, as a sentence with person, step and time. */
export function describeOvertakenThread(
	{ kind, by, at }: { kind: ClarificationMessageKind; by: string; at: number },
	locale: Locale
): string {
	return say(locale).error_overtaken({
		who: by,
		step: say(locale)[`clarification_kind_${kind}`]({}),
		at: formatMoment(at, locale)
	});
}
