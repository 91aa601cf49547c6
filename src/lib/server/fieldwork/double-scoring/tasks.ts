import { and, eq, isNull, ne } from 'drizzle-orm';
import type { Locale } from '#lib/domain/locale.ts';
import { describedLevels } from '#lib/domain/instrument/described-levels.ts';
import type { Instrument } from '#lib/domain/instrument/types.ts';
import type { LevelChoice } from '#lib/domain/instrument/level-choice.ts';
import type { Viewer } from '#lib/server/people/access/access.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import {
	answers,
	assessments,
	assignments,
	doubleScores,
	evidence,
	evidenceUses,
	regions,
	users
} from '#lib/server/foundation/db/schema.ts';
import { getInstrument } from '#lib/server/rounds/instruments/stored-instruments.ts';
import { findRound, type Round } from '#lib/server/rounds/round/find-round.ts';
import { findOpenSample, type Sample } from './samples.ts';
import type { Context } from '#lib/server/people/commands/context.ts';

type Item = typeof doubleScores.$inferSelect;

/** A region that the viewer scores a second time. */
export interface DoubleTask {
	region: { code: string; name: string };
	items: number;
	scored: number;
	/** False when the viewer has meanwhile been put in charge of the region and could see the first scores. */
	blind: boolean;
}

/** Evidence that the region itself has given. */
export interface GivenEvidence {
	id: string;
	title: string;
	/** Page or article. */
	place: string;
	url: string | null;
	fileName: string;
}

/** A question to be scored without seeing the first score. Nothing here comes from the assessors' track. */
export interface BlindQuestion {
	code: string;
	name: string;
	question: string;
	gate: boolean;
	mayNotApply: boolean;
	levels: LevelChoice[];
	/** The region's own answer; null when it gave none. */
	region: { level: number | null; notApplicable: boolean; justification: string; evidenceWaiver: string } | null;
	evidence: GivenEvidence[];
	/** The viewer's own score. */
	own: OwnScore;
}

export interface OwnScore {
	level: number | null;
	notApplicable: boolean;
	justification: string;
	/** 0 = not scored yet. */
	version: number;
	/** ISO instant; null = not scored yet. */
	scoredAt: string | null;
}

/** The regions that the viewer has to score a second time in a round, by code. */
export function listDoubleTasks(db: Db, viewer: Viewer, round: Round): DoubleTask[] {
	const sample = findOpenSample(db, round.id);
	if (!sample) return [];
	const own = db
		.select({ item: doubleScores, region: { code: regions.code, name: regions.name } })
		.from(doubleScores)
		.innerJoin(assessments, eq(assessments.id, doubleScores.assessmentId))
		.innerJoin(regions, eq(regions.code, assessments.regionCode))
		.where(and(eq(doubleScores.sampleId, sample.id), eq(doubleScores.userId, viewer.id)))
		.orderBy(regions.code)
		.all();
	const codes = [...new Set(own.map(({ region }) => region.code))];
	return codes.map((code) => {
		const items = own.filter(({ region }) => region.code === code);
		return {
			region: items[0]!.region,
			items: items.length,
			scored: items.filter(({ item }) => isScored(item)).length,
			blind: !isInCharge(db, viewer, round.id, code)
		};
	});
}

export interface BlindForm {
	round: Round;
	region: { code: string; name: string };
	questions: BlindQuestion[];
}

/** The reason why there is nothing to score. */
type NotOpened = { kind: 'missing' } | { kind: 'not_blind' | 'closed' };

/** The questions of one region that the viewer scores a second time.
 *  @returns `missing` when there are none for the viewer, `not_blind` when the viewer is in charge of the region by
 *  now, `closed` when the round does not run */
export function loadBlindForm(
	{ db, actor: viewer, locale }: Pick<Context, 'db' | 'actor' | 'locale'>,
	roundCode: string,
	regionCode: string
): { kind: 'form'; form: BlindForm } | NotOpened {
	const opened = openItems(db, viewer, roundCode, regionCode);
	if (opened.kind !== 'opened') return opened;
	const { round, assessment, items } = opened;
	const { instrument } = getInstrument(db, assessment.instrumentId);
	const said = db
		.select()
		.from(answers)
		.where(and(eq(answers.assessmentId, assessment.id), eq(answers.track, 'self')))
		.all();
	const given = listGivenEvidence(db, assessment.id);
	const region = db.select().from(regions).where(eq(regions.code, regionCode)).get()!;
	const form: BlindForm = {
		round,
		region: { code: region.code, name: region.name },
		questions: questionsOf(instrument, locale).flatMap((question): BlindQuestion[] => {
			const item = items.find(({ indicator }) => indicator === question.code);
			if (!item) return [];
			const self = said.find(({ indicator }) => indicator === question.code);
			return [
				{
					...question,
					region: self
						? {
								level: self.level,
								notApplicable: self.notApplicable,
								justification: self.justification,
								evidenceWaiver: self.evidenceWaiver
							}
						: null,
					evidence: given
						.filter(({ indicator }) => indicator === question.code)
						.map(({ indicator: _, ...piece }) => piece),
					own: ownScore(item)
				}
			];
		})
	};
	return { kind: 'form', form };
}

