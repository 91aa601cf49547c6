import type { Fault, FaultCode, FaultParams } from '#lib/domain/instrument/fault.ts';
import type { Locale } from '#lib/domain/locale.ts';
import { m } from '#lib/paraglide/messages.js';
import { say } from '#lib/words/say.ts';
import { describeTextFault } from '#lib/words/text-fault.ts';

type Sentence<Params> = (params: Params, options: { locale: Locale }) => string;

const sentences: { [Code in FaultCode]: Sentence<FaultParams[Code]> } = {
	yaml_syntax: m.cli_fault_yaml_syntax,
	file_missing: m.cli_fault_file_missing,
	file_unreadable: ({ fault }, { locale }) => describeTextFault(fault, locale),
	key_unknown: m.cli_fault_key_unknown,
	key_missing: m.cli_fault_key_missing,
	key_twice: m.cli_fault_key_twice,
	not_text: m.cli_fault_not_text,
	not_texts: m.cli_fault_not_texts,
	not_number: m.cli_fault_not_number,
	not_flag: m.cli_fault_not_flag,
	not_list: m.cli_fault_not_list,
	not_map: m.cli_fault_not_map,
	translation_missing: m.cli_fault_translation_missing,
	list_empty: m.cli_fault_list_empty,
	code_form: m.cli_fault_code_form,
	code_twice: m.cli_fault_code_twice,
	unit_unknown: m.cli_fault_unit_unknown,
	weight_not_positive: m.cli_fault_weight_not_positive,
	number_negative: m.cli_fault_number_negative,
	number_too_large: m.cli_fault_number_too_large,
	number_digits: m.cli_fault_number_digits,
	levels_not_consecutive: m.cli_fault_levels_not_consecutive,
	level_missing: m.cli_fault_level_missing,
	level_unknown: m.cli_fault_level_unknown,
	action_level_unknown: m.cli_fault_action_level_unknown,
	not_descending: m.cli_fault_not_descending,
	indicators_and_aspects: m.cli_fault_indicators_and_aspects,
	party_unknown: m.cli_fault_party_unknown,
	dependency_form: m.cli_fault_dependency_form,
	dependency_indicator_unknown: m.cli_fault_dependency_indicator_unknown,
	dependency_level_unknown: m.cli_fault_dependency_level_unknown,
	dependency_cycle: m.cli_fault_dependency_cycle
};

/** A fault as one sentence in the language asked for, without its place. */
export function describeFault(fault: Fault, locale: Locale): string {
	const { params } = fault;
	// A part without a name of its own (the whole file, a whole indicator) still needs to be called something.
	const named = 'key' in params && params.key === '' ? { ...params, key: say(locale).cli_fault_this_part({}) } : params;
	return (sentences[fault.code] as Sentence<typeof params>)(named, { locale });
}

/** A fault as one line for a terminal or a list: `A.yaml:12 A1: …`. */
export function faultLine(fault: Fault, locale: Locale): string {
	const place = `${fault.file}:${fault.line}`;
	return `${fault.indicator === null ? place : `${place} ${fault.indicator}`}: ${describeFault(fault, locale)}`;
}
