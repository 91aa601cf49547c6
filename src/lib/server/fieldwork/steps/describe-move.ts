import type { Text } from '#lib/domain/instrument/types.ts';
import type { Refusal } from '#lib/domain/workflow/assessment-machine.ts';
import type { AssessmentStatus } from '#lib/domain/workflow/types.ts';
import { m } from '#lib/paraglide/messages.js';
import type { TakenStep } from '#lib/server/rounds/assessment/record-step.ts';

type Locale = keyof Text;

/** Why a step is refused, as a sentence that says what to do. */
export function describeRefusal(refusal: Refusal, status: AssessmentStatus, locale: Locale): string {
	if (refusal === 'wrong_status')
		return m.error_wrong_status({ status: m[`status_${status}`]({}, { locale }) }, { locale });
	return m[`error_${refusal}`]({}, { locale });
}

/** That somebody else took a step meanwhile: who, which, when. */
export function describeOvertaken({ step, by, at }: TakenStep, locale: Locale): string {
	return m.error_overtaken(
		{
			step: m[`step_${step}`]({}, { locale }),
			who: by ?? m.workflow_system({}, { locale }),
			at: new Intl.DateTimeFormat(locale === 'id' ? 'id-ID' : 'en-GB', {
				dateStyle: 'long',
				timeStyle: 'short',
				timeZone: 'Asia/Jakarta'
			}).format(at)
		},
		{ locale }
	);
}
