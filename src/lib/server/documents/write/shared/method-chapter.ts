import { joinNames } from '#lib/words/join-names.ts';
import type { Locale } from '#lib/domain/locale.ts';
import { formatIndex } from '#lib/words/format-index.ts';
import { formatCount } from '#lib/words/format-count.ts';
import { formatShare } from '#lib/words/format-share.ts';
import type { Instrument } from '#lib/domain/instrument/types.ts';
import { say } from '#lib/words/say.ts';
import { meaningOf } from '#lib/words/class-meaning.ts';
import { classTone } from './class-tone.ts';
import { passage } from './passages.ts';
import type { ReportBasis } from '../types.ts';

/** Writes the chapter of the method from the instrument: its own description where it has one, scale, gates,
 *  classes, certainty.
 *  @returns paragraphs as passages, and the tables of levels, predicates and classes */
export function method({ instrument, robustness }: ReportBasis, locale: Locale) {
	const indicators = instrument.domains.flatMap((domain) => domain.indicators);
	const number = (value: number) => formatIndex(value, locale);
	const gates = indicators.filter(({ gate }) => gate).map(({ code }) => code);
	const ofAgency = instrument.unit === 'agency';
	const { classes, predicates } = instrument;
	return {
		paragraphs: [
			passage(
				'method.instrument',
				instrument.description?.[locale] ??
					say(locale).report_method_shape({
						domains: say(locale).report_n_domains({ count: instrument.domains.length }),
						indicators: say(locale).report_n_indicators({ count: indicators.length }),
						levels: say(locale).report_n_levels({ count: instrument.levels.length })
					})
			),
			passage('method.index', say(locale).report_method_index({})),
			passage('method.unanswered', say(locale).report_method_unanswered({ half: formatShare(0.5, locale) })),
			passage(
				'method.track',
				ofAgency ? say(locale).report_method_track_agency({}) : say(locale).report_method_track({})
			),
			passage('method.gates', gatesSentence(instrument, gates, locale)),
			...(robustness
				? [
						passage(
							'method.robustness',
							say(locale).report_method_robustness({ runs: formatCount(robustness.runs, locale) })
						)
					]
				: [])
		],
		levels: instrument.levels.map((level) => ({
			level: formatCount(level.level, locale),
			name: level.name[locale],
			meaning: level.meaning[locale]
		})),
		classes: classes.map((item, position) => ({
			tone: classTone({ instrument }, item.code),
			name: item.name[locale],
			index: position === classes.length - 1 ? say(locale).report_otherwise({}) : `≥ ${number(item.minIndex)}`,
			gate: item.minGate === null ? '–' : say(locale).report_level_at_least({ level: item.minGate }),
			meaning: meaningOf(instrument, item, locale)
		})),
		predicates: predicates.map((item, position) => ({
			name: item.name[locale],
			range:
				position === 0
					? `≥ ${number(item.from)}`
					: position === predicates.length - 1
						? `< ${number(predicates[position - 1]!.from)}`
						: say(locale).report_range({ from: number(item.from), below: number(predicates[position - 1]!.from) })
		}))
	};
}

function gatesSentence({ unit, classes }: Instrument, codes: readonly string[], locale: Locale): string {
	const ofAgency = unit === 'agency';
	if (codes.length === 0 || classes.every(({ minGate }) => minGate === null))
		return ofAgency ? say(locale).report_method_no_gates_agency({}) : say(locale).report_method_no_gates({});
	const gates = joinNames(codes, locale);
	return ofAgency ? say(locale).report_method_gates_agency({ gates }) : say(locale).report_method_gates({ gates });
}
