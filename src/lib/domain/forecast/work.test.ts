import { expect, test } from 'vitest';
import type { AssessmentStatus } from '../workflow/types.ts';
import { type RegionHistory, shareDone } from './history.ts';
import { type Progress, WORK_SHARES, workDone } from './work.ts';

const at = (status: AssessmentStatus, self: number, assessor: number): Progress => ({
	status,
	self,
	assessor,
	indicators: 40
});
const total = (progress: Progress) => {
	const { region, assessor } = workDone(progress);
	return region + assessor;
};

test('the shares make up the whole', () => {
	expect(Object.values(WORK_SHARES).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
});

test.each([
	['nothing done', at('not_started', 0, 0), 0],
	['half the own answers', at('self_assessment', 20, 0), 0.125],
	['all own answers, not submitted', at('self_assessment', 40, 0), 0.25],
	['submitted', at('submitted', 40, 0), 0.3],
	['half scored', at('in_review', 40, 20), 0.6],
	['assessed directly, half scored, though the region gave 4 answers', at('in_review', 4, 20), 0.6],
	['all scored, not finished', at('clarification', 40, 40), 0.9],
	['finished', at('assessed', 40, 40), 1],
	['final', at('final', 40, 40), 1]
])('%s', (_case, progress, share) => {
	expect(total(progress)).toBeCloseTo(share, 12);
});

const history: RegionHistory = {
	code: '35.01',
	indicators: 40,
	steps: [
		{ day: 2, to: 'self_assessment', by: 'pacitan' },
		{ day: 9, to: 'submitted', by: 'pacitan' },
		{ day: 12, to: 'in_review', by: 'asesor1' },
		{ day: 14, to: 'assessed', by: 'asesor1' },
		{ day: 20, to: 'in_review', by: 'admin' }
	],
	self: [
		{ day: 2, count: 10, by: 'pacitan' },
		{ day: 9, count: 30, by: 'pacitan' }
	],
	assessor: [
		{ day: 12, count: 20, by: 'asesor1' },
		{ day: 14, count: 20, by: 'asesor1' }
	]
};

test.each([
	[0, 0],
	[2, 0.0625],
	[8, 0.0625],
	[9, 0.3],
	[12, 0.6],
	[14, 1],
	[19, 1],
	[20, 0.9] // opened again: finishing has to be done again
])('at the end of day %i the region has done %f of its work', (day, share) => {
	expect(shareDone([history], day)).toBeCloseTo(share, 12);
});

test('every region weighs the same, and no region means no work', () => {
	const blank = { ...history, steps: [], self: [], assessor: [] };
	expect(shareDone([history, blank], 14)).toBeCloseTo(0.5, 12);
	expect(shareDone([], 14)).toBe(0);
});
