import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AnswerContent } from './answer-content.ts';
import { type AnswerChange, tellStory } from './answer-story.ts';

const MINUTE = 60_000;
const state = (level: number | null, justification = ''): AnswerContent => ({
	level,
	notApplicable: false,
	justification,
	evidenceWaiver: '',
	changeReason: null,
	changeNote: ''
});
const change = (part: Partial<AnswerChange>): AnswerChange => ({
	at: 0,
	by: 'Diskominfo',
	track: 'self',
	before: null,
	after: state(2),
	imported: false,
	...part
});
const told = (changes: AnswerChange[]) =>
	tellStory(changes).map(({ kind, by, before, after, saves }) => [kind, by, before?.level, after.level, saves]);

test('what the form saves while a person types is one chapter', () => {
	const typed = [
		change({ after: state(3) }),
		change({ at: MINUTE, before: state(3), after: state(3, 'Per') }),
		change({ at: 2 * MINUTE, before: state(3, 'Per'), after: state(4, 'Perbup 12/2024') })
	];
	expect(tellStory(typed)).toMatchObject([
		{
			kind: 'first',
			at: 0,
			until: 2 * MINUTE,
			saves: 3,
			before: null,
			after: { level: 4, justification: 'Perbup 12/2024' }
		}
	]);
});

test('another day, another person or another track is another chapter', () => {
	const day = 24 * 60 * MINUTE;
	expect(
		told([
			change({ after: state(2) }),
			change({ at: day, before: state(2), after: state(3) }),
			change({ at: day + MINUTE, by: 'Asesor', track: 'assessor', after: state(1) }),
			change({ at: day + 2 * MINUTE, by: 'Penelaah', track: 'assessor', before: state(1), after: state(2) }),
			change({ at: day + 3 * MINUTE, by: 'Asesor', track: 'assessor', before: state(2), after: state(1) })
		])
	).toEqual([
		['first', 'Diskominfo', undefined, 2, 1],
		['level', 'Diskominfo', 2, 3, 1],
		['first', 'Asesor', undefined, 1, 1],
		['level', 'Penelaah', 1, 2, 1],
		['level', 'Asesor', 2, 1, 1]
	]);
});

test('a text that changed, an answer that was cleared, and a sitting that changed nothing', () => {
	const hour = 60 * MINUTE;
	expect(
		told([
			change({ after: state(2, 'a') }),
			change({ at: hour, before: state(2, 'a'), after: state(2, 'b') }),
			change({ at: 2 * hour, before: state(2, 'b'), after: state(3, 'b') }),
			change({ at: 2 * hour + MINUTE, before: state(3, 'b'), after: state(2, 'b') }),
			change({ at: 4 * hour, before: state(2, 'b'), after: state(null, 'b') })
		])
	).toEqual([
		['first', 'Diskominfo', undefined, 2, 1],
		['text', 'Diskominfo', 2, 2, 1],
		['cleared', 'Diskominfo', 2, null, 1]
	]);
});

test('the order in which changes are handed over never matters', () => {
	const all = [1, 2, 3, 4, 5].map((level) =>
		change({ at: level * 20 * MINUTE, before: level === 1 ? null : state(level - 1), after: state(level) })
	);
	const expected = tellStory(all);
	fc.assert(
		fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
			expect(tellStory(shuffled)).toEqual(expected);
		})
	);
});