export interface OpenedItems {
	kind: 'opened';
	round: Round;
	sample: Sample;
	assessment: typeof assessments.$inferSelect;
	items: Item[];
}

/** The viewer's items of one region while they may be scored. */
export function openItems(db: Db, viewer: Viewer, roundCode: string, regionCode: string): OpenedItems | NotOpened {
	const round = findRound(db, roundCode);
	const sample = round && findOpenSample(db, round.id);
	if (!round || !sample) return { kind: 'missing' };
	const assessment = db
		.select()
		.from(assessments)
		.where(and(eq(assessments.roundId, round.id), eq(assessments.regionCode, regionCode), isNull(assessments.agencyId)))
		.get();
	if (!assessment) return { kind: 'missing' };
	const items = db
		.select()
		.from(doubleScores)
		.where(
			and(
				eq(doubleScores.sampleId, sample.id),
				eq(doubleScores.assessmentId, assessment.id),
				eq(doubleScores.userId, viewer.id)
			)
		)
		.all();
	if (items.length === 0) return { kind: 'missing' };
	if (round.status !== 'open' && round.status !== 'plenary') return { kind: 'closed' }; // published scores are not blind
	if (isInCharge(db, viewer, round.id, regionCode)) return { kind: 'not_blind' };
	return { kind: 'opened', round, sample, assessment, items };
}

/** A score as its owner sees it. */
export function ownScore({ level, notApplicable, justification, version, scoredAt }: Item): OwnScore {
	return {
		level,
		notApplicable,
		justification,
		version,
		scoredAt: scoredAt === null ? null : new Date(scoredAt).toISOString()
	};
}

/** Tells whether a person may read a piece of the region's own evidence as second assessor of an indicator that it
 *  stands behind; nothing else of the assessment may be read. */
export function mayReadForDouble(db: Db, viewer: Viewer, evidenceId: string): boolean {
	const row = db
		.select({ region: assessments.regionCode, roundId: assessments.roundId, sampleId: doubleScores.sampleId })
		.from(evidence)
		.innerJoin(evidenceUses, eq(evidenceUses.evidenceId, evidence.id))
		.innerJoin(assessments, eq(assessments.id, evidence.assessmentId))
		.innerJoin(
			doubleScores,
			and(
				eq(doubleScores.assessmentId, evidence.assessmentId),
				eq(doubleScores.indicator, evidenceUses.indicator),
				eq(doubleScores.userId, viewer.id)
			)
		)
		.where(and(eq(evidence.id, evidenceId), eq(evidence.track, 'self'), isNull(evidence.removedAt)))
		.get();
	return row !== undefined && findOpenSample(db, row.roundId)?.id === row.sampleId;
}

function isScored({ level, notApplicable }: Item): boolean {
	return level !== null || notApplicable;
}

function isInCharge(db: Db, viewer: Viewer, roundId: number, regionCode: string): boolean {
	const { roundId: round, regionCode: region, userId } = assignments;
	return (
		db
			.select()
			.from(assignments)
			.where(and(eq(round, roundId), eq(region, regionCode), eq(userId, viewer.id)))
			.get() !== undefined
	);
}

function listGivenEvidence(db: Db, assessmentId: number): (GivenEvidence & { indicator: string })[] {
	const { id, title, url, fileName } = evidence;
	return db
		.select({ indicator: evidenceUses.indicator, id, title, url, fileName, place: evidenceUses.place })
		.from(evidenceUses)
		.innerJoin(evidence, eq(evidence.id, evidenceUses.evidenceId))
		.innerJoin(users, eq(users.id, evidenceUses.addedBy))
		.where(
			and(
				eq(evidence.assessmentId, assessmentId),
				eq(evidence.track, 'self'),
				isNull(evidence.removedAt),
				ne(users.role, 'assessor') // an assessor's use of the region's own piece would tell the first score
			)
		)
		.orderBy(evidence.addedAt)
		.all();
}

function questionsOf(instrument: Instrument, locale: Locale) {
	return instrument.domains
		.flatMap(({ indicators }) => indicators)
		.map((indicator) => ({
			code: indicator.code,
			name: indicator.name[locale],
			question: indicator.question?.[locale] ?? '',
			gate: indicator.gate,
			mayNotApply: indicator.mayNotApply,
			levels: describedLevels(instrument, indicator, locale)
		}));
}
