import type { EvidenceFault } from '#lib/domain/evidence/evidence-input.ts';
import type { Locale } from '#lib/domain/locale.ts';
import type { EvidenceSettings } from '#lib/domain/evidence/evidence-settings.ts';
import type { Finding } from '#lib/domain/evidence/personal-data.ts';
import { say } from '#lib/words/say.ts';
import { contactOffice } from '#lib/words/province.ts';
import type { AddResult } from './add-evidence.ts';
import type { ChangeResult } from './change-evidence.ts';
import type { FileFault } from '#lib/server/foundation/files/opened-file.ts';

/** The reason why a file is not taken, with the remedy, as a sentence. */
export function describeFileFault(
	fault: FileFault | 'too_many',
	name: string,
	{ megabytes, types }: EvidenceSettings,
	locale: Locale
): string {
	return say(locale)[`evidence_fault_${fault}`]({ name, megabytes, types: describeTypes(types, locale) });
}

/** Accepted types as a list of words. */
export function describeTypes(types: EvidenceSettings['types'], locale: Locale): string {
	return types.map((type) => say(locale)[`evidence_type_${type}`]({})).join(', ');
}

/** Suspected personal data, masked, as a list of words. */
export function describeFindings(findings: readonly Finding[], locale: Locale): string {
	return findings
		.map(({ kind, masked, count, place }) => {
			const what = say(locale)[`evidence_personal_${kind}`]({ masked, count });
			const all = count > 1 && kind !== 'phones' ? say(locale).evidence_personal_more({ what, n: count - 1 }) : what;
			if (place === '') return all;
			return /^\d+$/.test(place)
				? say(locale).evidence_personal_page({ what: all, page: place })
				: say(locale).evidence_personal_sheet({ what: all, sheet: place });
		})
		.join('; ');
}

const INPUT_FAULTS: readonly EvidenceFault[] = [
	'title_missing',
	'title_long',
	'kind_unknown',
	'document_date',
	'valid_until',
	'valid_before_document',
	'place_long',
	'url_invalid',
	'url_credentials'
];

/** The sentence of a fault that a schema names; other messages of a schema are sentences already. */
export function describeInputFault(message: string, locale: Locale): string {
	const fault = INPUT_FAULTS.find((known) => known === message);
	return fault ? say(locale)[`evidence_input_${fault}`]({}) : message;
}

/** The reason why an addition or a change was not made, as a sentence with its HTTP status. */
export function describeRefusal(
	result: Exclude<AddResult | ChangeResult, { kind: 'added' | 'changed' | 'refused' | 'personal_data' }>,
	locale: Locale
): { status: number; sentence: string } {
	switch (result.kind) {
		case 'missing':
			return { status: 404, sentence: say(locale).evidence_missing({}) };
		case 'forbidden':
			return { status: 403, sentence: say(locale).error_forbidden({ contact: contactOffice(locale) }) };
		case 'settled':
			return { status: 409, sentence: say(locale).evidence_settled({}) };
		case 'locked': {
			const status = say(locale)[`status_${result.status}`]({});
			return { status: 409, sentence: say(locale).evidence_locked({ status }) };
		}
		case 'invalid':
			return { status: 422, sentence: say(locale)[`evidence_invalid_${result.fault}`]({}) };
	}
}
