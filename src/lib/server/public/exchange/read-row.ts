import { hasLostLetters, isSameText } from '#lib/domain/tables/same-text.ts';
import { unguardText } from '#lib/domain/tables/guard-text.ts';
import { JUSTIFICATION_MAX } from '#lib/domain/workflow/limits.ts';
import { isAssessed, type Track, TRACKS } from '#lib/domain/workflow/types.ts';
import type { AnswerRow } from '#lib/server/rounds/assessment/find-assessment.ts';
import { checkAnswer } from '#lib/server/rounds/assessment/save-answer.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import type { assessments } from '#lib/server/foundation/db/schema.ts';
import { getInstrument } from '#lib/server/rounds/instruments/stored-instruments.ts';
import type { ExportColumn } from './columns.ts';
import type { FaultBody, ImportFault } from './import-fault.ts';
import type { CsvRow } from './read-csv.ts';

type AssessmentRow = typeof assessments.$inferSelect;

/** The stored data that rows are held against; loaded once for a file. */
export interface ImportContext {
	db: Db;
	roundCode: string;
	regionCodes: ReadonlySet<string>;
	/** Agency id by `region/name` and by `region/id`. */
	agencyIds: ReadonlyMap<string, string>;
	/** Assessments of the round by `region/agency id`, the agency empty for the region's own. */
	assessments: ReadonlyMap<string, AssessmentRow>;
	/** Stored answers by `assessment id/indicator/track`. */
	stored: ReadonlyMap<string, AnswerRow>;
	/** Line on which each answer stands first in the file; filled while reading. */
	seen: Map<string, number>;
}

/** The answer that a row asks to be written. */
export interface Change {
	assessment: AssessmentRow;
	before: AnswerRow | undefined;
	answer: Pick<AnswerRow, 'indicator' | 'track' | 'level' | 'notApplicable' | 'justification'>;
	/** Name of the answer in the audit log. */
	subject: string;
}

type Cell = (column: ExportColumn) => string;
type Complain = (column: ExportColumn, fault: FaultBody) => void;

const COLUMN_OF = {
	indicator: 'indicator',
	level: 'level',
	notApplicable: 'not_applicable',
	justification: 'justification'
} as const satisfies Record<string, ExportColumn>;

/** The change that a row asks for (null = it says what is stored), or all faults of the row. */
export function readRow(
	{ line, cells }: CsvRow,
	context: ImportContext
): { change: Change | null } | { faults: ImportFault[] } {
	const faults: ImportFault[] = [];
	const complain: Complain = (column, fault) => faults.push({ line, column, ...fault });
	const cell: Cell = (column) => unguardText((cells[column] ?? '').trim());

	if (!isSameText(context.roundCode, cell('round')))
		complain('round', { code: 'round_differs', params: { value: cell('round'), round: context.roundCode } });
	const assessment = findRowAssessment(cell, context, complain);
	const track = readTrack(cell('track'), complain);
	const level = readLevel(cell('level'), complain);
	const notApplicable = readFlag(cell('not_applicable'), complain);
	const version = readVersion(cell('version'), complain);
	const given = unguardText(cells.justification ?? '');
	if (given.length > JUSTIFICATION_MAX)
		complain('justification', { code: 'justification_too_long', params: { max: JUSTIFICATION_MAX } });
	if (!assessment || !track || faults.length > 0) return { faults };

	const indicator = cell('indicator');
	const key = `${assessment.id}/${indicator}/${track}`;
	const first = context.seen.get(key);
	if (first !== undefined) complain('indicator', { code: 'row_twice', params: { first } });
	else context.seen.set(key, line);
	const before = context.stored.get(key);
	const stored = before ?? { level: null, notApplicable: false, justification: '', version: 0 };
	// a text that nobody edited stays as it is stored
	const isKept = isSameText(stored.justification, given);
	if (!isKept && hasLostLetters(stored.justification, given))
		complain('justification', { code: 'letters_lost', params: {} });
	const justification = isKept ? stored.justification : given;
	const answer = { indicator, track, level, notApplicable, justification };
	const wrong = checkAnswer(getInstrument(context.db, assessment.instrumentId).instrument, indicator, answer);
	if (wrong) complain(COLUMN_OF[wrong.field], { code: 'answer_invalid', params: { code: wrong.code, indicator } });
	if (faults.length === 0 && isSame(stored, answer)) return { change: null };

	// An administrator may correct a submitted assessment; a finished one is first reopened with a reason.
	if (track === 'final') complain('track', { code: 'track_not_importable', params: {} });
	else if (isAssessed(assessment.status))
		complain('region_code', { code: 'assessment_finished', params: { value: assessment.regionCode } });
	if (version < stored.version)
		complain('version', { code: 'version_stale', params: { given: version, stored: stored.version } });
	if (faults.length > 0) return { faults };

	const { regionCode, agencyId } = assessment;
	const subject = [context.roundCode, regionCode, ...(agencyId ? [agencyId] : []), indicator, track].join('/');
	return { change: { assessment, before, answer, subject } };
}

