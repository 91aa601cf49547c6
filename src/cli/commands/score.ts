import { existsSync, readFileSync } from 'node:fs';
import { decodeText } from '#lib/domain/tables/decode-text.ts';
import { describeTextFault } from '#lib/words/text-fault.ts';
import type { Locale } from '#lib/domain/locale.ts';
import { parseArgs } from 'node:util';
import { type AnswerProblem, checkAnswers } from '#lib/domain/scoring/check-answers.ts';
import type { Instrument } from '#lib/domain/instrument/types.ts';
import { score } from '#lib/domain/scoring/score.ts';
import type { Score } from '#lib/domain/scoring/types.ts';
import { say } from '#lib/words/say.ts';
import { faultLine } from '#lib/server/rounds/instruments/describe-fault.ts';
import {
	findShippedInstrument,
	listShippedCodes,
	readInstrument
} from '#lib/server/rounds/instruments/read-instrument.ts';
import type { ExitCode, Io } from '../io.ts';

const EXAMPLE = '{"A1": 4, "G2": "na"}';

interface Options {
	instrument: string;
	answers: string;
}

/** Reasons for which a step cannot be done, a line each. */
interface Failure {
	failure: string[];
}

/** Usage of `score` with an example, in one language. */
export function usage(locale: Io['locale']): string {
	return say(locale).cli_score_usage({ example: EXAMPLE });
}

/** Scores a file of answers, `{"A1": 4, "G2": "na"}`, and prints the result in the API's shape; needs no database.
 *  @param args arguments after the command's name; `--instrument` takes a shipped code before a path (write `./ikid`
 *  for a folder of that name) */
export function run(args: string[], io: Io): ExitCode {
	const options = parse(args);
	if (!options) {
		io.err(usage(io.locale));
		return 2;
	}
	const scored = scoreFiles(options, io);
	if ('failure' in scored) {
		for (const line of scored.failure) io.err(line);
		return 1;
	}
	const { index, completeness, predicate, readinessClass, domains, gates } = scored;
	const provisional = completeness < 1; // answers of a file are taken as assessed
	const result = { index, provisional, completeness, predicate, readinessClass, domains, gates };
	io.out(JSON.stringify({ region: null, status: null, track: null, ...result }, null, '\t'));
	return 0;
}

function parse(args: string[]): Options | undefined {
	try {
		const options = { instrument: { type: 'string' }, answers: { type: 'string' } } as const;
		const { instrument, answers } = parseArgs({ args, options }).values;
		return instrument && answers ? { instrument, answers } : undefined;
	} catch {
		return undefined; // parseArgs throws on unknown options: usage
	}
}

function scoreFiles(options: Options, io: Io): Score | Failure {
	const opened = openInstrument(options, io);
	if ('failure' in opened) return opened;
	const given = readAnswers(options, io);
	if ('failure' in given) return given;
	const { instrument } = opened;
	const checked = checkAnswers(instrument, given.answers);
	if ('answers' in checked) return score(instrument, checked.answers);
	return { failure: checked.problems.map((problem) => describeProblem(problem, instrument, io.locale)) };
}

function openInstrument({ instrument: name }: Options, io: Io): { instrument: Instrument } | Failure {
	const { locale } = io;
	const path = io.resolvePath(name);
	const opened = findShippedInstrument(name) ?? (existsSync(path) ? readInstrument(path, name) : undefined);
	if (opened && 'instrument' in opened) return opened;
	if (opened) return { failure: opened.faults.map((fault) => faultLine(fault, locale)) };
	const codes = listShippedCodes().join(', ');
	return { failure: [say(locale).cli_score_instrument_unknown({ value: name, codes })] };
}

function readAnswers({ answers: file }: Options, io: Io): { answers: Record<string, unknown> } | Failure {
	const { locale } = io;
	let bytes: Uint8Array;
	try {
		bytes = readFileSync(io.resolvePath(file));
	} catch {
		return { failure: [say(locale).cli_score_answers_unreadable({ file })] };
	}
	const decoded = decodeText(bytes);
	if ('fault' in decoded) return { failure: [`${file}: ${describeTextFault(decoded.fault, locale)}`] };
	let answers: unknown;
	try {
		answers = JSON.parse(decoded.text);
	} catch (error) {
		const detail = error instanceof Error ? error.message : String(error);
		return { failure: [say(locale).cli_score_answers_not_json({ file, detail })] };
	}
	if (typeof answers === 'object' && answers !== null && !Array.isArray(answers)) {
		return { answers: answers as Record<string, unknown> };
	}
	return { failure: [say(locale).cli_score_answers_not_object({ file, example: EXAMPLE })] };
}

function describeProblem({ indicator, kind, value }: AnswerProblem, { levels }: Instrument, locale: Locale): string {
	if (kind === 'indicator_unknown') return say(locale).cli_answer_indicator_unknown({ indicator });
	if (kind === 'na_not_allowed') return say(locale).cli_answer_na_not_allowed({ indicator });
	return say(locale).cli_answer_level_unknown({
		indicator,
		value: JSON.stringify(value),
		from: levels[0]?.level ?? '',
		to: levels.at(-1)?.level ?? ''
	});
}
