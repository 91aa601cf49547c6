import type { Instrument } from '#lib/domain/instrument/types.ts';
import type { Locale } from '#lib/domain/locale.ts';
import type { TrackAnswer } from '#lib/domain/workflow/official-answers.ts';
import { isTrackOpen } from '#lib/domain/workflow/assessment-machine.ts';
import { differs } from '#lib/domain/workflow/change-reasons.ts';
import type { AssessmentStatus, Track } from '#lib/domain/workflow/types.ts';
import type { Assessment } from '#lib/server/rounds/assessment/find-assessment.ts';
import { outlineOf } from '#lib/server/fieldwork/questionnaire/questionnaire.ts';
import { readAnswers } from '#lib/server/rounds/assessment/read-answers.ts';
import type { AnswerView } from '#lib/domain/workflow/answer-view.ts';
import { findHindrances, type Hindrances } from '#lib/server/fieldwork/steps/step-context.ts';
import { canReach, hasPermission, reachOf, type Viewer, writePermission } from '#lib/server/people/access/access.ts';
import { type Discussion, readDiscussion } from '#lib/server/fieldwork/clarifications/read-discussion.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { listAgendaCodes } from '#lib/server/fieldwork/agenda/agenda.ts';
import { type EvidencePanelData, readEvidencePanel } from '#lib/server/fieldwork/evidence/evidence-panel.ts';
import type { Context } from '#lib/server/people/commands/context.ts';

// A region sees its assessor's levels and reasons while the review goes on: the judged can follow the judgement and
// answer to it. Only the internal notes are kept from it.

/** Filters of the shown indicators. */
export const REVIEW_FILTERS = ['all', 'differences', 'gates', 'evidence', 'clarifications', 'unexplained'] as const;
export type ReviewFilter = (typeof REVIEW_FILTERS)[number];

/** The choice in the address; empty = everything. */
export interface ReviewChoice {
	show: ReviewFilter;
	domain: string;
	indicator: string;
}

/** One indicator with the answers of all tracks. */
export interface ReviewRow {
	code: string;
	name: string;
	domain: string;
	gate: boolean;
	mayNotApply: boolean;
	levels: { level: number; name: string; criteria: string; evidence: string }[];
	answers: Partial<Record<Track, AnswerView>>;
	/** Level 3 or more has neither evidence nor a waiver. */
	lacksEvidence: boolean;
	/** The assessor's answer differs from the region's without a reason and a sentence. */
	isUnexplained: boolean;
}

export interface Review {
	round: { code: string; name: string };
	region: { code: string; name: string };
	agency: { id: string; name: string } | null;
	status: AssessmentStatus;
	/** The track on which the viewer settles now; null for a reader. */
	track: 'assessor' | 'final' | null;
	/** The plenary, for those who decide, while it sits on this region: its address, and the indicators before it. */
	plenary: { href: string; agenda: string[] } | null;
	/** The viewer settles on a track that takes nothing now. */
	closed: boolean;
	choice: ReviewChoice;
	/** Number of indicators that each filter shows, within the chosen domain. */
	counts: Record<ReviewFilter, number>;
	domains: { code: string; name: string }[];
	rows: ReviewRow[];
	/** The instrument without its long texts, and every answer without its text, for the score. */
	outline: Instrument;
	cells: TrackAnswer[];
	discussion: Discussion | null;
	/** Null for a viewer who may not read it. */
	evidence: EvidencePanelData | null;
}

/** The track that a role settles on in the review; null for a reader. Final answers of a region are decided in a
 *  session of the plenary, with those present (`fieldwork/plenary`); the short form of an agency is settled here. */
export function settlingTrackOf({ role }: Viewer, isAgency: boolean): 'assessor' | 'final' | null {
	if (role === 'assessor') return 'assessor';
	return isAgency && (role === 'reviewer' || role === 'admin') ? 'final' : null;
}

