import { eq } from 'drizzle-orm';
import type { Domain, Indicator, Instrument } from '#lib/domain/instrument/types.ts';
import { isTrackOpen } from '#lib/domain/workflow/assessment-machine.ts';
import { missingIndicators } from '#lib/domain/workflow/missing-indicators.ts';
import type { AssessmentStatus, Track } from '#lib/domain/workflow/types.ts';
import { canReach, hasPermission, reachOf, trackOf, type Viewer, writePermission } from '../auth/access.ts';
import type { Db } from '../db/open.ts';
import { agencies } from '../db/schema.ts';
import { findPreviousRound } from '../rounds/find-round.ts';
import { type AnswerRow, type Assessment, type AssessmentKey, findAssessment, listAnswers } from './find-assessment.ts';
import { answersOn } from './results.ts';
import { type AnswerView, toView } from './save-answer.ts';

type Locale = 'id' | 'en';

/** One level of an indicator as the form shows it. */
export interface LevelChoice {
	level: number;
	name: string;
	criteria: string;
	evidence: string;
}

/** One question of the form with what is known about it. */
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
	/** Answers on the other tracks. */
	others: AnswerView[];
	/** The official answer of the round before, of the same indicator code. */
	previous: { round: string; level: number | null; notApplicable: boolean; justification: string } | null;
}

export interface DomainProgress {
	code: string;
	name: string;
	answered: number;
	total: number;
}

/** What both the overview and the domain pages of a questionnaire show. */
export interface QuestionnaireFrame {
	round: { code: string; name: string; endsOn: string };
	region: { code: string; name: string };
	agency: { id: string; name: string } | null;
	instrument: { code: string; version: string; name: string; status: 'draft' | 'adopted' };
	status: AssessmentStatus;
	/** The track that the viewer writes or looks at. */
	track: Track;
	/** Whether answers are taken now. */
	writable: boolean;
	mayMove: 'submit' | 'finish' | null;
	progress: DomainProgress[];
	missing: { code: string; name: string; domain: string }[];
}

export interface DomainForm extends QuestionnaireFrame {
	domain: { code: string; name: string; description: string };
	questions: Question[];
	/** The instrument without its long texts: all that the score needs. */
	outline: Instrument;
	/** Every answer of the assessment without its text, for the score; the viewer's own track included. */
	cells: { indicator: string; track: Track; level: number | null; notApplicable: boolean }[];
}

/** The key of an agency's assessment; null when no such agency exists. */
export function agencyKey(db: Db, round: string, agencyId: string): AssessmentKey | null {
	const agency = db.select().from(agencies).where(eq(agencies.id, agencyId)).get();
	return agency ? { round, region: agency.regionCode, agency: agencyId } : null;
}

interface Opened {
	assessment: Assessment;
	rows: AnswerRow[];
	track: Track;
}

type Denied = 'missing' | 'forbidden';

function open(db: Db, viewer: Viewer, key: AssessmentKey): Opened | Denied {
	const found = findAssessment(db, viewer, 'assessment.read', key);
	if (!found) return 'missing';
	if (!found.allowed) return 'forbidden';
	return {
		assessment: found.assessment,
		rows: listAnswers(db, found.assessment.id),
		track: trackOf(viewer) ?? 'assessor'
	};
}

/** Overview of a questionnaire: progress by domain and what is missing. */
export function loadFrame(db: Db, viewer: Viewer, key: AssessmentKey, locale: Locale): QuestionnaireFrame | Denied {
	const opened = open(db, viewer, key);
	return typeof opened === 'string' ? opened : frameOf(db, viewer, opened, locale);
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
		mayMove: writable ? (track === 'self' ? 'submit' : 'finish') : null,
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
	db: Db,
	viewer: Viewer,
	key: AssessmentKey,
	domainCode: string,
	locale: Locale
): DomainForm | Denied {
	const opened = open(db, viewer, key);
	if (typeof opened === 'string') return opened;
	const { assessment, rows, track } = opened;
	const { instrument } = assessment.stored;
	const domain = instrument.domains.find((candidate) => candidate.code === domainCode);
	if (!domain) return 'missing';
	const previous = previousAnswers(db, viewer, assessment);
	return {
		...frameOf(db, viewer, opened, locale),
		domain: { code: domain.code, name: domain.name[locale], description: domain.description?.[locale] ?? '' },
		questions: domain.indicators.map((indicator) => ({
			...describe(instrument, indicator, locale),
			own: view(rows.find((row) => row.indicator === indicator.code && row.track === track)),
			others: rows.filter((row) => row.indicator === indicator.code && row.track !== track).map(toView),
			previous: previous.get(indicator.code) ?? null
		})),
		outline: outlineOf(instrument),
		cells: rows.map(({ indicator, track, level, notApplicable }) => ({ indicator, track, level, notApplicable }))
	};
}

function view(row: AnswerRow | undefined): AnswerView | null {
	return row ? toView(row) : null;
}

function describe(instrument: Instrument, indicator: Indicator, locale: Locale) {
	return {
		code: indicator.code,
		name: indicator.name[locale],
		question: indicator.question?.[locale] ?? '',
		reference: indicator.reference,
		gate: indicator.gate,
		mayNotApply: indicator.mayNotApply,
		levels: instrument.levels.map(({ level, name }) => ({
			level,
			name: name[locale],
			criteria: indicator.levels[level]!.criteria[locale],
			evidence: indicator.levels[level]!.evidence[locale]
		}))
	};
}

function previousAnswers(
	db: Db,
	viewer: Viewer,
	assessment: Assessment
): Map<string, NonNullable<Question['previous']>> {
	const before = findPreviousRound(db, assessment.round);
	const found =
		before &&
		findAssessment(db, viewer, 'assessment.read', {
			round: before.code,
			region: assessment.region.code,
			agency: assessment.agency?.id ?? null
		});
	const latest = new Map<string, NonNullable<Question['previous']>>();
	if (!before || !found?.allowed) return latest;
	const order: Track[] = ['self', 'assessor', 'final'];
	const rows = listAnswers(db, found.assessment.id).sort((a, b) => order.indexOf(a.track) - order.indexOf(b.track));
	for (const { indicator, level, notApplicable, justification } of rows)
		if (level !== null || notApplicable)
			latest.set(indicator, { round: before.code, level, notApplicable, justification });
	return latest;
}

/** The instrument without criteria, actions and descriptions: small enough to send with every page. */
function outlineOf(instrument: Instrument): Instrument {
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
