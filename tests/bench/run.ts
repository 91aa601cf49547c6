import { cpus } from 'node:os';
import { measureFolder } from './folder.ts';
import { measurePdfs, measureSaves, measureScores, measureScript } from './http.ts';
import { measureLongReport, measureRobustness, measureScoring } from './in-process.ts';
import { measureMapPaint } from './map-paint.ts';
import { startDemo } from './server.ts';

/** One line of the table: what was measured, against which floor in the same run, and what is aimed at. */
interface Row {
	what: string;
	measured: string;
	floor: string;
	ratio: string;
	aim: string;
}

const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(0)} %`;
const perSecond = (rate: number) => `${Math.round(rate).toLocaleString('en')}/s`;

async function main(): Promise<void> {
	const rows: Row[] = [];
	const scoring = measureScoring();
	rows.push({
		what: 'scoring 514 regions × 40 indicators',
		measured: `${scoring.toFixed(1)} ms`,
		floor: '–',
		ratio: '–',
		aim: '< 20 ms'
	});
	rows.push({
		what: 'robustness, 39 regions × 40 indicators × 10,000 runs',
		measured: `${(await measureRobustness()).toFixed(0)} ms`,
		floor: '–',
		ratio: '–',
		aim: '< 1,000 ms'
	});
	const paint = await measureMapPaint();
	rows.push({
		what: 'first paint of the map, 514 regions | 38 regions',
		measured: `${paint.many.toFixed(0)} ms`,
		floor: `${paint.few.toFixed(0)} ms`,
		ratio: percent(paint.many, paint.few),
		aim: '≤ 200 %'
	});
	const long = await measureLongReport();
	for (const [when, took] of [
		['the first', long.first],
		['the same again', long.again]
	] as const)
		rows.push({
			what: `province PDF of ${long.pages} pages, ${when}`,
			measured: `${took.toFixed(0)} ms`,
			floor: '–',
			ratio: '–',
			aim: '< 3,000 ms'
		});
	const demo = await startDemo();
	try {
		rows.push({
			what: 'process start to first answer',
			measured: `${demo.startMs.toFixed(0)} ms`,
			floor: '–',
			ratio: '–',
			aim: '< 1,500 ms'
		});
		const saves = await measureSaves(demo.address);
		rows.push({
			what: 'answer saves over HTTP | SQLite transactions, FULL',
			measured: perSecond(saves.ours),
			floor: perSecond(saves.floor),
			ratio: percent(saves.ours, saves.floor),
			aim: '≥ 25 %'
		});
		const scores = await measureScores(demo.address);
		rows.push({
			what: 'scores of 39 regions | bare node:http, same bytes',
			measured: perSecond(scores.ours),
			floor: perSecond(scores.floor),
			ratio: percent(scores.ours, scores.floor),
			aim: '≥ 40 %'
		});
		const pdf = await measurePdfs(demo.address);
		rows.push(
			...[
				{ what: 'region PDF, warm, the same again', measured: pdf.region, aim: '< 100 ms' },
				{ what: 'region PDF, warm, another each time', measured: pdf.others, aim: '–' },
				{ what: 'province PDF, for the first time', measured: pdf.provinceFirst, aim: '–' },
				{ what: 'province PDF, the same again', measured: pdf.province, aim: '< 2,000 ms' }
			].map(({ measured, ...row }) => ({ ...row, measured: `${measured.toFixed(0)} ms`, floor: '–', ratio: '–' }))
		);
		const script = await measureScript(demo.address);
		rows.push({
			what: 'JavaScript of the questionnaire page, gzip',
			measured: `${(script / 1000).toFixed(1)} kB`,
			floor: '–',
			ratio: '–',
			aim: '< 120 kB'
		});
		const folder = await measureFolder(demo.address);
		const memory = demo.peakMegabytes();
		rows.push(
			{
				what: 'ZIP of 39 region reports, in the background',
				measured: `${folder.folder.toFixed(0)} ms`,
				floor: '–',
				ratio: '–',
				aim: '< 10,000 ms'
			},
			{
				what: 'a save meanwhile, median | a save before, median',
				measured: `${folder.busy.toFixed(1)} ms`,
				floor: `${folder.idle.toFixed(1)} ms`,
				ratio: percent(folder.busy, folder.idle),
				aim: '≤ 200 %'
			},
			{
				what: 'most memory of the server’s process',
				measured: `${memory?.own.toFixed(0) ?? '–'} MB`,
				floor: '–',
				ratio: '–',
				aim: '< 600 MB'
			},
			{
				what: 'the same with the processes that make PDFs',
				measured: `${memory?.withChildren.toFixed(0) ?? '–'} MB`,
				floor: '–',
				ratio: '–',
				aim: '–'
			}
		);
	} finally {
		await demo.stop();
	}
	console.log(`Node ${process.version}, ${cpus().length} cores, ${cpus()[0]?.model ?? ''}\n`);
	console.log('| what | measured | floor | ratio | aim |\n|---|---|---|---|---|');
	for (const { what, measured, floor, ratio, aim } of rows)
		console.log(`| ${what} | ${measured} | ${floor} | ${ratio} | ${aim} |`);
}

await main();