/** The tracks of an assessment side by side. Callers have checked `review.read`. */
export function readReview(
	{ db, actor: viewer, locale, now }: Context,
	assessment: Assessment,
	choice: ReviewChoice
): Review {
	const { round, region, agency, stored, status } = assessment;
	const { instrument } = stored;
	const answers = readAnswers(db, assessment);
	const discussion = readDiscussion(db, viewer, assessment, now);
	const open = new Set(
		discussion?.threads.filter(({ state }) => state !== 'settled').map(({ indicator }) => indicator)
	);
	const rows = rowsOf(db, assessment, answers, locale);
	const shows: Record<ReviewFilter, (row: ReviewRow) => boolean> = {
		all: () => true,
		differences: isDisputed,
		gates: ({ gate }) => gate,
		evidence: ({ lacksEvidence }) => lacksEvidence,
		clarifications: ({ code }) => open.has(code),
		unexplained: ({ isUnexplained }) => isUnexplained
	};
	const inDomain = rows.filter(({ domain }) => choice.domain === '' || domain === choice.domain);
	const settling = settlingTrackOf(viewer, agency !== null);
	const subject = { regionCode: region.code, agencyId: agency?.id ?? null };
	const mayWrite = settling !== null && canReach(reachOf(db, viewer, writePermission(settling), round), subject);
	const writable = mayWrite && isTrackOpen(settling, status, round.status);
	const sits = agency === null && isTrackOpen('final', status, round.status);
	return {
		round: { code: round.code, name: round.name },
		region: { code: region.code, name: region.name },
		agency,
		status,
		track: writable ? settling : null,
		plenary:
			sits && hasPermission(viewer, 'plenary.decide')
				? { href: `/rounds/${round.code}/plenary`, agenda: [...listAgendaCodes(db, assessment)] }
				: null,
		closed: mayWrite && !writable,
		choice,
		counts: Object.fromEntries(
			REVIEW_FILTERS.map((filter) => [filter, inDomain.filter(shows[filter]).length])
		) as Review['counts'],
		domains: instrument.domains.map(({ code, name }) => ({ code, name: name[locale] })),
		rows: choice.indicator ? rows.filter(({ code }) => code === choice.indicator) : inDomain.filter(shows[choice.show]),
		outline: outlineOf(instrument),
		cells: answers.map(({ indicator, track, level, notApplicable }) => ({ indicator, track, level, notApplicable })),
		discussion,
		evidence: readEvidencePanel(db, viewer, assessment, { now, locale })
	};
}

/** Reads the choice from a page's address; unknown values count as left out. */
export function readChoice(params: URLSearchParams, { domains }: Instrument): ReviewChoice {
	const known = (codes: string[], name: string) => codes.find((code) => code === params.get(name)) ?? '';
	return {
		show: REVIEW_FILTERS.find((filter) => filter === params.get('show')) ?? 'all',
		domain: known(
			domains.map(({ code }) => code),
			'domain'
		),
		indicator: known(
			domains.flatMap(({ indicators }) => indicators.map(({ code }) => code)),
			'indicator'
		)
	};
}

function rowsOf(db: Db, assessment: Assessment, answers: readonly AnswerView[], locale: Locale): ReviewRow[] {
	const { instrument } = assessment.stored;
	const hindrances = findHindrances(db, assessment);
	return instrument.domains.flatMap((domain) =>
		domain.indicators.map((indicator): ReviewRow => {
			const { code, gate, mayNotApply } = indicator;
			const own = answers.filter((answer) => answer.indicator === code);
			const byTrack = Object.fromEntries(own.map((answer) => [answer.track, answer])) as ReviewRow['answers'];
			return {
				code,
				name: indicator.name[locale],
				domain: domain.code,
				gate,
				mayNotApply,
				levels: instrument.levels.map(({ level, name }) => ({
					level,
					name: name[locale],
					criteria: indicator.levels[level]!.criteria[locale],
					evidence: indicator.levels[level]!.evidence[locale]
				})),
				answers: byTrack,
				lacksEvidence: lacksEvidence(hindrances, code, byTrack),
				isUnexplained: hindrances.unexplained.includes(code)
			};
		})
	);
}

/** Tells whether evidence is missing, by the assessor's answer where there is one, else by the region's. */
function lacksEvidence({ unevidenced }: Hindrances, code: string, answers: ReviewRow['answers']): boolean {
	return unevidenced[answers.assessor ? 'assessor' : 'self'].includes(code);
}

function isDisputed({ answers }: ReviewRow): boolean {
	const { self, assessor, final } = answers;
	return Boolean((assessor && differs(assessor, self)) || (final && differs(final, assessor ?? self)));
}
