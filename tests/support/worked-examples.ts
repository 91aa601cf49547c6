import { readFileSync } from 'node:fs';
import { parseInstrument } from '#lib/domain/instrument/parse-instrument.ts';
import type { Instrument } from '#lib/domain/instrument/types.ts';
import type { AnswerValue } from '#lib/domain/scoring/types.ts';

const EXAMPLE_1 = {
	A: '4 3 3 2 3 2',
	B: '3 3 2 3 2 2',
	C: '3 2 2 2 1 3',
	D: '4 3 2 2 3 1',
	E: '2 2 3 3 2',
	F: '3 2 2 2 3',
	G: '3 na 3 2 4 1'
};

/** Instrument of the worked examples. */
export function workedInstrument(): Instrument {
	const files = ['instrument', 'A', 'B', 'C', 'D', 'E', 'F', 'G'].map((name) => ({
		name: `${name}.yaml`,
		text: readFileSync(`src/lib/instruments/ikid/${name}.yaml`, 'utf8')
	}));
	const parsed = parseInstrument(files);
	if ('instrument' in parsed) return parsed.instrument;
	throw new Error(JSON.stringify(parsed.faults));
}

/** Answers of the worked example: `-` is unanswered.
 *  @see src/lib/instruments/README.md, Worked examples */
export function workedAnswers(instrument: Instrument, example: 1 | 2): Record<string, AnswerValue> {
	const rows: Record<string, string> = example === 1 ? EXAMPLE_1 : { ...EXAMPLE_1, C: '3 - - 2 - 3', E: '- - - - -' };
	return Object.fromEntries(
		instrument.domains.flatMap((domain) => {
			const values = rows[domain.code]!.split(' ');
			return domain.indicators.map(({ code }, at) => [code, toAnswer(values[at]!)] as const);
		})
	);
}

function toAnswer(written: string): AnswerValue {
	if (written === 'na') return 'na';
	return written === '-' ? null : Number(written);
}
