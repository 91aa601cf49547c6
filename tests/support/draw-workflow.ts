/**
 * Draws the life of an assessment and of a round from the code that decides it, for docs/workflow.md:
 * `node tests/support/draw-workflow.ts` writes it there.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import {
	ASSESSMENT_STEPS,
	isTrackOpen,
	type Step,
	type StepContext,
	STEPS,
	takeStep
} from '#lib/domain/workflow/assessment-machine.ts';
import { ROUND_STEPS, takeRoundStep } from '#lib/domain/workflow/round-machine.ts';
import { ASSESSMENT_STATUSES, ROUND_STATUSES, TRACKS } from '#lib/domain/workflow/types.ts';
import { MOVE_PERMISSION } from '#lib/server/fieldwork/steps/move-assessment.ts';
import { hasPermission, type Permission, type Viewer } from '#lib/server/people/access/access.ts';
import { ROLES } from '#lib/server/people/users/user-input.ts';

/** Facts with nothing in the way of a step. */
const FREE: StepContext = {
	round: 'open',
	missing: { self: 0, assessor: 0 },
	unevidenced: { self: 0, assessor: 0 },
	unexplained: 0,
	openClarifications: 0,
	askedClarifications: 0,
	openDisputes: 0,
	reason: 'a reason'
};

/** Hindrances, each one thing missing that a guard may ask for. */
const HINDRANCES: Partial<StepContext>[] = [
	{ missing: { self: 1, assessor: 1 } },
	{ unevidenced: { self: 1, assessor: 1 } },
	{ unexplained: 1 },
	{ openClarifications: 1 },
	{ askedClarifications: 1 },
	{ openDisputes: 1 },
	{ reason: '' }
];

/** Permissions by step: a person with one of them takes it, on the assessments that it reaches. */
const PERMISSIONS: Record<Step, Permission[]> = {
	start: ['answer.write.self'],
	ask: ['clarification.ask'],
	answer: ['clarification.answer'],
	withdraw: ['clarification.ask'],
	...(Object.fromEntries(Object.entries(MOVE_PERMISSION).map(([step, permission]) => [step, [permission]])) as Record<
		keyof typeof MOVE_PERMISSION,
		Permission[]
	>)
};

const FILE = 'docs/workflow.md';
const MARK = /<!-- drawn from the code -->\n[\s\S]*<!-- end -->/;

/** Draws the workflow as Markdown: each state, each step with its people and the reasons for refusing it, and the
 *  tracks that take answers in each status. */
export function drawWorkflow(): string {
	return [
		'## Assessment',
		mermaid([`[*] --> ${ASSESSMENT_STATUSES[0]}`, ...assessmentSteps()]),
		'## Tracks that take answers',
		'While the round is open; `plenary` where only the plenary of the round opens it.',
		trackTable(),
		'## Round',
		mermaid([`[*] --> ${ROUND_STATUSES[0]}`, ...roundSteps()])
	].join('\n\n');
}

function assessmentSteps(): string[] {
	return STEPS.flatMap((step) =>
		ASSESSMENT_STATUSES.flatMap((from) => {
			const free = { ...FREE, round: ASSESSMENT_STEPS[step].rounds[0]! };
			const next = takeStep(from, step, free);
			if ('refusal' in next) return [];
			const refusals = HINDRANCES.map((hindrance) => takeStep(from, step, { ...free, ...hindrance })).flatMap(
				(result) => ('refusal' in result ? [result.refusal] : [])
			);
			const inPlenary = free.round === 'plenary' ? ['in the plenary'] : [];
			return arrow(from, next.status, step, [...rolesOf(PERMISSIONS[step]), ...inPlenary], refusals);
		})
	);
}

function roundSteps(): string[] {
	const free = { unfinished: [], confirmed: [], reason: 'a reason' };
	return ROUND_STEPS.flatMap((step) =>
		ROUND_STATUSES.flatMap((from) => {
			const next = takeRoundStep(from, step, free);
			if ('refusal' in next) return [];
			const refusals = [{ unfinished: ['35.01'] }, { reason: '' }]
				.map((hindrance) => takeRoundStep(from, step, { ...free, ...hindrance }))
				.flatMap((result) => ('refusal' in result ? [result.refusal] : []));
			return arrow(from, next.status, step, rolesOf(['round.manage']), refusals);
		})
	);
}

function rolesOf(permissions: readonly Permission[]): string[] {
	return ROLES.filter((role) => permissions.some((permission) => hasPermission(someone(role), permission)));
}

function arrow(from: string, to: string, step: string, who: string[], refusals: string[]): string {
	const unless = refusals.length > 0 ? `, not if ${refusals.join(' or ')}` : '';
	return `${from} --> ${to}: ${step} (${who.join(', ')}${unless})`;
}

function someone(role: Viewer['role']): Viewer {
	return { id: role, username: role, displayName: role, role, regionCode: null, agencyId: null };
}

function mermaid(lines: string[]): string {
	return ['```mermaid', 'stateDiagram-v2', ...lines.map((line) => `  ${line}`), '```'].join('\n');
}

/** Table of tracks and statuses, padded as Prettier does it. */
function trackTable(): string {
	const cells = [
		['', ...TRACKS.map((track) => `\`${track}\``)],
		...ASSESSMENT_STATUSES.map((status) => [
			status,
			...TRACKS.map((track) =>
				isTrackOpen(track, status, 'open') ? 'yes' : isTrackOpen(track, status, 'plenary') ? 'plenary' : '–'
			)
		])
	];
	const widths = cells[0]!.map((_, column) => Math.max(3, ...cells.map((row) => row[column]!.length)));
	const line = (row: string[]) => `| ${row.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`;
	return [
		line(cells[0]!),
		`| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`,
		...cells.slice(1).map(line)
	].join('\n');
}

if (import.meta.main)
	writeFileSync(
		FILE,
		readFileSync(FILE, 'utf8').replace(MARK, `<!-- drawn from the code -->\n\n${drawWorkflow()}\n\n<!-- end -->`)
	);
