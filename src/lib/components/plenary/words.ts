import { formatDifference } from '#lib/words/format-index.ts';
import type { AnswerValue } from '#lib/domain/scoring/types.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { NamedItem } from '#lib/server/fieldwork/plenary/agenda-page.ts';

/** A value for a narrow column: `3`, `t.b.` for not applicable, `–` for none. */
export function shortValue(value: AnswerValue): string {
	return value === 'na' ? m.report_na_short() : value === null ? '–' : String(value);
}

/** Change that another view would bring: `indeks +0,12, Belum Siap → Siap`. */
export function effectText({ effect, classChange, predicateChange }: NamedItem): string {
	return [
		m.plenary_effect_index({ change: formatDifference(effect.index, 0, getLocale()) }),
		...(classChange ? [m.plenary_effect_change(classChange)] : []),
		...(predicateChange ? [m.plenary_effect_change(predicateChange)] : [])
	].join(', ');
}

/** Reasons why an item is discussed, in words. */
export function causesText({ causes, kind }: NamedItem): string {
	const words = causes.map((cause) => m[`plenary_cause_${cause}`]());
	return (kind === 'added' && causes.length === 0 ? [m.plenary_cause_added()] : words).join(', ');
}
