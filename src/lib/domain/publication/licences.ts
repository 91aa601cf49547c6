/** Licences that a publication can be put under, by SPDX identifier, the usual one first. */
export const LICENCES = {
	'CC-BY-4.0': {
		name: 'Creative Commons Atribusi 4.0 (CC BY 4.0)',
		url: 'https://creativecommons.org/licenses/by/4.0/'
	},
	'CC-BY-SA-4.0': {
		name: 'Creative Commons Atribusi-BerbagiSerupa 4.0 (CC BY-SA 4.0)',
		url: 'https://creativecommons.org/licenses/by-sa/4.0/'
	},
	'CC0-1.0': {
		name: 'Creative Commons Nol 1.0 (CC0 1.0)',
		url: 'https://creativecommons.org/publicdomain/zero/1.0/'
	}
} as const;
export type Licence = keyof typeof LICENCES;
export const LICENCE_CODES = Object.keys(LICENCES) as [Licence, ...Licence[]];

/** Open licences as a credit names them: they let others pass boundaries on in changed form, for any purpose. */
const OPEN = /\b(?:CC[ -]?BY(?:[ -](?:SA|IGO))*(?:[ -]?\d(?:\.\d)?)?(?:[ -]IGO)?|CC[ -]?0|ODbL|ODC-By|PDDL)(?![\w-])/i;

/** Finds the open licence that the credit of boundaries names; null where it names none, or one that forbids changed
 *  copies or business. Without it the boundaries may be drawn with their credit, but are not offered as a file. */
export function openLicenceIn(credit: string): string | null {
	if (/\bN[CD]\b/i.test(credit)) return null;
	return OPEN.exec(credit)?.[0] ?? null;
}