function findRowAssessment(cell: Cell, context: ImportContext, complain: Complain): AssessmentRow | undefined {
	const region = regionOf(cell('region_code'), context.regionCodes);
	if (!context.regionCodes.has(region)) {
		const suggestion = `${region}0`;
		if (context.regionCodes.has(suggestion))
			complain('region_code', { code: 'region_zero_lost', params: { value: region, suggestion } });
		else complain('region_code', { code: 'region_unknown', params: { value: region } });
		return undefined;
	}
	const agency = cell('agency');
	const agencyId = agency === '' ? '' : context.agencyIds.get(`${region}/${agency}`);
	if (agencyId === undefined) {
		complain('agency', { code: 'agency_unknown', params: { value: agency, region } });
		return undefined;
	}
	const found = context.assessments.get(`${region}/${agencyId}`);
	if (!found) complain('region_code', { code: 'not_in_round', params: { value: region, round: context.roundCode } });
	return found;
}

/** A code of a region as a spreadsheet may write it: one set to Indonesian takes the point for a sign of thousands
 *  (`9910`) or of the time (`99.10.00`), another writes a comma for it. */
function regionOf(written: string, codes: ReadonlySet<string>): string {
	const [, province, rest] = /^(\d{2})[.,:]?(\d{2})(?:[.:]00)?$/.exec(written) ?? [];
	const code = `${province}.${rest}`;
	if (!codes.has(written) && codes.has(code)) return code;
	return written.replace(',', '.');
}

function readTrack(value: string, complain: Complain): Track | undefined {
	const track = TRACKS.find((known) => known === value.toLowerCase());
	if (!track) complain('track', { code: 'track_unknown', params: { value } });
	return track;
}

function readLevel(value: string, complain: Complain): number | null {
	if (value === '') return null;
	const whole = wholeOf(value);
	if (!/^\d{1,3}$/.test(whole)) complain('level', { code: 'level_unreadable', params: { value } });
	return Number(whole);
}

// Words of a flag, also those that a spreadsheet in either language writes.
const YES = new Set(['true', '1', 'yes', 'ya', 'benar']);
const NO = new Set(['', 'false', '0', 'no', 'tidak', 'salah']);

function readFlag(value: string, complain: Complain): boolean {
	const word = value.toLowerCase();
	if (!YES.has(word) && !NO.has(word)) complain('not_applicable', { code: 'flag_unreadable', params: { value } });
	return YES.has(word);
}

/** A whole number that a spreadsheet writes with decimals: `3,0`, `3.00`. */
function wholeOf(value: string): string {
	return value.replace(/[.,]0{1,2}$/, '');
}

function readVersion(value: string, complain: Complain): number {
	const whole = wholeOf(value);
	if (!/^\d{0,9}$/.test(whole)) complain('version', { code: 'version_unreadable', params: { value } });
	return Number(whole);
}

function isSame(
	stored: Pick<AnswerRow, 'level' | 'notApplicable' | 'justification'>,
	answer: Change['answer']
): boolean {
	return (
		stored.level === answer.level &&
		stored.notApplicable === answer.notApplicable &&
		stored.justification === answer.justification
	);
}
