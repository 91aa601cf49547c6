import { ranking } from '#lib/domain/analysis/ranking.ts';
import { EMBLEM_PLACES, type ReportLocale } from '#lib/domain/document/kinds.ts';
import { layoutOf } from '#lib/domain/document/report-options.ts';
import type { Plan } from '#lib/domain/planning/types.ts';
import { m } from '#lib/paraglide/messages.js';
import { classTone } from './class-tone.ts';
import { foreword } from './foreword.ts';
import { introduction } from './introduction.ts';
import { labels } from './labels.ts';
import { method } from './method-chapter.ts';
import { dateParts, formatDate } from '../number-format.ts';
import { emblemFile, type OfficialAnswer, type ReportBasis } from '../types.ts';

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
				: [basis.province.signer[locale], m.report_signer_assessor({}, o)]
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
