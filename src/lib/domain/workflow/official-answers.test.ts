import { expect, test } from 'vitest';
import type { Track } from './types.ts';
import { lastTrack, officialAnswers, type TrackAnswer, tracksInUse } from './official-answers.ts';

function answer(track: Track, level: number | null, notApplicable = false, indicator = 'A1'): TrackAnswer {
	return { indicator, track, level, notApplicable };
}

test.each<[string, TrackAnswer[], unknown]>([
	[
		'the last track wins, in whatever order they come',
		[answer('final', 4), answer('self', 2), answer('assessor', 3)],
		{ A1: 4 }
	],
	['a later track without an answer leaves the earlier one', [answer('self', 2), answer('assessor', null)], { A1: 2 }],
	['not applicable is an answer', [answer('self', 2), answer('assessor', null, true)], { A1: 'na' }],
	['a level may follow not applicable', [answer('self', null, true), answer('assessor', 1)], { A1: 1 }],
	['each indicator on its own', [answer('self', 2), answer('final', 5, false, 'B1')], { A1: 2, B1: 5 }],
	['opened but not answered is not there', [answer('self', null)], {}],
	['nothing', [], {}]
])('%s', (_name, answers, expected) => {
	expect(officialAnswers(answers)).toEqual(expected);
});

test.each<[TrackAnswer[], Track | null]>([
	[[answer('self', 2), answer('assessor', null)], 'self'],
	[[answer('assessor', null, true), answer('self', 2)], 'assessor'],
	[[answer('final', 1)], 'final'],
	[[answer('self', null)], null],
	[[], null]
])('the last track with an answer of %j is %s', (answers, expected) => {
	expect(lastTrack(answers)).toBe(expected);
});

test('each official answer is counted once, for the track that it comes from', () => {
	const answers = [
		answer('self', 2, false, 'A1'),
		answer('self', 2, false, 'A2'),
		answer('self', null, true, 'A3'),
		answer('assessor', 3, false, 'A2'),
		answer('assessor', null, false, 'A3')
	];
	expect(tracksInUse(answers)).toEqual([
		{ track: 'self', count: 2 },
		{ track: 'assessor', count: 1 }
	]);
	expect(tracksInUse([])).toEqual([]);
});
