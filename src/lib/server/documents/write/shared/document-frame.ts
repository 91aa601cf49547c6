import { ranking } from '#lib/domain/analysis/ranking.ts';
import { EMBLEM_PLACES } from '#lib/domain/document/kinds.ts';
import { layoutOf } from '#lib/domain/document/report-options.ts';
import type { Plan } from '#lib/domain/planning/types.ts';
import { say } from '#lib/words/say.ts';
import { classTone } from './class-tone.ts';
import { foreword } from './foreword.ts';
import { introduction } from './introduction.ts';
import { labels } from './labels.ts';
import { method } from './method-chapter.ts';
import type { Locale } from '#lib/domain/locale.ts';
import { dateParts } from '#lib/words/local-time.ts';
import { formatDate } from '#lib/words/format-date.ts';
import { emblemFile, type OfficialAnswer, type ReportBasis } from '../types.ts';

interface Framed {
	/** Name of the region, agency or province that the document is about. */
	subject: string;
	/** Code of the region that is set off on the cover. */
	marked: string | null;
	/** Official answers and plan of that region. */
	own?: { official: Record<string, OfficialAnswer>; plan: Plan | null } | null;
}

/** Writes title page, running lines, method and approval, which all templates print around their own chapters.
 *  Sentences of the approval page on the document itself are no passages: nobody rewrites them. */
export function documentFrame(basis: ReportBasis, { subject, marked, own = null }: Framed, locale: Locale) {
	const { instrument, round } = basis;
	const ofAgency = instrument.unit === 'agency';
	const name = instrument.name[locale];
	const instrumentLine = `${name} (${instrument.code.toUpperCase()}) ${say(locale).report_version({})} ${instrument.version}`;
	const date = formatDate(basis.now, locale);
	const adoption = adoptionSentence(basis, locale);
	const state = basis.state === 'final' ? say(locale).report_state_final({}) : say(locale).report_state_draft({});
	return {
		lang: locale,
		region: locale === 'id' ? 'ID' : 'GB',
		app: say(locale).report_app({}),
		title: `${say(locale).report_kicker({})} ${name}: ${subject}, ${round.name}`,
		date: dateParts(Date.parse(basis.now)),
		state: state.toLocaleUpperCase(locale),
		sample: round.sample ? say(locale).report_sample({}).toLocaleUpperCase(locale) : null,
		'document-number': basis.documentNumber,
		...layoutOf(basis),
		running: { left: `${name} · ${subject}`, right: round.name },
		cover: {
			kicker: say(locale).report_kicker({}),
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
				{ label: say(locale).report_document_number({}), value: basis.documentNumber },
				{ label: say(locale).report_printed_on({}), value: date },
				{
					label: say(locale).report_data_state({}),
					value: basis.round.sample ? `${state}, ${say(locale).report_sample({})}` : state
				},
				{ label: say(locale).report_instrument({}), value: `${instrumentLine}, ${adoptionWord(basis, locale)}` }
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
				...(round.sample
					? [ofAgency ? say(locale).report_approval_sample_agency({}) : say(locale).report_approval_sample({})]
					: []),
				say(locale).report_approval_number({ number: basis.documentNumber })
			],
			signers: ofAgency
				? [say(locale).report_signer_assessor({}), say(locale).report_signer_agency({ agency: subject })]
				: [basis.province.signer[locale], say(locale).report_signer_assessor({})]
		}
	};
}

/** Sentence that the signatures stand under. A final result may be printed as a draft: nothing is foretold then. An
 *  agency is no matter of the plenary. */
function approvalOf({ instrument, state, options }: ReportBasis, date: string, locale: Locale): string {
	const ofAgency = instrument.unit === 'agency';
	if (state === 'final')
		return ofAgency ? say(locale).report_approval_final_agency({ date }) : say(locale).report_approval_final({ date });
	if (options?.asDraft) return say(locale).report_approval_as_draft({ date });
	return ofAgency ? say(locale).report_approval_draft_agency({ date }) : say(locale).report_approval_draft({ date });
}

/** Ranks the results, best first; those without an index come last. */
export function ranked(basis: ReportBasis) {
	return ranking(basis.results);
}

/** Tiles of the cover, the other regions quiet in the report of one: their results are not its subject. An agency
 *  has no place on the map. */
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

function adoptionWord({ adoption }: ReportBasis, locale: Locale): string {
	return adoption ? say(locale).report_adopted({}) : say(locale).report_instrument_draft({});
}

function adoptionSentence({ adoption, instrument }: ReportBasis, locale: Locale): string {
	const version = `${instrument.name[locale]} ${instrument.version}`;
	if (!adoption) return say(locale).report_adoption_none({ version });
	const date = formatDate(adoption.decreeDate, locale);
	return say(locale).report_adoption_by({ version, by: adoption.adoptedBy, number: adoption.decreeNumber, date });
}
