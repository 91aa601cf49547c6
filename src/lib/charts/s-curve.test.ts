import { expect, test } from 'vitest';
import { printPaint } from './paint.ts';
import { type SCurve, sCurve, type SCurveOptions } from './s-curve.ts';

const options: SCurveOptions = {
	title: 'Pekerjaan tertinggal',
	paint: printPaint,
	labels: {
		plan: 'Rencana',
		done: 'Selesai',
		forecast: 'Perkiraan',
		band: '8 dari 10 kemungkinan',
		today: 'Hari ini',
		deadline: 'Tenggat <b>'
	},
	formatDay: (day) => `h${day}`,
	formatShare: (share) => `${share * 100}%`
};
const curve: SCurve = {
	plan: [
		{ day: -1, share: 0 },
		{ day: 90, share: 1 }
	],
	done: [
		{ day: -1, share: 0 },
		{ day: 59, share: 0.5 }
	],
	forecast: [
		{ day: 59, low: 0.5, middle: 0.5, high: 0.5 },
		{ day: 99, low: 0.8, middle: 0.9, high: 1 }
	],
	today: 59,
	deadline: 90
};
const paths = (svg: string) => [...svg.matchAll(/<path d="([^"]+)"/g)].map(([, d]) => d!);

test('plan, forecast with its band, and done are drawn from corner to corner', () => {
	const drawn = paths(sCurve(curve, options));
	expect(drawn).toHaveLength(4);
	const [band, plan, , done] = drawn;
	expect(band).toMatch(/Z$/);
	expect(plan).toMatch(/^M48\.0 330\.0L/); // nothing done before the first day
	expect(plan).toMatch(/ 72\.0$/); // everything by the deadline
	expect(done).toMatch(/^M48\.0 330\.0L441\.6 201\.0$/); // 60 of 100 days, half of the work
});

test('without a forecast neither band nor its key is there, and the round fills the width', () => {
	const svg = sCurve({ ...curve, forecast: [] }, options);
	expect(paths(svg)).toHaveLength(2);
	expect(svg).not.toContain('Perkiraan');
	expect(paths(svg)[0]).toMatch(/L704\.0 72\.0$/);
});

test('a forecast without an end in sight does not push the round into a corner', () => {
	const far = { ...curve, forecast: [...curve.forecast, { day: 4000, low: 1, middle: 1, high: 1 }] };
	for (const [, x] of sCurve(far, options).matchAll(/[ML]([\d.]+) /g)) expect(Number(x)).toBeLessThanOrEqual(704);
});

test('texts are escaped, and the title names the drawing', () => {
	const svg = sCurve(curve, options);
	expect(svg).toContain('Tenggat &lt;b&gt;');
	expect(svg).toContain('aria-label="Pekerjaan tertinggal"');
});

test('a round that has not begun draws its plan alone', () => {
	const svg = sCurve({ ...curve, done: [], forecast: [], today: -5 }, options);
	expect(paths(svg)).toHaveLength(1);
	expect(svg).not.toContain('Hari ini');
});
