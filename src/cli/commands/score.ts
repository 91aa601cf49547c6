import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type AnswerProblem, checkAnswers } from '#lib/domain/instrument/check-answers.ts';
import type { ParsedInstrument } from '#lib/domain/instrument/parse-instrument.ts';
import type { Instrument, Text } from '#lib/domain/instrument/types.ts';
import { score } from '#lib/domain/scoring/score.ts';
import { m } from '#lib/paraglide/messages.js';
import { faultLine } from '#lib/server/instruments/describe-fault.ts';
import { findShippedInstrument, listShippedCodes, readInstrument } from '#lib/server/instruments/read-instrument.ts';
import type { CommandIo } from '../command-io.ts';

export const usage = 'siap score --instrument F|CODE --answers F [--lang id|en]';

interface Options {
	instrument: string;
	answers: string;
	locale: keyof Text;
}

/** Scores a file of answers, `{"A1": 4, "G2": "na"}`, and prints the result in the API's shape; needs no database.
 *  @param args what follows the command's name; `--instrument` takes a shipped code before a path (write `./ikid` for a
 *  folder of that name)
 *  @returns exit code: 0 scored, 1 instrument or answers at fault, 2 usage */
export function run(args: string[], io: CommandIo): number {
	const options = parse(args);
	if (!options) {
		io.err(usage);
		return 2;
	}
	const { locale } = options;
	const parsed = openInstrument(options);
	if ('sentences' in parsed) return fail(parsed.sentences, io);
	if ('faults' in parsed)
		return fail(
			parsed.faults.map((fault) => faultLine(fault, locale)),
			io
		);
	const given = readAnswers(options);
	if ('sentences' in given) return fail(given.sentences, io);
	const checked = checkAnswers(parsed.instrument, given.answers);
	if ('problems' in checked) {
		return fail(
			checked.problems.map((problem) => describeProblem(problem, parsed.instrument, locale)),
			io
		);
	}
	const { index, provisional, completeness, predicate, readinessClass, domains, gates } = score(
		parsed.instrument,
		checked.answers
	);
	const result = { index, provisional, completeness, predicate, readinessClass, domains, gates };
	io.out(JSON.stringify({ region: null, status: null, track: null, ...result }, null, '\t'));
	return 0;
}

function parse(args: string[]): Options | undefined {
	try {
		const { instrument, answers, lang } = parseArgs({
			args,
			options: { instrument: { type: 'string' }, answers: { type: 'string' }, lang: { type: 'string', default: 'id' } }
		}).values;
		if (!instrument || !answers || (lang !== 'id' && lang !== 'en')) return undefined;
		return { instrument, answers, locale: lang };
	} catch {
		return undefined; // parseArgs throws on options it does not know: usage
	}
}

function fail(sentences: string[], io: CommandIo): number {
	for (const sentence of sentences) io.err(sentence);
	return 1;
}

function openInstrument({ instrument, locale }: Options): ParsedInstrument | { sentences: string[] } {
	const shipped = findShippedInstrument(instrument);
	if (shipped) return shipped;
	if (existsSync(instrument)) return readInstrument(instrument);
	const codes = listShippedCodes().join(', ');
	return { sentences: [m.cli_score_instrument_unknown({ value: instrument, codes }, { locale })] };
}

function readAnswers({
	answers: file,
	locale
}: Options): { answers: Record<string, unknown> } | { sentences: string[] } {
	let text: string;
	try {
		text = readFileSync(file, 'utf8');
	} catch {
		return { sentences: [m.cli_score_answers_unreadable({ file }, { locale })] };
	}
	let answers: unknown;
	try {
		answers = JSON.parse(text);
	} catch (error) {
		const detail = error instanceof Error ? error.message : String(error);
		return { sentences: [m.cli_score_answers_not_json({ file, detail }, { locale })] };
	}
	if (typeof answers === 'object' && answers !== null && !Array.isArray(answers)) {
		return { answers: answers as Record<string, unknown> };
	}
	return { sentences: [m.cli_score_answers_not_object({ file, example: '{"A1": 4, "G2": "na"}' }, { locale })] };
}

function describeProblem(
	{ indicator, kind, value }: AnswerProblem,
	{ levels }: Instrument,
	locale: keyof Text
): string {
	if (kind === 'indicator_unknown') return m.cli_answer_indicator_unknown({ indicator }, { locale });
	if (kind === 'na_not_allowed') return m.cli_answer_na_not_allowed({ indicator }, { locale });
	return m.cli_answer_level_unknown(
		{ indicator, value: JSON.stringify(value), from: levels[0]?.level ?? '', to: levels.at(-1)?.level ?? '' },
		{ locale }
	);
}
