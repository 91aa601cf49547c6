import type { Obstacle } from '#lib/domain/analysis/types.ts';
import { describedLevels } from '#lib/domain/instrument/described-levels.ts';
import type { LevelChoice } from '#lib/domain/instrument/level-choice.ts';
import type { Locale } from '#lib/domain/locale.ts';
import type { Domain, Indicator, Instrument } from '#lib/domain/instrument/types.ts';
import { isTrackOpen } from '#lib/domain/workflow/assessment-machine.ts';
import { missingIndicators } from '#lib/domain/workflow/missing-indicators.ts';
import type { AssessmentStatus, Track } from '#lib/domain/workflow/types.ts';
import {
	canReach,
	hasPermission,
	reachOf,
	trackOf,
	type Viewer,
	writePermission
} from '#lib/server/people/access/access.ts';
import { type Discussion, readDiscussion } from '#lib/server/fieldwork/clarifications/read-discussion.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import type { EvidenceCount } from '#lib/domain/evidence/evidence-count.ts';
import { findRoundBefore } from '#lib/server/rounds/round/round-before.ts';
import { officialRows } from '#lib/server/rounds/assessment/official-rows.ts';
import { type Assessment, type AssessmentKey, findAssessment } from '#lib/server/rounds/assessment/find-assessment.ts';
import { type EvidencePanelData, readEvidencePanel } from '#lib/server/fieldwork/evidence/evidence-panel.ts';
import { readAnswers, readEvidenceCounts } from '#lib/server/rounds/assessment/read-answers.ts';
import { answersOn } from '#lib/server/rounds/assessment/results.ts';
import type { AnswerView } from '#lib/domain/workflow/answer-view.ts';
import type { Context } from '#lib/server/people/commands/context.ts';
import type { Refused } from '#lib/server/people/commands/refusal.ts';

/** One question of the form with its answers and evidence. */
export interface Question {
	code: string;
	name: string;
	question: string;
	reference: string;
	gate: boolean;
	mayNotApply: boolean;
	levels: LevelChoice[];
	/** The answer on the viewer's own track; null when there is none yet. */
	own: AnswerView | null;
	/** Pieces of evidence that count for the viewer's track: its own; for the assessor also the region's. */
	evidenceCount: number;
	/** Answers on the other tracks. */
	others: AnswerView[];
	/** The official answer of the round before to the same question, by the code that it had there; the reason where
	 *  none of its questions is the same; null where it was not answered. */
	previous: PreviousAnswer | { round: string; obstacle: Obstacle } | null;
}

/** An answer of the round before, with the code of its indicator there. */
export interface PreviousAnswer {
	round: string;
	code: string;
	level: number | null;
	notApplicable: boolean;
	justification: string;
}

export interface DomainProgress {
	code: string;
	name: string;
	answered: number;
	total: number;
}

/** The data that both the overview and the domain pages of a questionnaire show. */
export interface QuestionnaireFrame {
	round: { code: string; name: string; endsOn: string };
	region: { code: string; name: string };
	agency: { id: string; name: string } | null;
	instrument: { code: string; version: string; name: string; status: 'draft' | 'adopted' };
	status: AssessmentStatus;
	/** The track that the viewer writes or looks at. */
	track: Track;
	/** The viewer may write on the track, and it takes answers now. */
	writable: boolean;
	/** The viewer would write on the track, but it takes nothing now. */
	closed: boolean;
	progress: DomainProgress[];
	missing: { code: string; name: string; domain: string }[];
}

export interface DomainForm extends QuestionnaireFrame {
	domain: { code: string; name: string; description: string };
	questions: Question[];
	/** Null for a viewer who may not read evidence. */
	evidence: EvidencePanelData | null;
	/** The viewer may read the changes of an answer. */
	mayReadHistory: boolean;
	/** Discussion between region and assessor; null for a viewer who takes no part in it. */
	discussion: Discussion | null;
	/** The instrument without its long texts, for the score. */
	outline: Instrument;
	/** Every answer of the assessment without its text, for the score; the viewer's own track included. */
	cells: { indicator: string; track: Track; level: number | null; notApplicable: boolean }[];
}

interface Opened {
	kind: 'opened';
	assessment: Assessment;
	rows: AnswerView[];
	track: Track;
}

function open(db: Db, viewer: Viewer, key: AssessmentKey): Opened | Refused {
	const found = findAssessment(db, viewer, 'assessment.read', key);
	if (!found) return { kind: 'missing' };
	if (!found.allowed) return { kind: 'forbidden' };
	return {
		kind: 'opened',
		assessment: found.assessment,
		rows: readAnswers(db, found.assessment),
		track: trackOf(viewer) ?? 'assessor'
	};
}

/** Overview of a questionnaire: progress by domain and missing answers. */
export function loadFrame(
	db: Db,
	viewer: Viewer,
	key: AssessmentKey,
	locale: Locale
): { kind: 'frame'; frame: QuestionnaireFrame } | Refused {
	const opened = open(db, viewer, key);
	return opened.kind === 'opened' ? { kind: 'frame', frame: frameOf(db, viewer, opened, locale) } : opened;
}

