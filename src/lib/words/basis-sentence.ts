import type { Locale } from '#lib/domain/locale.ts';
import type { Basis } from '#lib/domain/workflow/basis.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { joinNames } from './join-names.ts';

const PARTS = ['final', 'assessor', 'self', 'none'] as const;

/** Says what a result rests on, as a list: `22 indikator dinilai asesor dan 18 menurut penilaian sendiri`; empty parts
 *  are left out. */
export function basisSentence(basis: Basis, locale: Locale = getLocale()): string {
	const parts = PARTS.filter((part) => basis[part] > 0);
	return joinNames(
		parts.map((part) => m[`basis_${part}`]({ count: basis[part] }, { locale })),
		locale
	);
}
