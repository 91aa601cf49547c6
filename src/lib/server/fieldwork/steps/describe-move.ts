import type { Locale } from '#lib/domain/locale.ts';
import { formatMoment } from '#lib/words/format-moment.ts';
import type { Refusal } from '#lib/domain/workflow/assessment-machine.ts';
import type { AssessmentStatus } from '#lib/domain/workflow/types.ts';
import { say } from '#lib/words/say.ts';
import type { TakenStep } from '#lib/server/rounds/assessment/record-step.ts';

/** A refusal of a step as a sentence that says what to do. */
export function describeRefusal(refusal: Refusal, status: AssessmentStatus, locale: Locale): string {
	if (refusal === 'wrong_status')
		return say(locale).error_wrong_status({ status: say(locale)[`status_${status}`]({}) });
	return say(locale)[`error_${refusal}`]({});
}

/** The news that somebody else took a step meanwhile, as a sentence with person, step and time. */
export function describeOvertaken({ step, by, at }: TakenStep, locale: Locale): string {
	return say(locale).error_overtaken({
		step: say(locale)[`step_${step}`]({}),
		who: by ?? say(locale).workflow_system({}),
		at: formatMoment(at, locale)
	});
}
