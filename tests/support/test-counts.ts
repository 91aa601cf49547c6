import { readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

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
	testResults: {
		name: string;
		startTime: number;
		endTime: number;
		status: string;
		message: string;
		assertionResults: { fullName: string; status: string; failureMessages: string[] }[];
	}[];
}

interface PlaywrightReport {
	stats: { expected: number; unexpected: number; flaky: number; skipped: number };
	errors: unknown[];
	suites: PlaywrightSuite[];
}

interface PlaywrightSuite {
	file: string;
	suites?: PlaywrightSuite[];
	specs: { title: string; ok: boolean; tests: { results: { duration: number; errors: { message?: string }[] }[] }[] }[];
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
	const suites = readReport<PlaywrightReport>(file)?.suites ?? [];
	return suites.map((suite) => {
		const results = specsOf(suite).flatMap(({ tests }) => tests.flatMap(({ results }) => results));
		return { file: suite.file, seconds: results.reduce((sum, { duration }) => sum + duration, 0) / 1000 };
	});
}

/** Reads the failed tests from vitest's JSON report, each with the beginning of its error. */
export function failuresVitest(file: string): string[] {
	const results = readReport<VitestReport>(file)?.testResults ?? [];
	return results.flatMap(({ name, status, message, assertionResults }) => {
		if (status === 'failed' && assertionResults.length === 0) return [failure(name, message)];
		const failed = assertionResults.filter((test) => test.status === 'failed');
		return failed.map((test) => failure(`${name} › ${test.fullName}`, test.failureMessages.join('\n')));
	});
}

/** Reads the failed tests from Playwright's JSON report, each with the beginning of its error. */
export function failuresPlaywright(file: string): string[] {
	const suites = readReport<PlaywrightReport>(file)?.suites ?? [];
	return suites.flatMap((suite) => {
		const failed = specsOf(suite).filter(({ ok }) => !ok);
		return failed.map(({ title, tests }) => {
			const errors = tests.flatMap(({ results }) => results.flatMap((result) => result.errors));
			return failure(`${suite.file} › ${title}`, errors.map(({ message = '' }) => message).join('\n'));
		});
	});
}

function failure(title: string, message: string): string {
	const lines = stripVTControlCharacters(message)
		.split('\n')
		.filter((line) => line.trim() !== '');
	return [title, ...lines.slice(0, 12)].join('\n    ');
}

function specsOf({ suites = [], specs }: PlaywrightSuite): PlaywrightSuite['specs'] {
	return [...specs, ...suites.flatMap(specsOf)];
}

function readReport<Report>(file: string): Report | null {
	try {
		return JSON.parse(readFileSync(file, 'utf8')) as Report;
	} catch {
		return null; // the runner ended before it wrote one, or in the middle of it; the caller says so
	}
}