function frameOf(db: Db, viewer: Viewer, { assessment, rows, track }: Opened, locale: Locale): QuestionnaireFrame {
	const { round, region, agency, stored, status } = assessment;
	const { instrument } = stored;
	const own = answersOn(rows, track);
	const missing = missingIndicators(instrument, own);
	const subject = { regionCode: region.code, agencyId: agency?.id ?? null };
	const mayWrite =
		trackOf(viewer) !== null &&
		hasPermission(viewer, writePermission(track)) &&
		canReach(reachOf(db, viewer, writePermission(track), round), subject);
	const writable = mayWrite && isTrackOpen(track, status, round.status);
	return {
		round: { code: round.code, name: round.name, endsOn: round.endsOn },
		region: { code: region.code, name: region.name },
		agency,
		instrument: {
			code: instrument.code,
			version: instrument.version,
			name: instrument.name[locale],
			status: stored.status
		},
		status,
		track,
		writable,
		closed: mayWrite && !writable,
		progress: instrument.domains.map((domain) => ({
			code: domain.code,
			name: domain.name[locale],
			total: domain.indicators.length,
			answered: domain.indicators.filter((indicator) => (own[indicator.code] ?? null) !== null).length
		})),
		missing: missing.map((indicator) => ({
			code: indicator.code,
			name: indicator.name[locale],
			domain: instrument.domains.find((domain) => domain.indicators.includes(indicator))!.code
		}))
	};
}

/** One domain of a questionnaire, ready to fill. */
export function loadDomainForm(
	{ db, actor: viewer, locale, now }: Context,
	key: AssessmentKey,
	domainCode: string
): { kind: 'form'; form: DomainForm } | Refused {
	const opened = open(db, viewer, key);
	if (opened.kind !== 'opened') return opened;
	const { assessment, rows, track } = opened;
	const { instrument } = assessment.stored;
	const domain = instrument.domains.find((candidate) => candidate.code === domainCode);
	if (!domain) return { kind: 'missing' };
	const previousOf = previousAnswers(db, viewer, assessment);
	const counts = readEvidenceCounts(db, assessment);
	const form: DomainForm = {
		...frameOf(db, viewer, opened, locale),
		domain: { code: domain.code, name: domain.name[locale], description: domain.description?.[locale] ?? '' },
		questions: domain.indicators.map((indicator) => ({
			...describe(instrument, indicator, locale),
			own: rows.find((row) => row.indicator === indicator.code && row.track === track) ?? null,
			evidenceCount: track === 'self' ? (counts.get(indicator.code)?.self ?? 0) : sum(counts.get(indicator.code)),
			others: rows.filter((row) => row.indicator === indicator.code && row.track !== track),
			previous: previousOf(indicator.code)
		})),
		evidence: readEvidencePanel(db, viewer, assessment, { now, locale }),
		mayReadHistory: canReach(reachOf(db, viewer, 'history.read', assessment.round), {
			regionCode: assessment.region.code,
			agencyId: assessment.agency?.id ?? null
		}),
		discussion: readDiscussion(db, viewer, assessment, Date.now()),
		outline: outlineOf(instrument),
		cells: rows.map(({ indicator, track, level, notApplicable }) => ({ indicator, track, level, notApplicable }))
	};
	return { kind: 'form', form };
}

function sum(count: EvidenceCount | undefined): number {
	return count ? count.self + count.assessor : 0;
}

function describe(instrument: Instrument, indicator: Indicator, locale: Locale) {
	return {
		code: indicator.code,
		name: indicator.name[locale],
		question: indicator.question?.[locale] ?? '',
		reference: indicator.reference,
		gate: indicator.gate,
		mayNotApply: indicator.mayNotApply,
		levels: describedLevels(instrument, indicator, locale)
	};
}

/** Answers of the round before, by the code of this round. */
function previousAnswers(db: Db, viewer: Viewer, assessment: Assessment): (code: string) => Question['previous'] {
	const { region, agency } = assessment;
	const before = findRoundBefore(db, assessment.round, agency ? 'agency' : 'region');
	const key = before && { round: before.round.code, region: region.code, agency: agency?.id ?? null };
	const found = key && findAssessment(db, viewer, 'assessment.read', key);
	if (!before || !found?.allowed) return () => null;
	const { obstacle, indicators } = before.comparison;
	const official = officialRows(readAnswers(db, found.assessment));
	const round = before.round.code;
	return (code) => {
		const old = indicators.get(code);
		if (old === undefined) return obstacle && { round, obstacle };
		const row = official[old];
		if (!row) return null;
		const { level, notApplicable, justification } = row;
		return { round, code: old, level, notApplicable, justification };
	};
}

/** The instrument without criteria, actions and descriptions: small enough to send with every page. */
export function outlineOf(instrument: Instrument): Instrument {
	const bare = (indicator: Indicator): Indicator => ({
		...indicator,
		question: null,
		reference: '',
		levels: {},
		actions: {}
	});
	const bareDomain = (domain: Domain): Domain => ({
		...domain,
		description: null,
		indicators: domain.indicators.map(bare),
		aspects: domain.aspects?.map((aspect) => ({ ...aspect, indicators: aspect.indicators.map(bare) })) ?? null
	});
	return { ...instrument, description: null, parties: {}, domains: instrument.domains.map(bareDomain) };
}
