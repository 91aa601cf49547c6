import type { EvidenceFault } from '#lib/domain/evidence/evidence-input.ts';
import type { EvidenceSettings } from '#lib/domain/evidence/evidence-settings.ts';
import type { Finding } from '#lib/domain/evidence/personal-data.ts';
import { m } from '#lib/paraglide/messages.js';
import { contactOffice } from '#lib/words/province.ts';
import type { AddResult } from './add-evidence.ts';
import type { ChangeResult } from './change-evidence.ts';
import type { FileFault } from '#lib/server/foundation/files/opened-file.ts';

type Locale = 'id' | 'en';

/** Why a file is not taken, with what to do. */
export function describeFileFault(
	fault: FileFault | 'too_many',
	name: string,
	{ megabytes, types }: EvidenceSettings,
	locale: Locale
): string {
	return m[`evidence_fault_${fault}`]({ name, megabytes, types: describeTypes(types, locale) }, { locale });
}

/** Accepted types as a list of words. */
export function describeTypes(types: EvidenceSettings['types'], locale: Locale): string {
	return types.map((type) => m[`evidence_type_${type}`]({}, { locale })).join(', ');
}

/** What looks like personal data, masked, as a list of words. */
export function describeFindings(findings: readonly Finding[], locale: Locale): string {
	return findings
		.map(({ kind, masked, count, place }) => {
			const what = m[`evidence_personal_${kind}`]({ masked, count }, { locale });
			const all = count > 1 && kind !== 'phones' ? m.evidence_personal_more({ what, n: count - 1 }, { locale }) : what;
			if (place === '') return all;
			return /^\d+$/.test(place)
				? m.evidence_personal_page({ what: all, page: place }, { locale })
				: m.evidence_personal_sheet({ what: all, sheet: place }, { locale });
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
	return fault ? m[`evidence_input_${fault}`]({}, { locale }) : message;
}

/** Why an addition or a change was not made, with the HTTP status that says so. */
export function describeRefusal(
	result: Exclude<AddResult | ChangeResult, { kind: 'added' | 'changed' | 'refused' | 'personal_data' }>,
	locale: Locale
): { status: number; sentence: string } {
	switch (result.kind) {
		case 'missing':
			return { status: 404, sentence: m.evidence_missing({}, { locale }) };
		case 'forbidden':
			return { status: 403, sentence: m.error_forbidden({ contact: contactOffice(locale) }, { locale }) };
		case 'settled':
			return { status: 409, sentence: m.evidence_settled({}, { locale }) };
		case 'locked': {
			const status = m[`status_${result.status}`]({}, { locale });
			return { status: 409, sentence: m.evidence_locked({ status }, { locale }) };
		}
		case 'invalid':
			return { status: 422, sentence: m[`evidence_invalid_${result.fault}`]({}, { locale }) };
	}
}
