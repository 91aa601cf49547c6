import type { TextFault } from '#lib/domain/tables/decode-text.ts';

/** Parameters of each kind of fault beside its place; the sentences are in messages/{id,en}/cli.json (`cli_fault_…`).
 *  `key` is the path to the place inside the indicator (or domain, or header): `levels.3.criteria`. */
export interface FaultParams {
	/** `detail` is the YAML parser's own sentence, in English. */
	yaml_syntax: { detail: string };
	file_missing: { name: string };
	file_unreadable: { fault: TextFault };
	key_unknown: { key: string };
	key_missing: { key: string };
	key_twice: { key: string };
	not_text: { key: string };
	not_texts: { key: string };
	not_number: { key: string };
	not_flag: { key: string };
	not_list: { key: string };
	not_map: { key: string };
	translation_missing: { key: string; language: string };
	list_empty: { key: string };
	code_form: { key: string; value: string };
	/** `first` is the place at which the code stands for the first time, `file:line`. */
	code_twice: { value: string; first: string };
	unit_unknown: { value: string };
	weight_not_positive: { key: string; value: string };
	number_negative: { key: string; value: string };
	number_too_large: { key: string; value: string };
	number_digits: { key: string; value: string };
	levels_not_consecutive: { key: string };
	level_missing: { level: string };
	level_unknown: { key: string; level: string; from: string; to: string };
	action_level_unknown: { level: string; from: string; to: string };
	not_descending: { key: string };
	indicators_and_aspects: { key: string };
	party_unknown: { key: string; party: string };
	dependency_form: { value: string };
	dependency_indicator_unknown: { value: string; code: string };
	dependency_level_unknown: { value: string; from: string; to: string };
	/** `chain` shows the steps that lead back to the first: `A1@2 ← A2@3 ← A1@2`. */
	dependency_cycle: { chain: string };
}

export type FaultCode = keyof FaultParams;

/** One fault of an instrument's files. */
export type Fault = {
	[Code in FaultCode]: {
		file: string;
		/** Line, from 1. */
		line: number;
		/** Code of the indicator at fault; null = in the header, a domain or an aspect. */
		indicator: string | null;
		code: Code;
		params: FaultParams[Code];
	};
}[FaultCode];
