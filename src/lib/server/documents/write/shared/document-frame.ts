import { joinNames } from '#lib/domain/analysis/join-names.ts';
import { ranking } from '#lib/domain/analysis/ranking.ts';
import type { Instrument, Text } from '#lib/domain/instrument/types.ts';
import type { Plan } from '#lib/domain/planning/types.ts';
import { formatIndex } from '#lib/domain/scoring/format-index.ts';
import { m } from '#lib/paraglide/messages.js';
import { meaningOf } from '#lib/words/class-meaning.ts';
import { foreword } from './foreword.ts';
import { layoutOf } from '#lib/domain/document/report-options.ts';
import { introduction } from './introduction.ts';
import { dateParts, formatCount, formatDate, formatShare } from '../number-format.ts';
import { passage } from './passages.ts';
import { emblemFile, type OfficialAnswer, type ReportBasis } from '../types.ts';
import { EMBLEM_PLACES, type ReportLocale } from '#lib/domain/document/kinds.ts';

/** Title page, running lines, method and approval: what both templates print around their own chapters. What the approval
 *  page says of the document itself is no passage: nobody rewrites it.
 *  @param subject whom the report is about; `marked` its region code, set off on the cover
 *  @param own official answers and plan of that region */
export function documentFrame(
	basis: ReportBasis,
	locale: ReportLocale,
	subject: string,
	marked: string | null,
	own: { official: Record<string, OfficialAnswer>; plan: Plan | null } | null = null
) {
	const o = { locale };
	const { instrument, round } = basis;
	const ofAgency = instrument.unit === 'agency';
	const name = instrument.name[locale];
	const instrumentLine = `${name} (${instrument.code.toUpperCase()}) ${m.report_version({}, o)} ${instrument.version}`;
	const date = formatDate(basis.now, locale);
	const adoption = adoptionSentence(basis, locale);
	const state = basis.state === 'final' ? m.report_state_final({}, o) : m.report_state_draft({}, o);
	return {
		lang: locale,
		region: locale === 'id' ? 'ID' : 'GB',
		app: m.report_app({}, o),
		title: `${m.report_kicker({}, o)} ${name}: ${subject}, ${round.name}`,
		date: dateParts(basis.now),
		state: state.toLocaleUpperCase(locale),
		sample: round.sample ? m.report_sample({}, o).toLocaleUpperCase(locale) : null,
		'document-number': basis.documentNumber,
		...layoutOf(basis),
		running: { left: `${name} · ${subject}`, right: round.name },
		cover: {
			kicker: m.report_kicker({}, o),
			subject,
			instrument: name,
			round: round.name,
			emblems: Object.fromEntries(
				EMBLEM_PLACES.map((place) => {
					const emblem = basis.emblems?.[place];
					return [place, emblem ? emblemFile(place, emblem) : null];
				})
			),
			tiles: coverTiles(basis, marked),
			facts: [
				{ label: m.report_document_number({}, o), value: basis.documentNumber },
				{ label: m.report_printed_on({}, o), value: date },
				{
					label: m.report_data_state({}, o),
					value: basis.round.sample ? `${state}, ${m.report_sample({}, o)}` : state
				},
				{ label: m.report_instrument({}, o), value: `${instrumentLine}, ${adoptionWord(basis, locale)}` }
			]
		},
		labels: labels(locale),
		foreword: foreword(basis, locale, own && { name: subject, official: own.official }),
		introduction: introduction(
			basis,
			locale,
			adoption,
			own && marked !== null ? { name: subject, code: marked, plan: own.plan } : null
		),
		method: method(basis, locale),
		approval: {
			paragraphs: [
				adoption,
				approvalOf(basis, date, locale),
				...(round.sample ? [ofAgency ? m.report_approval_sample_agency({}, o) : m.report_approval_sample({}, o)] : []),
				m.report_approval_number({ number: basis.documentNumber }, o)
			],
			signers: ofAgency
				? [m.report_signer_assessor({}, o), m.report_signer_agency({ agency: subject }, o)]
				: [m.report_signer_government({}, o), m.report_signer_assessor({}, o)]
		}
	};
}

