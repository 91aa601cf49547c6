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
	testResults: { name: string; startTime: number; endTime: number; status: string; assertionResults: unknown[] }[];
}

interface PlaywrightReport {
	stats: { expected: number; unexpected: number; flaky: number; skipped: number };
	errors: unknown[];
	suites: PlaywrightSuite[];
}

interface PlaywrightSuite {
	file: string;
	suites?: PlaywrightSuite[];
	specs: { tests: { results: { duration: number }[] }[] }[];
}

/** Seconds that the tests of a file took, as its runner counts them: files run side by side, so the sum is more than the whole. */
export interface FileTime {
	file: string;
	seconds: number;
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

/** Reads the time of each file from vitest's JSON report; nothing without one. */
export function timeVitest(file: string): FileTime[] {
	const results = readReport<VitestReport>(file)?.testResults ?? [];
	return results.map(({ name, startTime, endTime }) => ({ file: name, seconds: (endTime - startTime) / 1000 }));
}

/** Reads the time of each file from Playwright's JSON report; nothing without one. */
export function timePlaywright(file: string): FileTime[] {
	const inside = ({ suites = [], specs }: PlaywrightSuite): number =>
		suites.reduce((sum, suite) => sum + inside(suite), 0) +
		specs
			.flatMap(({ tests }) => tests.flatMap(({ results }) => results))
			.reduce((sum, { duration }) => sum + duration, 0);
	const suites = readReport<PlaywrightReport>(file)?.suites ?? [];
	return suites.map((suite) => ({ file: suite.file, seconds: inside(suite) / 1000 }));
}

function readReport<Report>(file: string): Report | null {
	try {
		return JSON.parse(readFileSync(file, 'utf8')) as Report;
	} catch {
		return null; // the runner ended before it wrote one, or in the middle of it; the caller says so
	}
}
