import { eq } from 'drizzle-orm';
import { isTrackOpen } from '#lib/domain/workflow/assessment-machine.ts';
import { JUSTIFICATION_MAX } from '#lib/domain/workflow/answer-write.ts';
import { type RoundStatus, type Track, TRACKS } from '#lib/domain/workflow/types.ts';
import { appendAudit, type AuditEntry } from '../audit/append-audit.ts';
import { hasPermission, type Viewer } from '../auth/access.ts';
import { type AnswerRow, listAnswers } from '../assessments/find-assessment.ts';
import { checkAnswer, contentOf, putAnswer, touchAssessment } from '../assessments/save-answer.ts';
import type { Db } from '../db/open.ts';
import { agencies, assessments, regions } from '../db/schema.ts';
import { getInstrument } from '../instruments/stored-instruments.ts';
import { findRound, type Round } from '../rounds/find-round.ts';
import { type ExportColumn, unguardText } from './columns.ts';
import type { ImportFault } from './import-fault.ts';
import { type CsvRow, readCsv } from './read-csv.ts';

export type ImportResult =
	/** `unchanged` rows were as stored already. */
	| { kind: 'imported'; written: number; unchanged: number }
	/** Nothing was written; every bad row is named. */
	| { kind: 'rejected'; faults: ImportFault[] }
	| { kind: 'missing' | 'forbidden' }
	/** A round takes an import while it is a draft or open. */
	| { kind: 'round_closed'; status: RoundStatus };

type AssessmentRow = typeof assessments.$inferSelect;

/** What rows are held against; loaded once. */
interface Context {
	round: Round;
	regionCodes: ReadonlySet<string>;
	/** Agency id by `region/name` and by `region/id`. */
	agencyIds: ReadonlyMap<string, string>;
	/** By `region/agency id`, the agency empty for the region's own. */
	assessments: ReadonlyMap<string, AssessmentRow>;
	/** Stored answers by `assessment id/indicator/track`. */
	stored: ReadonlyMap<string, AnswerRow>;
	/** Line on which each answer stands first in the file. */
	seen: Map<string, number>;
	db: Db;
}

interface Change {
	assessment: AssessmentRow;
	before: AnswerRow | undefined;
	after: AnswerRow;
	subject: string;
}

/** Takes over a CSV in the export's columns: all of its rows or, where one is at fault, none. An answer that was written
 *  since (its version is higher than the one in the file) is a fault, never overwritten; empty counts as version 0.
 *  @param text the file as text */
export function importAnswers(db: Db, actor: Viewer, roundCode: string, text: string, now: number): ImportResult {
	if (!hasPermission(actor, 'answers.import')) return { kind: 'forbidden' };
	const { rows, faults: formFaults } = readCsv(text);
	return db.transaction(
		(tx): ImportResult => {
			const round = findRound(tx, roundCode);
			if (!round) return { kind: 'missing' };
			if (round.status !== 'draft' && round.status !== 'open') return { kind: 'round_closed', status: round.status };
			const context = loadContext(tx, round);
			const read = rows.map((row) => readRow(row, context, actor, now));
			const faults = [...formFaults, ...read.flatMap((row) => ('faults' in row ? row.faults : []))];
			if (faults.length > 0) return { kind: 'rejected', faults: faults.sort((a, b) => a.line - b.line) };
			const changes = read.flatMap((row) => ('change' in row && row.change ? [row.change] : []));
			writeChanges(tx, round, actor, changes, now);
			return { kind: 'imported', written: changes.length, unchanged: rows.length - changes.length };
		},
		{ behavior: 'immediate' }
	);
}

function loadContext(tx: Db, round: Round): Context {
	const agencyRows = tx.select().from(agencies).all();
	const assessmentRows = tx.select().from(assessments).where(eq(assessments.roundId, round.id)).all();
	return {
		round,
		regionCodes: new Set(
			tx
				.select({ code: regions.code })
				.from(regions)
				.all()
				.map(({ code }) => code)
		),
		agencyIds: new Map([
			...agencyRows.map(({ id, regionCode }) => [`${regionCode}/${id}`, id] as const),
			...agencyRows.map(({ id, regionCode, name }) => [`${regionCode}/${name}`, id] as const)
		]),
		assessments: new Map(assessmentRows.map((row) => [`${row.regionCode}/${row.agencyId ?? ''}`, row])),
		stored: new Map(
			assessmentRows
				.flatMap(({ id }) => listAnswers(tx, id))
				.map((row) => [`${row.assessmentId}/${row.indicator}/${row.track}`, row])
		),
		seen: new Map(),
		db: tx
	};
}

