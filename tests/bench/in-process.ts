import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { getDocumentProxy } from 'unpdf';
import { score } from '#lib/domain/scoring/score.ts';
import { closeWorkers } from '#lib/server/foundation/jobs/job-worker.ts';
import { renderPdf } from '#lib/server/documents/print/render-pdf.ts';
import { sampleProvinceReport, sampleRegionReport } from '../support/sample-report.ts';
import { runOnThreads } from '#lib/server/insight/robustness/run-on-threads.ts';
import { workedAnswers, workedInstrument } from '../support/worked-examples.ts';

const REGIONS = 514;
const TRANSACTIONS = 3_000;

/** Milliseconds to score every region of the country once; the median of nine runs after one to warm up. */
export function measureScoring(): number {
	const instrument = workedInstrument();
	const answers = Array.from({ length: REGIONS }, (_, n) => {
		const shifted = Object.entries(workedAnswers(instrument, 1)).map(([code, value]) => [
			code,
			typeof value === 'number' ? 1 + ((value + n) % 5) : value
		]);
		return Object.fromEntries(shifted) as Record<string, number | 'na' | null>;
	});
	const runs = Array.from({ length: 10 }, () => {
		const began = performance.now();
		for (const each of answers) score(instrument, each);
		return performance.now() - began;
	});
	return median(runs.slice(1));
}

/** Milliseconds for the robustness of a ranking of 39 regions × 40 indicators in 10,000 runs, on two threads that are
 *  warm; the median of five after one. */
export async function measureRobustness(): Promise<number> {
	const instrument = workedInstrument();
	const codes = instrument.domains.flatMap(({ indicators }) => indicators.map(({ code }) => code));
	const regions = Array.from({ length: 39 }, (_, n) => ({
		code: String(n),
		answers: Object.fromEntries(codes.map((code, at) => [code, 1 + ((at + n * 3) % 4)])),
		uncertain: codes.filter((_, at) => (at + n) % 4 === 0)
	}));
	const settings = { runs: 10_000, seed: 1, strength: 50, vary: { weights: true, levels: true, aggregation: true } };
	const input = { instrument, regions, disagreement: { '-1': 0.2, 0: 0.6, 1: 0.2 }, settings };
	const times: number[] = [];
	for (let run = 0; run < 6; run++) {
		const began = performance.now();
		await runOnThreads(input).ended;
		times.push(performance.now() - began);
	}
	await closeWorkers();
	return median(times.slice(1));
}

/** Regions beyond those of the sample, so that the province's report has over 100 pages. */
const MORE_REGIONS = 34;

/** Milliseconds for the report of a province with more regions than East Java: the first of it in a process that has laid
 *  out another document, and the same again.
 *  @returns with its number of pages */
export async function measureLongReport(): Promise<{ pages: number; first: number; again: number }> {
	const report = sampleProvinceReport();
	const more = report.results.filter(({ score }) => score.index !== null).slice(0, MORE_REGIONS);
	const moved = (code: string) => code.replace('35.', '36.');
	const data = {
		...report,
		results: [
			...report.results,
			...more.map(({ region, ...result }) => ({ ...result, region: { ...region, code: moved(region.code) } }))
		],
		plans: {
			...report.plans,
			...Object.fromEntries(more.map(({ region: { code } }) => [moved(code), report.plans[code]!]))
		}
	};
	await renderPdf('region', sampleRegionReport('35.78'));
	const time = async () => {
		const began = performance.now();
		const pdf = await renderPdf('province', data);
		return { pdf, took: performance.now() - began };
	};
	const { pdf, took: first } = await time();
	const { took: again } = await time();
	const { numPages: pages } = await getDocumentProxy(new Uint8Array(pdf));
	await closeWorkers();
	return { pages, first, again };
}

/** Transactions a second that bare SQLite keeps safe against a power cut: one upsert each, WAL, `synchronous=FULL`. */
export function measureFloorOfSaves(): number {
	const folder = mkdtempSync(join(tmpdir(), 'siap-floor-'));
	const db = new Sqlite(join(folder, 'floor.sqlite'));
	db.pragma('journal_mode = WAL');
	db.pragma('synchronous = FULL');
	db.exec('CREATE TABLE answers (id INTEGER PRIMARY KEY, level INTEGER, justification TEXT, version INTEGER) STRICT');
	const upsert = db.prepare(
		'INSERT INTO answers VALUES (?, ?, ?, 1) ON CONFLICT (id) DO UPDATE SET level = excluded.level, version = version + 1'
	);
	const began = performance.now();
	for (let n = 0; n < TRANSACTIONS; n++) db.transaction(() => upsert.run(n % 40, 1 + (n % 5), 'Perbup diundangkan.'))();
	const rate = (1000 * TRANSACTIONS) / (performance.now() - began);
	db.close();
	rmSync(folder, { recursive: true, force: true });
	return rate;
}

/** The middle value. */
export function median(values: readonly number[]): number {
	return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}
