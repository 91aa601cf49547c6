import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { printPaint, screenPaint } from './paint.ts';

/** Contrast ratio of WCAG 2, from relative luminance. */
function contrast(a: string, b: string): number {
	const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
	return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
	const [r, g, b] = [1, 3, 5].map((at) => {
		const channel = parseInt(hex.slice(at, at + 2), 16) / 255;
		return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
	}) as [number, number, number];
	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

const tokens = readFileSync('src/lib/styles/tokens.css', 'utf8');

/** Value of a colour token, `var(--x)`, in the light or the dark theme. */
function token(value: string, theme: 'light' | 'dark'): string {
	const name = /^var\((.+)\)$/.exec(value)![1]!;
	const found = new RegExp(`${name}: (?:light-dark\\((#\\w+), (#\\w+)\\)|(#\\w+));`).exec(tokens)!;
	return found[3] ?? found[theme === 'light' ? 1 : 2]!;
}

test('text on every class, category and step of the ramp reads at 4.5 : 1', () => {
	for (const { fill, text } of [...printPaint.classes, ...printPaint.categories, ...printPaint.ramp, printPaint.halo]) {
		expect(contrast(fill, text), fill).toBeGreaterThanOrEqual(4.5);
	}
});

describe.each(['light', 'dark'] as const)('on screen, %s', (theme) => {
	test('text on every class reads at 4.5 : 1', () => {
		for (const { fill, text } of screenPaint.classes) {
			expect(contrast(token(fill, theme), token(text, theme)), fill).toBeGreaterThanOrEqual(4.5);
		}
	});

	test('text on the page, on the lines of the hatching and on what is hidden reads at 4.5 : 1', () => {
		const pairs = [
			[screenPaint.fg, screenPaint.bg],
			[screenPaint.fg2, screenPaint.bg],
			[screenPaint.fg, screenPaint.line],
			[screenPaint.fg2, screenPaint.bgSunken]
		] as const;
		for (const [text, ground] of pairs) {
			expect(contrast(token(text, theme), token(ground, theme)), `${text} ${ground}`).toBeGreaterThanOrEqual(4.5);
		}
	});
});

test('the steps of the ramp grow darker, so that they hold in grey', () => {
	const lights = printPaint.ramp.map(({ fill }) => luminance(fill));
	expect(lights).toEqual([...lights].sort((a, b) => b - a));
	for (const [i, light] of lights.slice(1).entries()) expect(lights[i]! / light).toBeGreaterThan(1.25);
});

test('paper has the light colours of the tokens', () => {
	for (const key of ['fg', 'fg2', 'line', 'lineStrong', 'accent', 'bgSunken'] as const) {
		expect(printPaint[key], key).toBe(token(screenPaint[key], 'light'));
	}
	expect(printPaint.classes).toEqual(
		screenPaint.classes.map(({ fill, text }) => ({ fill: token(fill, 'light'), text: token(text, 'light') }))
	);
});
