/** A fill and the colour of text that can be read on it (contrast 4.5 : 1 or more). */
export interface Ink {
	fill: string;
	text: string;
}

/** Colours and font of a drawing; the shapes are the same on screen and on paper. */
export interface Paint {
	/** CSS font-family. */
	font: string;
	bg: string;
	bgSunken: string;
	fg: string;
	fg2: string;
	line: string;
	lineStrong: string;
	accent: string;
	/** Readiness classes from behind to ready, four steps. */
	classes: readonly Ink[];
	/** Five steps from low to high, one hue: safe for colour blindness and in grey. */
	ramp: readonly Ink[];
	/** Five steps from below over nothing to above, orange to purple: safe for colour blindness, unlike the classes. */
	diverging: readonly Ink[];
	/** Kinds without an order, told apart by hue and by light; a letter or a texture goes with each. */
	categories: readonly Ink[];
	/** Ground and text of labels on the boundary map, which lie across borders. */
	halo: Ink;
}

const RAMP: readonly Ink[] = [
	{ fill: '#dcebee', text: '#12262f' },
	{ fill: '#a9cfd6', text: '#12262f' },
	{ fill: '#66a9b6', text: '#12262f' },
	{ fill: '#2a7485', text: '#ffffff' },
	{ fill: '#0f4c5c', text: '#ffffff' }
];

/** ColorBrewer PuOr; the middle a little darker than paper, or it would look like no region. */
const DIVERGING: readonly Ink[] = [
	{ fill: '#b35806', text: '#ffffff' },
	{ fill: '#fdb863', text: '#12262f' },
	{ fill: '#e4e1d9', text: '#12262f' },
	{ fill: '#b2abd2', text: '#12262f' },
	{ fill: '#542788', text: '#ffffff' }
];

/** After Paul Tol's "muted" scheme, safe for colour blindness; the rose a little lighter, so that a letter reads on
 *  it. */
const CATEGORIES: readonly Ink[] = [
	{ fill: '#332288', text: '#ffffff' },
	{ fill: '#117733', text: '#ffffff' },
	{ fill: '#88ccee', text: '#12262f' },
	{ fill: '#d27f8d', text: '#12262f' },
	{ fill: '#882255', text: '#ffffff' },
	{ fill: '#ddcc77', text: '#12262f' },
	{ fill: '#44aa99', text: '#12262f' },
	{ fill: '#999933', text: '#12262f' }
];

const HALO: Ink = { fill: '#ffffff', text: '#12262f' };

/** Colours by the page's tokens, so that light and dark come by themselves. */
export const screenPaint: Paint = {
	font: 'var(--font)',
	bg: 'var(--bg)',
	bgSunken: 'var(--bg-sunken)',
	fg: 'var(--fg)',
	fg2: 'var(--fg-2)',
	line: 'var(--line)',
	lineStrong: 'var(--line-strong)',
	accent: 'var(--accent)',
	classes: ['lagging', 'needs_support', 'nearly_ready', 'ready'].map((code) => ({
		fill: `var(--class-${code})`,
		text: `var(--on-${code})`
	})),
	ramp: RAMP,
	diverging: DIVERGING,
	categories: CATEGORIES,
	halo: HALO
};

/** The light colours of `styles/tokens.css`, written out for paper and PDF. */
export const printPaint: Paint = {
	font: 'Plus Jakarta Sans',
	bg: '#ffffff',
	bgSunken: '#f1efe9',
	fg: '#12262f',
	fg2: '#46585f',
	line: '#d9d5ca',
	lineStrong: '#8b948f',
	accent: '#0f4c5c',
	classes: [
		{ fill: '#a6611a', text: '#ffffff' },
		{ fill: '#dfc27d', text: '#2b2110' },
		{ fill: '#80cdc1', text: '#06322b' },
		{ fill: '#018571', text: '#ffffff' }
	],
	ramp: RAMP,
	diverging: DIVERGING,
	categories: CATEGORIES,
	halo: HALO
};
