import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { drawWorkflow } from '../support/draw-workflow.ts';

const page = readFileSync('docs/workflow.md', 'utf8').replaceAll('\r\n', '\n');

test('docs/workflow.md holds the drawing that the code gives (node tests/support/draw-workflow.ts writes it)', () => {
	expect(page).toContain(drawWorkflow());
});

test.each([
	'self_assessment --> submitted: submit (respondent, agency, not if self_incomplete or self_unevidenced)',
	'assessed --> in_review: reopen (admin, not if reason_missing)',
	'assessed --> final: finalise (admin, reviewer, in the plenary, not if disputes_open)',
	'plenary --> published: publish (admin, not if unfinished_regions)'
])('the drawing says who may do what, and what stands in the way: %s', (line) => {
	expect(drawWorkflow()).toContain(`  ${line}\n`);
});
