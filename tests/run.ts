/**
 * Everything that CI runs (`npm test`): checks, build, unit and contract tests, tests in the browser.
 *
 * Everything runs even when something fails before it. At the end stand the time of each part, the slowest files, each
 * failed test with the beginning of its error (a long log may reach its reader cut), and as the last line `N passed, N
 * failed`: the tests of both runners together. A skipped test counts as failed. So does, as one, each check that fails,
 * each runner that ends without a result, runs no test, or fails for another reason than a failed test.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, delimiter, join } from 'node:path';
import { killRunning, type Outcome, runStep, type Step, timeTable } from './support/run-step.ts';
import {
	countPlaywright,
	countVitest,
	type Counts,
	failuresPlaywright,
	failuresVitest,
	type FileTime,
	timePlaywright,
	timeVitest
} from './support/test-counts.ts';

const minute = 60_000;
const root = join(import.meta.dirname, '..');
const reports = mkdtempSync(join(tmpdir(), 'siap-test-'));
const vitestReport = join(reports, 'vitest.json');
const playwrightReport = join(reports, 'playwright.json');

process.chdir(root);
// The pinned Node and the tools of this repository, also when this file is run without npm.
process.env.PATH = [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter);
process.env.PLAYWRIGHT_JSON_OUTPUT_NAME = playwrightReport;
// A test must not find the system that runs on this machine.
for (const name of ['DATA_DIR', 'HOST', 'PORT', 'ORIGIN', 'SMTP_URL', 'MAIL_FROM']) delete process.env[name];

const compile = step('texts and route types', 'npm run --silent sync', 2 * minute);
const checks = [
	step('eslint', 'eslint . --max-warnings 0', 5 * minute),
	step('types (svelte-check)', 'svelte-check --tsconfig ./tsconfig.json --fail-on-warnings --output human', 5 * minute),
	step('unused code (knip)', 'knip --no-progress --treat-config-hints-as-errors', 3 * minute),
	step('prettier', 'prettier --check --log-level warn .', 3 * minute)
];
const build = step(
	'vite build',
	'vite build --logLevel warn && vite build --config vite.program.config.ts --logLevel warn',
	5 * minute
);
const vitest = step(
	'unit and contract tests (vitest)',
	`vitest run --allowOnly=false --silent=passed-only --reporter=default --reporter=json --outputFile.json="${vitestReport}"`,
	8 * minute
);
const playwright = step(
	'tests in the browser (playwright)',
	'playwright test --forbid-only --reporter=line,json',
	12 * minute
);

async function main(): Promise<void> {
	const began = performance.now();
	const outcomes: Outcome[] = [];
	const run = async (step: Step, output?: 'live') => {
		const outcome = await runStep(step, output);
		outcomes.push(outcome);
		return outcome;
	};
	const failedChecks: string[] = [];
	const check = async (step: Step) => {
		if ((await run(step)).code !== 0) failedChecks.push(step.name);
	};

	await check(compile);
	await twoAtATime(checks, check);
	rmSync('build', { recursive: true, force: true }); // if the build fails, the browser must not test an older one
	await check(build); // after the checks: it writes Kit's folder anew, which they read
	const counts = [
		verdict(await run(vitest, 'live'), countVitest(vitestReport)),
		verdict(await run(playwright, 'live'), countPlaywright(playwrightReport))
	];

	console.log(`\n${timeTable(outcomes, (performance.now() - began) / 1000)}`);
	console.log(`\nSlowest files: ${slowest([...timeVitest(vitestReport), ...timePlaywright(playwrightReport)])}`);
	for (const failed of [...failuresVitest(vitestReport), ...failuresPlaywright(playwrightReport)])
		console.log(`\n✗ ${failed}`);
	console.log(failedChecks.length > 0 ? `\nFailed checks: ${failedChecks.join(', ')}` : '\nAll checks are good.');
	const passed = counts.reduce((sum, count) => sum + count.passed, 0);
	const failed = counts.reduce((sum, count) => sum + count.failed, failedChecks.length);
	process.exitCode = failed > 0 ? 1 : 0;
	console.log(`${passed} passed, ${failed} failed`);
}

function step(name: string, command: string, limitMs: number): Step {
	return { name, command, limitMs };
}

/** Names the twenty files that take most of the time. */
function slowest(files: readonly FileTime[]): string {
	const sorted = files.toSorted((a, b) => b.seconds - a.seconds).slice(0, 20);
	return sorted.map(({ file, seconds }) => `${basename(file)} ${seconds.toFixed(0)} s`).join(', ');
}

async function twoAtATime(steps: readonly Step[], run: (step: Step) => Promise<void>): Promise<void> {
	const waiting = [...steps];
	const work = async () => {
		for (let next = waiting.shift(); next; next = waiting.shift()) await run(next);
	};
	await Promise.all([work(), work()]);
}

/** @param counts null when the runner left no readable result */
function verdict({ code, name }: Outcome, counts: Counts | null): Counts {
	const problem = !counts
		? 'left no result'
		: counts.passed + counts.failed === 0
			? 'ran no test'
			: code !== 0 && counts.failed === 0
				? `ended with code ${code} though no test failed`
				: null;
	if (problem) console.log(`✗ ${name}: ${problem}; counts as 1 failed`);
	if (counts && counts.skipped > 0) console.log(`✗ ${name}: ${counts.skipped} skipped, counted as failed`);
	const { passed = 0, failed = 0 } = counts ?? {};
	return { passed, failed: failed + (problem ? 1 : 0), skipped: counts?.skipped ?? 0 };
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
	process.once(signal, () => {
		killRunning();
		process.exit(1);
	});
}
try {
	await main();
} finally {
	rmSync(reports, { recursive: true, force: true });
}