/** What the signatures stand under. A result that is final may be printed as a draft: nothing is foretold then. An agency is
 *  no matter of the plenary. */
function approvalOf({ instrument, state, options }: ReportBasis, date: string, locale: ReportLocale): string {
	const o = { locale };
	const ofAgency = instrument.unit === 'agency';
	if (state === 'final')
		return ofAgency ? m.report_approval_final_agency({ date }, o) : m.report_approval_final({ date }, o);
	if (options?.asDraft) return m.report_approval_as_draft({ date }, o);
	return ofAgency ? m.report_approval_draft_agency({ date }, o) : m.report_approval_draft({ date }, o);
}

/** Place of a class on the scale of four colours and marks, 0 = furthest behind, 3 = ready; null = no class. */
export function classTone(basis: Pick<ReportBasis, 'instrument'>, code: string | null): number | null {
	const { classes } = basis.instrument;
	const position = classes.findIndex((candidate) => candidate.code === code);
	if (position < 0) return null;
	return classes.length === 1 ? 3 : Math.round(((classes.length - 1 - position) / (classes.length - 1)) * 3);
}

/** Name of a party without what stands in brackets, for narrow columns; the code itself when the instrument names none. */
export function partyName(parties: Record<string, Text>, code: string, locale: ReportLocale): string {
	return parties[code]?.[locale].replace(/\s*\([^)]*\)/, '') ?? code;
}

/** Best first, those without an index last. */
export function ranked(basis: ReportBasis) {
	return ranking(basis.results);
}

/** In the report of one region the others stay quiet: their results are not its subject. An agency has no place on the map. */
function coverTiles({ instrument, results }: ReportBasis, marked: string | null) {
	if (instrument.unit === 'agency') return [];
	return results.flatMap(({ region, score }) =>
		region.tile
			? [
					{
						...region.tile,
						on: region.code === marked,
						quiet: marked !== null && region.code !== marked,
						tone: classTone({ instrument }, score.readinessClass)
					}
				]
			: []
	);
}

function adoptionWord({ adoption }: ReportBasis, locale: ReportLocale): string {
	return adoption ? m.report_adopted({}, { locale }) : m.report_instrument_draft({}, { locale });
}

function adoptionSentence({ adoption, instrument }: ReportBasis, locale: ReportLocale): string {
	const version = `${instrument.name[locale]} ${instrument.version}`;
	if (!adoption) return m.report_adoption_none({ version }, { locale });
	const date = formatDate(adoption.decreeDate, locale);
	return m.report_adoption_by({ version, by: adoption.adoptedBy, number: adoption.decreeNumber, date }, { locale });
}

