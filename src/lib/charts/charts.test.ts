import { describe, expect, test } from 'vitest';
import { EAST_JAVA, EAST_JAVA_PROFILE } from '../../../tests/support/east-java.ts';
import { WHOLE } from '../domain/geography/zoom.ts';
import { barChart } from './bar-chart.ts';
import { boundaryMap, type Geometries, type Polygon } from './boundary-map.ts';
import { classMark, classStyle } from './class-mark.ts';
import { distributionBar } from './distribution-bar.ts';
import { histogram } from './histogram.ts';
import { mapLegend } from './map-legend.ts';
import { regionStyle, type MapRegion } from './map-region.ts';
import { printPaint, screenPaint } from './paint.ts';
import { radarChart } from './radar-chart.ts';
import { rankingChart } from './ranking-chart.ts';
import { textWidth } from './text-fit.ts';
import { regionMap } from './region-map.ts';
import { tileAbbreviation } from './tile-abbreviations.ts';
import { tileMap } from './tile-map.ts';

interface Node {
	name: string;
	attributes: Record<string, string>;
	text: string;
	children: Node[];
}

/** Reads the markup and fails on anything that is not well formed: unclosed, badly nested, unescaped. */
function parse(svg: string): Node {
	const root: Node = { name: '', attributes: {}, text: '', children: [] };
	const open = [root];
	let rest = svg;
	while (rest !== '') {
		const token =
			/^<\/(\w+)>/.exec(rest) ??
			/^<(\w+)((?: [\w:-]+="[^"<]*")*)(\/?)>/.exec(rest) ??
			/^(?:[^<>&]|&(?:amp|lt|gt|quot|#39);)+/.exec(rest);
		if (!token) throw new Error(`not well formed at: ${rest.slice(0, 60)}`);
		rest = rest.slice(token[0].length);
		const parent = open.at(-1)!;
		if (token[0].startsWith('</')) {
			if (parent.name !== token[1]) throw new Error(`</${token[1]}> closes <${parent.name}>`);
			open.pop();
		} else if (token[0].startsWith('<')) {
			const attributes = Object.fromEntries([...token[2]!.matchAll(/([\w:-]+)="([^"]*)"/g)].map((m) => [m[1]!, m[2]!]));
			const node = { name: token[1]!, attributes, text: '', children: [] };
			parent.children.push(node);
			if (token[3] !== '/') open.push(node);
		} else parent.text += token[0];
	}
	if (open.length !== 1 || root.children.length !== 1) throw new Error('not one whole element');
	return root.children[0]!;
}

function all(node: Node, name: string): Node[] {
	return node.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);
}

const classes = [
	{ code: 'ready', label: 'Siap Integrasi' },
	{ code: 'nearly_ready', label: 'Hampir Siap' },
	{ code: 'needs_support', label: 'Perlu Pendampingan' },
	{ code: 'lagging', label: 'Tertinggal' }
];

const regions: MapRegion[] = EAST_JAVA.map((region, i) => ({
	region,
	value: 1 + (i % 9) / 2,
	label: (1 + (i % 9) / 2).toFixed(2),
	className: classes[i % 4]!.code,
	state: 'assessed',
	href: `/rounds/2026/regions/${region.code}`,
	ariaLabel: `${region.name}, indeks ${i}`
}));
const blank = (region: MapRegion, state: MapRegion['state']): MapRegion => ({
	...region,
	value: null,
	label: '–',
	className: null,
	state
});

const options = {
	id: 'map',
	title: 'Peta integrasi',
	colourBy: 'class' as const,
	classes,
	paint: printPaint,
	typeLabels: { kabupaten: 'Kab.', kota: 'Kota', province: 'Provinsi' }
};

const square = (west: number, south: number, size: number): Polygon => ({
	type: 'Polygon',
	coordinates: [
		[
			[west, south],
			[west + size, south],
			[west + size, south + size],
			[west, south + size],
			[west, south]
		]
	]
});
/** A square for each region around its point, and one for Gresik that also lies where Bawean is. */
const geometries: Geometries = {
	...Object.fromEntries(EAST_JAVA.map(({ code, lon, lat }) => [code, square(lon - 0.05, lat - 0.05, 0.1)])),
	'35.25': {
		type: 'MultiPolygon',
		coordinates: [square(112.5, -7.2, 0.1).coordinates, square(112.6, -5.8, 0.1).coordinates]
	}
};
const mapOptions = {
	...options,
	credit: 'Batas wilayah: BPS / OCHA',
	windows: EAST_JAVA_PROFILE.map
};

const nasty = '</text><script>alert("1 & 2")</script>';

const bars = [
	{
		code: 'A1',
		label: 'Peraturan Satu Data daerah',
		value: 3,
		valueLabel: '3',
		reference: 2.5,
		heading: 'A Kebijakan'
	},
	{ code: 'A2', label: nasty, value: null, valueLabel: 'belum dijawab', reference: null }
];
const barOptions = { id: 'bars', title: 'Tingkat', paint: printPaint, from: 0, to: 5, referenceLabel: 'rerata' };
const counted = classes.map((one, i) => ({ ...one, count: [0, 9, 20, 6][i]! }));

const drawings: Record<string, string> = {
	tiles: tileMap(regions, options),
	boundaries: boundaryMap(regions, geometries, mapOptions),
	radar: radarChart(['A', 'B', 'C Pengumpulan Data Digital di OPD', nasty], {
		title: nasty,
		paint: printPaint,
		max: 5,
		series: [
			{ name: nasty, values: [1, 2, 3, 4] },
			{ name: 'Rerata', values: [1, null, 3, 5] }
		]
	}),
	bars: barChart(bars, barOptions),
	distribution: distributionBar({
		id: 'd',
		title: 'Sebaran',
		paint: printPaint,
		classes: counted,
		provisional: { label: 'Sementara', count: 2 },
		notAssessed: { label: nasty, count: 3 }
	}),
	histogram: histogram(
		Array.from({ length: 16 }, (_, i) => ({ from: 1 + i / 4, to: 1.25 + i / 4, count: i % 5 })),
		{
			title: 'Sebaran indeks',
			paint: printPaint,
			format: (value) => value.toFixed(2),
			axisLabel: 'Indeks',
			marks: [
				{ value: 1.8, label: 'Perlu Pendampingan' },
				{ value: 2.6, label: nasty },
				{ value: 4.9, label: 'Memuaskan' }
			]
		}
	),
	ranking: rankingChart(
		regions.map((tile, i) => ({ tile, rank: i + 1, name: i === 3 ? nasty : tile.region.name })),
		{ ...options, from: 1, to: 5, marks: [{ value: 2.6, label: 'Hampir Siap' }] }
	),
	legend: mapLegend({
		...options,
		width: 640,
		counts: { ready: 3 },
		format: (value) => value.toFixed(1),
		labels: { kabupaten: 'Kabupaten', kota: 'Kota', notAssessed: 'Belum dinilai', provisional: 'Sementara' }
	})
};

describe.each(Object.entries(drawings))('%s', (_name, svg) => {
	const root = parse(svg);

	test('is a named, well-formed drawing in which no text became markup', () => {
		expect(root.name).toBe('svg');
		expect(root.attributes['aria-label']).not.toBe('');
		expect(all(root, 'script')).toEqual([]);
		expect(svg).not.toMatch(/NaN|undefined|Infinity/);
	});

	test('keeps every text inside the drawing', () => {
		const [, , width, height] = root.attributes['viewBox']!.split(' ').map(Number) as [number, number, number, number];
		for (const { attributes: at, text } of all(root, 'text')) {
			const words = text.replace(/&\w+;|&#39;/g, '<');
			const length = textWidth(words, Number(at['font-size']), Number(at['font-weight'] ?? 400));
			const share = at['text-anchor'] === 'middle' ? 0.5 : at['text-anchor'] === 'end' ? 1 : 0;
			const start = Number(at['x']) - share * length;
			expect(start, text).toBeGreaterThanOrEqual(-1);
			expect(start + length, text).toBeLessThanOrEqual(width + 1);
			expect(Number(at['y']), text).toBeGreaterThan(0);
			expect(Number(at['y']), text).toBeLessThanOrEqual(height);
		}
	});
});

describe.each([
	['tile map', (tiles: MapRegion[], paint = printPaint) => tileMap(tiles, { ...options, paint })],
	['boundary map', (tiles: MapRegion[], paint = printPaint) => boundaryMap(tiles, geometries, { ...mapOptions, paint })]
])('%s', (_name, draw) => {
	test('shows all 38 and the province, each as a named link', () => {
		const links = all(parse(draw(regions)), 'a');
		expect(links).toHaveLength(39);
		for (const { region, ariaLabel, href } of regions) {
			const link = links.find(({ attributes }) => attributes['href'] === href);
			expect(link?.attributes['aria-label'], region.name).toBe(ariaLabel);
			expect(all(link!, 'title').map(({ text }) => text)).toEqual([ariaLabel]);
		}
	});

	test('hatches what is not assessed, and only that', () => {
		const hatched = (svg: string) =>
			all(parse(svg), 'a').filter((link) => JSON.stringify(link).includes('url(#map-hatch)'));
		expect(hatched(draw(regions))).toEqual([]);
		const some = regions.map((region, i) => (i % 10 === 0 ? blank(region, 'none') : region));
		expect(
			hatched(draw(some))
				.map(({ attributes }) => attributes['href'])
				.sort()
		).toEqual(
			some
				.filter(({ state }) => state === 'none')
				.map(({ href }) => href!)
				.sort()
		);
	});

	test('outlines what is provisional with dashes', () => {
		expect(draw(regions)).not.toContain('stroke-dasharray');
		const one = regions.map((region, i) => (i === 1 ? { ...region, state: 'provisional' as const } : region));
		const dashed = all(parse(draw(one)), 'a').filter((link) => JSON.stringify(link).includes('stroke-dasharray'));
		expect(dashed.map(({ attributes }) => attributes['href'])).toEqual([one[1]!.href]);
	});

	test('a hidden region shows neither class nor colour', () => {
		const hidden = regions.map((region) => ({ ...region, state: 'hidden' as const }));
		const svg = draw(hidden);
		for (const { fill } of printPaint.classes) expect(svg).not.toContain(fill);
	});

	test('on screen the colours are tokens, so both themes hold', () => {
		const svg = draw(regions, screenPaint);
		expect(svg).toContain('var(--class-ready)');
		expect(svg).not.toContain(printPaint.fg2);
	});
});

describe('tile map', () => {
	const links = all(parse(drawings['tiles']!), 'a');
	const box = (link: Node) => link.children.find(({ name }) => name === 'rect')!.attributes;

	test('reads by rows, from west to east', () => {
		const places = links.map((link) => [Number(box(link)['y']), Number(box(link)['x'])] as const);
		const inRows = regions
			.filter(({ region }) => region.tile)
			.sort((a, b) => a.region.tile!.row - b.region.tile!.row || a.region.tile!.col - b.region.tile!.col)
			.map(({ href }) => href);
		expect(links.map(({ attributes }) => attributes['href']).filter((href) => !href!.endsWith('/35'))).toEqual(inRows);
		expect(new Set(places.map(String)).size).toBe(39);
	});

	test('tells a kota by its word and by its corners', () => {
		for (const { region, href } of regions.filter((tile) => tile.region.type !== 'province')) {
			const link = links.find(({ attributes }) => attributes['href'] === href)!;
			const words = all(link, 'text').map(({ text }) => text);
			expect(words).toContain(region.type === 'kota' ? 'Kota' : 'Kab.');
			expect(Number(box(link)['rx']) > 10).toBe(region.type === 'kota');
		}
	});

	test('the abbreviation, the type and the value do not run into the mark or out of the tile', () => {
		for (const link of links) {
			const tile = box(link);
			const [left, width] = [Number(tile['x']), Number(tile['width'])];
			const mark = all(link, 'circle')[0]!.attributes;
			for (const [i, { attributes, text }] of all(link, 'text').entries()) {
				const end =
					Number(attributes['x']) + textWidth(text, Number(attributes['font-size']), Number(attributes['font-weight']));
				const limit = i === 0 ? Number(mark['cx']) - Number(mark['r']) : left + width;
				expect(end, text).toBeLessThanOrEqual(limit);
			}
		}
	});

	test('a region outside the grid still gets a tile of its own', () => {
		const stray = {
			...regions[1]!,
			region: { ...regions[1]!.region, code: '35.80', abbreviation: null, tile: null },
			href: '/35.80'
		};
		const boxes = all(parse(tileMap([...regions, stray, { ...stray, href: '/35.81' }], options)), 'a').map(box);
		expect(new Set(boxes.map(({ x, y }) => `${x} ${y}`)).size).toBe(41);
	});

	test('abbreviations of the 38 are three letters and all different', () => {
		const letters = EAST_JAVA.filter(({ type }) => type !== 'province').map(tileAbbreviation);
		expect(new Set(letters).size).toBe(38);
		for (const abbreviation of letters) expect(abbreviation).toMatch(/^[A-Z]{3}$/);
	});
});

test('a far island is drawn in its inset, and its link is met once', () => {
	const root = parse(drawings['boundaries']!);
	const insets = all(root, 'g').filter(({ attributes }) => attributes['clip-path'] === 'url(#map-clip-inset-1)');
	expect(insets).toHaveLength(1);
	expect(all(insets[0]!, 'path')).toHaveLength(1);
	expect(all(insets[0]!, 'a')).toEqual([]);
});

test('whatever the name of an inset, ids stay whole and different', () => {
	const windows = EAST_JAVA_PROFILE.map!;
	const names = ['main', 'Pulau (Jauh)', 'Pulau (Jauh)'];
	const insets = windows.insets.map((inset, at) => ({ ...inset, name: names[at]! }));
	const root = parse(boundaryMap(regions, geometries, { ...mapOptions, windows: { ...windows, insets } }));
	const ids = ['main', 'inset-1', 'inset-2', 'inset-3'].map((key) => `map-clip-${key}`);
	expect(all(root, 'clipPath').map(({ attributes }) => attributes['id'])).toEqual(ids);
	const used = all(root, 'g').flatMap(({ attributes }) => attributes['clip-path'] ?? []);
	expect(new Set(used)).toEqual(new Set(ids.map((id) => `url(#${id})`)));
	const texts = all(root, 'text').map(({ text }) => text);
	expect(texts.filter((text) => names.includes(text))).toEqual(names);
});

test('a kota is pressed on its label too, in a field that a thumb hits', () => {
	const links = all(parse(drawings['boundaries']!), 'a');
	for (const { region, href } of regions.filter((one) => one.region.type === 'kota')) {
		const fields = all(
			links.find(({ attributes }) => attributes['href'] === href)!,
			'rect'
		).filter(({ attributes }) => attributes['pointer-events'] === 'all');
		expect(fields, region.name).toHaveLength(1);
		expect(Number(fields[0]!.attributes['height'])).toBeGreaterThanOrEqual(24);
	}
});

test('regions elsewhere fill the drawing, without East Java’s islands; too many keep their mark alone', () => {
	const elsewhere = Array.from({ length: 61 }, (_, at): MapRegion => {
		const [lon, lat] = [95 + at / 2, 1];
		const region = { ...EAST_JAVA[1]!, code: `11.${at}`, abbreviation: null, label: null, lon, lat, tile: null };
		return { ...regions[1]!, region, className: 'ready' };
	});
	const outlines = Object.fromEntries(
		elsewhere.map(({ region }) => [region.code, square(region.lon, region.lat, 0.4)])
	);
	const root = parse(boundaryMap(elsewhere, outlines, { ...mapOptions, windows: null }));
	const names = all(root, 'text').map(({ text }) => text);
	expect(names).not.toContain('Bawean');
	expect(names).toEqual(['Batas wilayah: BPS / OCHA']);
	expect(all(root, 'circle')).toHaveLength(61);
	const starts = all(root, 'path').map(({ attributes }) => Number(/^M(\S+)/.exec(attributes['d']!)![1]));
	expect([Math.min(...starts), Math.max(...starts) < 900]).toEqual([0, true]);
});

test('what the filter leaves out steps back on both views, the rest does not', () => {
	const some = regions.map((region, at) => ({ ...region, dimmed: at !== 3 }));
	for (const boundaries of [null, { geometries, credit: 'BPS', windows: EAST_JAVA_PROFILE.map }]) {
		const links = all(parse(regionMap(some, { ...options, boundaries })), 'a');
		const full = links.filter(({ attributes }) => attributes['opacity'] === undefined);
		expect(full.map(({ attributes }) => attributes['data-region'])).toEqual([some[3]!.region.code]);
	}
});

test('a map of what moved points up or down, and shows no class', () => {
	const moved = [-0.7, -0.2, 0, 0.2, 0.7].map((value) =>
		regionStyle(
			{ value, className: 'ready', state: 'assessed' },
			{ ...options, colourBy: 'number', diverging: true, breaks: [-0.5, -0.1, 0.1, 0.5] }
		)
	);
	expect(moved.map(({ mark }) => mark)).toEqual(['down', 'down', null, 'up', 'up']);
	expect(moved.map(({ fill }) => fill)).toEqual(printPaint.diverging.map(({ fill }) => fill));
});

test('a map that can be zoomed says how large it is, also where no region can be opened', () => {
	const still = regions.map((region) => ({ ...region, href: undefined }));
	for (const drawn of [tileMap(still, { ...options, zoom: WHOLE }), tileMap(regions, { ...options, zoom: WHOLE })]) {
		const { attributes } = parse(drawn);
		expect(attributes['viewBox']).toBe(`0 0 ${attributes['data-width']} ${attributes['data-height']}`);
	}
});

test('letters for a meeting room stay in their tile', () => {
	for (const link of all(parse(tileMap(regions, { ...options, large: true })), 'a')) {
		const tile = link.children.find(({ name }) => name === 'rect')!.attributes;
		for (const { attributes: at, text } of all(link, 'text')) {
			const end = Number(at['x']) + textWidth(text, Number(at['font-size']), Number(at['font-weight']));
			expect(end, text).toBeLessThanOrEqual(Number(tile['x']) + Number(tile['width']));
		}
	}
});

test('a region without a boundary keeps its place on the map', () => {
	const withoutOne = Object.fromEntries(Object.entries(geometries).filter(([code]) => code !== '35.78'));
	const link = all(parse(boundaryMap(regions, withoutOne, mapOptions)), 'a').find((a) =>
		a.attributes['href']!.endsWith('35.78')
	);
	expect(all(link!, 'circle').filter(({ attributes }) => attributes['r'] === '9')).toHaveLength(1);
});

test('a border of the ramp belongs to the step above', () => {
	const fills = printPaint.ramp.map(({ fill }) => fill);
	const step = (value: number) =>
		fills.indexOf(regionStyle({ value, className: null, state: 'assessed' }, { ...options, colourBy: 'number' }).fill);
	expect([1, 1.7999, 1.8, 2.6, 3.4999, 3.5, 4.2, 5].map(step)).toEqual([0, 0, 1, 2, 2, 3, 4, 4]);
});

describe('class marks', () => {
	test('the four classes have the marks ● ◑ ◔ ○ and their own colours', () => {
		const styles = classes.map(({ code }) => classStyle(printPaint, classes, code)!);
		expect(styles.map(({ share }) => share)).toEqual([1, 0.5, 0.25, 0]);
		expect(styles.map(({ fill }) => fill)).toEqual(['#018571', '#80cdc1', '#dfc27d', '#a6611a']);
		expect(new Set(styles.map(({ share }) => classMark({ x: 0, y: 0, radius: 8 }, share, '#000'))).size).toBe(4);
	});

	test('other instruments have other classes, and a class that is not theirs has no style', () => {
		const two = [
			{ code: 'baik', label: 'Baik' },
			{ code: 'kurang', label: 'Kurang' }
		];
		expect(two.map(({ code }) => classStyle(printPaint, two, code)!.share)).toEqual([1, 0]);
		expect(classStyle(printPaint, two, 'ready')).toBeNull();
	});
});

describe('radar', () => {
	const radar = (values: (number | null)[]) =>
		parse(
			radarChart(['A', 'B', 'C', 'D', 'E'], { title: 'r', paint: printPaint, max: 5, series: [{ name: 'x', values }] })
		);

	test('a missing value opens the line and has no point', () => {
		const points = (root: Node) => all(root, 'circle').length - 1; // one more stands in the key
		const whole = radar([1, 2, 3, 4, 5]);
		const open = radar([1, 2, null, 4, 5]);
		expect([points(whole), points(open)]).toEqual([5, 4]);
		expect(all(whole, 'polygon').length - all(open, 'polygon').length).toBe(1);
	});

	test('three axes are refused', () => {
		expect(() => radarChart(['A', 'B', 'C'], { title: 'r', paint: printPaint, max: 5, series: [] })).toThrow(
			RangeError
		);
	});
});

test('a bar is as long as its value, the tick stands at the reference, and no value is hatched', () => {
	const root = parse(drawings['bars']!);
	const [bar, none] = all(root, 'rect').filter(({ attributes }) => attributes['height'] === '12');
	const grid = all(root, 'line')
		.slice(0, 6)
		.map(({ attributes }) => Number(attributes['x1']));
	expect(Number(bar!.attributes['x']) + Number(bar!.attributes['width'])).toBe(grid[3]);
	expect(all(root, 'line').some(({ attributes }) => Number(attributes['x1']) === (grid[2]! + grid[3]!) / 2)).toBe(true);
	expect(none!.attributes['fill']).toBe('url(#bars-hatch)');
});

test('the parts of the distribution share the bar by their counts', () => {
	const parts = all(parse(drawings['distribution']!), 'rect').filter(({ attributes }) => attributes['height'] === '44');
	expect(parts.map(({ attributes }) => Math.round((Number(attributes['width']) / 718) * 38))).toEqual([6, 19, 9, 2, 3]);
	expect(parts.at(-2)!.attributes).toMatchObject({ fill: printPaint.bg, 'stroke-dasharray': '5 4' });
	expect(parts.at(-1)!.attributes['fill']).toBe('url(#d-hatch)');
});

test('the ranking holds every region once, and a hidden one does not tell its value', () => {
	const row = (tile: MapRegion) => rankingChart([{ tile, rank: null, name: 'x' }], { ...options, from: 1, to: 5 });
	const hidden = (value: number) => row({ ...regions[0]!, value, label: '–', state: 'hidden' });
	expect(hidden(2)).toBe(hidden(4));
	const names = all(parse(drawings['ranking']!), 'text').map(({ text }) => text);
	for (const { region } of regions.filter((_, i) => i !== 3)) expect(names).toContain(region.name);
});

test('the ranking writes where each class begins in full, neighbours on lines of their own', () => {
	const marks = [
		{ value: 1.8, label: 'Perlu Pendampingan ≥ 1,80' },
		{ value: 2.6, label: 'Hampir Siap ≥ 2,60' },
		{ value: 3.5, label: 'Siap Integrasi ≥ 3,50' }
	];
	const svg = rankingChart([], { ...options, from: 1, to: 5, marks });
	const texts = all(parse(svg), 'text');
	expect(texts.map(({ text }) => text)).toEqual(expect.arrayContaining(marks.map(({ label }) => label)));
	const lines = marks.map(({ label }) => texts.find(({ text }) => text === label)!.attributes['y']);
	expect(lines[0]).not.toBe(lines[1]);
	expect(lines[0]).toBe(lines[2]);
});
