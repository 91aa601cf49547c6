import { readFileSync } from 'node:fs';

/** Tests of one runner; `skipped` of the `failed` were not run. */
export interface Counts {
	passed: number;
	failed: number;
	skipped: number;
}

interface VitestReport {
	numPassedTests: number;
	numFailedTests: number;
	numPendingTests: number;
	numTodoTests: number;
	testResults: { status: string; assertionResults: unknown[] }[];
}

interface PlaywrightReport {
	stats: { expected: number; unexpected: number; flaky: number; skipped: number };
	errors: unknown[];
}

/** Reads the counts of vitest.
 *  @returns the counts in vitest's JSON report, a file that could not be loaded as one failed; null without a report */
export function countVitest(file: string): Counts | null {
	const report = readReport<VitestReport>(file);
	if (!report) return null;
	const broken = report.testResults.filter(
		(result) => result.status === 'failed' && result.assertionResults.length === 0
	);
	const skipped = report.numPendingTests + report.numTodoTests;
	return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length + skipped, skipped };
}

/** Reads the counts of Playwright.
 *  @returns the counts in Playwright's JSON report, each error outside a test as one failed; null without a report */
export function countPlaywright(file: string): Counts | null {
	const report = readReport<PlaywrightReport>(file);
	if (!report) return null;
	const { expected, unexpected, flaky, skipped } = report.stats;
	return { passed: expected, failed: unexpected + flaky + skipped + report.errors.length, skipped };
}

function readReport<Report>(file: string): Report | null {
	try {
		return JSON.parse(readFileSync(file, 'utf8')) as Report;
	} catch {
		return null; // the runner ended before it wrote one, or in the middle of it; the caller says so
	}
}