function method({ instrument, robustness }: ReportBasis, locale: ReportLocale) {
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

/** Fixed words of the templates. */
function labels(locale: ReportLocale) {
	const o = { locale };
	return {
		contents: m.report_contents({}, o),
		approval_page: m.report_approval_page({}, o),
		foreword: m.report_foreword({}, o),
		list_figures: m.report_list_figures({}, o),
		list_tables: m.report_list_tables({}, o),
		figure: m.report_figure({}, o),
		table: m.report_table({}, o),
		table_domains: m.report_table_domains({}, o),
		table_domain_means: m.report_table_domain_means({}, o),
		table_gates: m.report_table_gates({}, o),
		table_ranking: m.report_table_ranking({}, o),
		table_predicates: m.report_table_predicates({}, o),
		table_types: m.report_table_types({}, o),
		table_bakorwil: m.report_table_bakorwil({}, o),
		table_weakest: m.report_table_weakest({}, o),
		table_levels: m.report_table_levels({}, o),
		table_classes: m.report_table_classes({}, o),
		table_predicate_ranges: m.report_table_predicate_ranges({}, o),
		page: m.report_page({}, o),
		of: m.report_of({}, o),
		method: m.report_method({}, o),
		levels_heading: m.report_levels_heading({}, o),
		classes_heading: m.report_classes_heading({}, o),
		predicates_heading: m.report_predicates_heading({}, o),
		place_date: m.report_place_date({}, o),
		name_nip: m.report_name_nip({}, o),
		summary: m.report_summary({}, o),
		strengths: m.report_strengths({}, o),
		gaps: m.report_gaps({}, o),
		index: m.report_index({}, o),
		predicate: m.report_predicate({}, o),
		next_class: m.report_next_class({}, o),
		position_on_map: m.report_position_on_map({}, o),
		domains: m.report_domains({}, o),
		gates: m.report_gates({}, o),
		indicators: m.report_indicators({}, o),
		gap_analysis: m.report_gap_analysis({}, o),
		now: m.report_now({}, o),
		next: m.report_next({}, o),
		evidence: m.report_evidence({}, o),
		plan: m.report_plan({}, o),
		map: m.report_map({}, o),
		ranking: m.report_ranking({}, o),
		distribution: m.report_distribution({}, o),
		by_class: m.report_by_class({}, o),
		strongest_indicators: m.report_strongest_indicators({}, o),
		weakest_indicators: m.report_weakest_indicators({}, o),
		domain_means: m.report_domain_means({}, o),
		by_predicate: m.report_by_predicate({}, o),
		by_bakorwil: m.report_by_bakorwil({}, o),
		by_type: m.report_by_type({}, o),
		heat: m.report_heat({}, o),
		weakest: m.report_weakest({}, o),
		highest: m.report_highest({}, o),
		lowest: m.report_lowest({}, o),
		provisional_mark: m.report_provisional_mark({}, o),
		regions: m.report_regions({}, o),
		consolidated: m.report_consolidated({}, o),
		instrument_appendix: m.report_instrument_appendix({}, o),
		levels_by_indicator: m.report_levels_by_indicator({}, o),
		first_steps: m.report_first_steps({}, o),
		gate: m.report_gate({}, o),
		weight: m.report_weight({}, o),
		col_level: m.report_col_level({}, o),
		col_name: m.report_col_name({}, o),
		col_meaning: m.report_col_meaning({}, o),
		col_class: m.report_col_class({}, o),
		col_min_index: m.report_col_min_index({}, o),
		col_min_gate: m.report_col_min_gate({}, o),
		col_predicate: m.report_predicate({}, o),
		col_median: m.report_col_median({}, o),
		col_band: m.report_col_band({}, o),
		col_rank_group: m.report_col_rank_group({}, o),
		col_index: m.report_index({}, o),
		col_code: m.report_col_code({}, o),
		col_domain: m.report_col_domain({}, o),
		col_weight: m.report_weight({}, o),
		col_mean: m.report_col_mean({}, o),
		col_difference: m.report_col_difference({}, o),
		col_contribution: m.report_col_contribution({}, o),
		col_indicator: m.report_col_indicator({}, o),
		col_self: m.report_col_self({}, o),
		col_justification: m.report_col_justification({}, o),
		col_gain: m.report_col_gain({}, o),
		col_step: m.report_col_step({}, o),
		col_who: m.report_col_who({}, o),
		col_effort: m.report_col_effort({}, o),
		col_time: m.report_col_time({}, o),
		col_output: m.report_col_output({}, o),
		col_rank: m.report_col_rank({}, o),
		col_region: m.report_col_region({}, o),
		col_change: m.report_col_change({}, o),
		col_group: m.report_col_group({}, o),
		col_count: m.report_col_count({}, o),
		col_share: m.report_col_share({}, o),
		col_min: m.report_col_min({}, o),
		col_max: m.report_col_max({}, o),
		col_kabupaten: m.report_col_kabupaten({}, o),
		col_kota: m.report_col_kota({}, o),
		col_regions: m.report_col_regions({}, o),
		col_low: m.report_col_low({}, o),
		col_criteria: m.report_col_criteria({}, o)
	};
}
