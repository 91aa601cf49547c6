import { expect, test } from 'vitest';
import type { TextsView, TextView } from '#lib/server/documents/own-texts/read-texts.ts';
import { chooseTexts } from './choose-texts.ts';

const text = (passage: string, state: 'system' | 'own' | 'marked' | 'orphan' = 'system'): TextView => ({
	passage,
	generated: state === 'orphan' ? null : 'Kalimat sistem.',
	own:
		state === 'system'
			? null
			: { choice: 'own', text: 'Sendiri.', generated: 'Dulu.', writtenBy: 'Penelaah', writtenAt: 0 },
	isMarked: state === 'marked',
	limit: 2000,
	version: 1,
	seen: ''
});

const view: TextsView = {
	chapters: [
		{ chapter: 'summary', texts: [text('summary.period'), text('summary.own', 'own')] },
		{
			chapter: 'regions',
			texts: [
				text('regions.35.01.meaning', 'marked'),
				text('regions.35.01.next.A1'),
				text('regions.35.78.meaning'),
				text('regions.35.78.next.index', 'own')
			]
		},
		{ chapter: 'method', texts: [text('method.index')] }
	],
	orphans: [text('plan.late', 'orphan')]
};
const choose = (asked: Partial<Record<'show' | 'chapter' | 'part', string>> = {}, of = view) =>
	chooseTexts(of, { show: null, chapter: null, part: null, ...asked });
const keysOf = ({ shown }: ReturnType<typeof choose>) =>
	shown.map(({ chapter, part, texts }) => [chapter, part, ...texts.map(({ passage }) => passage)]);

test('each chapter says how much of it was written by people and is to be checked, with what has lost its place at the end', () => {
	const { counts, chapters } = choose();
	expect(counts).toEqual({ all: 8, own: 4, unsure: 2 });
	expect(chapters.map(({ chapter, counts: { all, own, unsure } }) => [chapter, all, own, unsure])).toEqual([
		['summary', 2, 1, 0],
		['regions', 4, 2, 1],
		['method', 1, 0, 0],
		['orphans', 1, 1, 1]
	]);
});

test.each([
	['nothing chosen: the first chapter', {}, [['summary', null, 'summary.period', 'summary.own']], 'regions', null],
	[
		'a chapter that the document has not',
		{ chapter: 'sheets' },
		[['summary', null, 'summary.period', 'summary.own']],
		'regions',
		null
	],
	['the last chapter', { chapter: 'orphans' }, [['orphans', null, 'plan.late']], null, null],
	[
		'of the pages on regions the first region, then the next',
		{ chapter: 'regions' },
		[['regions', '35.01', 'regions.35.01.meaning', 'regions.35.01.next.A1']],
		'regions',
		'35.78'
	],
	[
		'the last region, then the next chapter',
		{ chapter: 'regions', part: '35.78' },
		[['regions', '35.78', 'regions.35.78.meaning', 'regions.35.78.next.index']],
		'method',
		null
	],
	[
		'what is to be checked, of all chapters',
		{ show: 'unsure', chapter: 'summary' },
		[
			['regions', '35.01', 'regions.35.01.meaning'],
			['orphans', null, 'plan.late']
		],
		null,
		null
	],
	[
		'what people wrote, of all chapters',
		{ show: 'own' },
		[
			['summary', null, 'summary.own'],
			['regions', '35.01', 'regions.35.01.meaning'],
			['regions', '35.78', 'regions.35.78.next.index'],
			['orphans', null, 'plan.late']
		],
		null,
		null
	]
])('%s', (_name, asked, shown, nextChapter, nextPart) => {
	const chosen = choose(asked);
	expect(keysOf(chosen)).toEqual(shown);
	expect([chosen.next?.chapter ?? null, chosen.next?.part ?? null]).toEqual([nextChapter, nextPart]);
});

test('a region is chosen by how much of it is to be checked', () => {
	const { parts, part } = choose({ chapter: 'regions' });
	expect(part).toBe('35.01');
	expect(parts.map(({ part: code, counts: { own, unsure } }) => [code, own, unsure])).toEqual([
		['35.01', 1, 1],
		['35.78', 1, 0]
	]);
});

test('the sheets of a plan stand together, each under its party; the table of regions is no region', () => {
	const plan: TextsView = {
		chapters: [
			{ chapter: 'regions', texts: [text('regions.finding')] },
			{
				chapter: 'sheets',
				texts: [text('sheets.bappeda.lead'), text('sheets.bappeda.late'), text('sheets.bps.support')]
			}
		],
		orphans: []
	};
	expect(keysOf(choose({ chapter: 'sheets' }, plan))).toEqual([
		['sheets', 'bappeda', 'sheets.bappeda.lead', 'sheets.bappeda.late'],
		['sheets', 'bps', 'sheets.bps.support']
	]);
	expect(keysOf(choose({ chapter: 'regions' }, plan))).toEqual([['regions', null, 'regions.finding']]);
	expect(keysOf(choose({}, { chapters: [], orphans: [] }))).toEqual([]);
});
