import type { AnswerContent } from '#lib/domain/workflow/answer-content.ts';

/** Answer that a person chose or typed in the plain form before our code took the page over, which would put back the
 *  server's. Null when there was none, on the server, and once the page is live: the form is another page's then. */
export function typedBefore(code: string): Partial<AnswerContent> | null {
	if (typeof document === 'undefined' || 'live' in document.documentElement.dataset) return null;
	const form = document.getElementById(code)?.querySelector('form');
	if (!form) return null;
	const radio = [...form.querySelectorAll<HTMLInputElement>('input[name="level"]')].find(
		({ checked, defaultChecked }) => checked && !defaultChecked
	);
	const written = (name: string) => {
		const box = form.querySelector<HTMLTextAreaElement>(`textarea[name="${name}"]`);
		return box && box.value !== box.defaultValue ? box.value : undefined;
	};
	const reason = form.querySelector<HTMLSelectElement>('select[name="changeReason"]');
	const chosen = reason && [...reason.options].find(({ selected, defaultSelected }) => selected && !defaultSelected);
	const typed = {
		justification: written('justification'),
		evidenceWaiver: written('evidenceWaiver'),
		changeNote: written('changeNote'),
		...(radio && {
			level: radio.value === 'na' ? null : Number(radio.value),
			notApplicable: radio.value === 'na'
		}),
		...(chosen?.value && { changeReason: chosen.value as AnswerContent['changeReason'] })
	};
	const known = Object.entries(typed).filter(([, value]) => value !== undefined);
	return known.length > 0 ? Object.fromEntries(known) : null;
}