/** The change that a row asks for (null = it says what is stored), or all that is wrong with the row. */
function readRow(
	{ line, cells }: CsvRow,
	context: Context,
	actor: Viewer,
	now: number
): { change: Change | null } | { faults: ImportFault[] } {
	const faults: ImportFault[] = [];
	const cell = (column: ExportColumn) => (cells[column] ?? '').trim();
	const fault = (column: ExportColumn, rest: unknown) => faults.push({ line, column, ...(rest as object) } as ImportFault);

	if (unguardText(cell('round')) !== context.round.code)
		fault('round', { code: 'round_differs', params: { value: cell('round'), round: context.round.code } });
	const assessment = findRowAssessment(cell, context, fault);
	const track = readTrack(cell('track'), fault);
	const level = readLevel(cell('level'), fault);
	const notApplicable = readFlag(cell('not_applicable'), fault);
	const version = readVersion(cell('version'), fault);
	const justification = unguardText(cells.justification ?? '');
	if (justification.length > JUSTIFICATION_MAX)
		fault('justification', { code: 'justification_too_long', params: { max: JUSTIFICATION_MAX } });
	if (!assessment || !track || faults.length > 0) return { faults };

	const indicator = unguardText(cell('indicator'));
	const key = `${assessment.id}/${indicator}/${track}`;
	const first = context.seen.get(key);
	if (first !== undefined) fault('indicator', { code: 'row_twice', params: { first } });
	else context.seen.set(key, line);

	const before = context.stored.get(key);
	const answer = { level, notApplicable, justification };
	if (faults.length === 0 && isSame(before, answer)) return { change: null };
	const { instrument } = getInstrument(context.db, assessment.instrumentId);
	const wrong = checkAnswer(instrument, indicator, answer);
	if (wrong) fault(COLUMN_OF[wrong.field], { code: 'answer_invalid', params: { code: wrong.code, indicator } });
	// An administrator may still put right what was submitted; what is assessed has to be reopened first.
	if (!isTrackOpen('assessor', assessment.status, 'open'))
		fault('region_code', { code: 'assessment_finished', params: { value: cell('region_code') } });
	if (version < (before?.version ?? 0))
		fault('version', { code: 'version_stale', params: { given: version, stored: before?.version ?? 0 } });
	if (faults.length > 0) return { faults };

	const after: AnswerRow = {
		assessmentId: assessment.id,
		indicator,
		track,
		...answer,
		version: (before?.version ?? 0) + 1,
		updatedAt: now,
		updatedBy: actor.id
	};
	const { regionCode, agencyId } = assessment;
	const subject = [context.round.code, regionCode, ...(agencyId ? [agencyId] : []), indicator, track].join('/');
	return { change: { assessment, before, after, subject } };
}

type Cell = (column: ExportColumn) => string;
type Complain = (column: ExportColumn, fault: unknown) => void;

const COLUMN_OF = {
	indicator: 'indicator',
	level: 'level',
	notApplicable: 'not_applicable',
	justification: 'justification',
	requestId: 'indicator'
} as const satisfies Record<string, ExportColumn>;

function findRowAssessment(cell: Cell, context: Context, fault: Complain): AssessmentRow | undefined {
	const region = cell('region_code');
	if (!context.regionCodes.has(region)) {
		const suggestion = `${region}0`;
		if (context.regionCodes.has(suggestion))
			fault('region_code', { code: 'region_zero_lost', params: { value: region, suggestion } });
		else fault('region_code', { code: 'region_unknown', params: { value: region } });
		return undefined;
	}
	const agency = unguardText(cell('agency'));
	const agencyId = agency === '' ? '' : context.agencyIds.get(`${region}/${agency}`);
	if (agencyId === undefined) {
		fault('agency', { code: 'agency_unknown', params: { value: agency, region } });
		return undefined;
	}
	const found = context.assessments.get(`${region}/${agencyId}`);
	if (!found) fault('region_code', { code: 'not_in_round', params: { value: region, round: context.round.code } });
	return found;
}

function readTrack(value: string, fault: Complain): Track | undefined {
	const track = TRACKS.find((known) => known === value.toLowerCase());
	if (!track) fault('track', { code: 'track_unknown', params: { value } });
	else if (track === 'final') fault('track', { code: 'track_not_importable', params: {} });
	return track;
}

function readLevel(value: string, fault: Complain): number | null {
	if (value === '') return null;
	if (!/^\d{1,3}$/.test(value)) fault('level', { code: 'level_unreadable', params: { value } });
	return Number(value);
}

const YES = new Set(['true', '1', 'yes', 'ya', 'benar']);
const NO = new Set(['', 'false', '0', 'no', 'tidak', 'salah']);

/** Also as a spreadsheet in either language writes it. */
function readFlag(value: string, fault: Complain): boolean {
	if (!YES.has(value.toLowerCase()) && !NO.has(value.toLowerCase()))
		fault('not_applicable', { code: 'flag_unreadable', params: { value } });
	return YES.has(value.toLowerCase());
}

function readVersion(value: string, fault: Complain): number {
	if (!/^\d{0,9}$/.test(value)) fault('version', { code: 'version_unreadable', params: { value } });
	return Number(value);
}

function isSame(before: AnswerRow | undefined, after: Pick<AnswerRow, 'level' | 'notApplicable' | 'justification'>): boolean {
	const stored = before ?? { level: null, notApplicable: false, justification: '' };
	return (
		stored.level === after.level &&
		stored.notApplicable === after.notApplicable &&
		stored.justification === after.justification
	);
}

function writeChanges(tx: Db, round: Round, actor: Viewer, changes: readonly Change[], now: number): void {
	const by: AuditEntry['actor'] = { id: actor.id, name: actor.displayName };
	for (const { id, status } of new Set(changes.map(({ assessment }) => assessment)))
		touchAssessment(tx, { id, status, round }, actor, now);
	for (const { before, after, subject } of changes) {
		putAnswer(tx, after);
		appendAudit(tx, {
			at: now,
			actor: by,
			action: 'answer.import',
			subject,
			before: before && contentOf(before),
			after: contentOf(after)
		});
	}
}
