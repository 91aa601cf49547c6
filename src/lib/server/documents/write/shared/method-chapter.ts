import { joinNames } from '#lib/domain/analysis/join-names.ts';
import type { ReportLocale } from '#lib/domain/document/kinds.ts';
import type { Instrument } from '#lib/domain/instrument/types.ts';
import { formatIndex } from '#lib/domain/scoring/format-index.ts';
import { m } from '#lib/paraglide/messages.js';
import { meaningOf } from '#lib/words/class-meaning.ts';
import { classTone } from './class-tone.ts';
import { formatCount, formatShare } from '../number-format.ts';
import { passage } from './passages.ts';
import type { ReportBasis } from '../types.ts';

export function method({ instrument, robustness }: ReportBasis, locale: ReportLocale) {
	const o = { locale };
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
					m.report_method_shape(
						{
							domains: m.report_n_domains({ count: instrument.domains.length }, o),
							indicators: m.report_n_indicators({ count: indicators.length }, o),
							levels: m.report_n_levels({ count: instrument.levels.length }, o)
						},
						o
					)
			),
			passage('method.index', m.report_method_index({}, o)),
			passage('method.unanswered', m.report_method_unanswered({ half: formatShare(0.5, locale) }, o)),
			passage('method.track', ofAgency ? m.report_method_track_agency({}, o) : m.report_method_track({}, o)),
			passage('method.gates', gatesSentence(instrument, gates, locale)),
			...(robustness
				? [passage('method.robustness', m.report_method_robustness({ runs: formatCount(robustness.runs, locale) }, o))]
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
			index: position === classes.length - 1 ? m.report_otherwise({}, o) : `≥ ${number(item.minIndex)}`,
			gate: item.minGate === null ? '–' : m.report_level_at_least({ level: item.minGate }, o),
			meaning: meaningOf(instrument, item, locale)
		})),
		predicates: predicates.map((item, position) => ({
			name: item.name[locale],
			range:
				position === 0
					? `≥ ${number(item.from)}`
					: position === predicates.length - 1
						? `< ${number(predicates[position - 1]!.from)}`
						: m.report_range({ from: number(item.from), below: number(predicates[position - 1]!.from) }, o)
		}))
	};
}

function gatesSentence({ unit, classes }: Instrument, codes: readonly string[], locale: ReportLocale): string {
	const o = { locale };
	const ofAgency = unit === 'agency';
	if (codes.length === 0 || classes.every(({ minGate }) => minGate === null))
		return ofAgency ? m.report_method_no_gates_agency({}, o) : m.report_method_no_gates({}, o);
	const gates = joinNames(codes, locale);
	return ofAgency ? m.report_method_gates_agency({ gates }, o) : m.report_method_gates({ gates }, o);
}
