import { expect, test } from 'vitest';
import { workedInstrument } from '../../../../tests/support/worked-examples.ts';
import { checkAnswers } from './check-answers.ts';

const instrument = workedInstrument();

test('levels, na where it may be chosen and null come through', () => {
	const given = { A1: 4, G2: 'na', B1: null };
	expect(checkAnswers(instrument, given)).toEqual({ answers: given });
});

test('everything that is wrong is named at once', () => {
	const given = { A1: 6, A2: 'na', A3: 2.5, A4: '3', A5: 0, Z1: 3, constructor: 1, B1: 3 };
	expect(checkAnswers(instrument, given)).toEqual({
		problems: [
			{ indicator: 'A1', kind: 'level_unknown', value: 6 },
			{ indicator: 'A2', kind: 'na_not_allowed', value: 'na' },
			{ indicator: 'A3', kind: 'level_unknown', value: 2.5 },
			{ indicator: 'A4', kind: 'level_unknown', value: '3' },
			{ indicator: 'A5', kind: 'level_unknown', value: 0 },
			{ indicator: 'Z1', kind: 'indicator_unknown', value: 3 },
			{ indicator: 'constructor', kind: 'indicator_unknown', value: 1 }
		]
	});
});
