import { expect, test } from 'vitest';
import { boxOf, CLOSEST, formatZoom, moved, parseZoom, scaled, WHOLE } from './zoom.ts';

test.each([null, '', '2', '2,x,50', '2,50', '0,50,50', '1,10,10', 'NaN,1,1'])('%j is the whole', (text) => {
	expect(parseZoom(text)).toEqual(WHOLE);
	expect(formatZoom(parseZoom(text))).toBeNull();
});

test('an address is read as it is written', () => {
	expect(formatZoom(parseZoom('2.5,40,62'))).toBe('2.5,40,62');
});

test('nothing beyond the edge, nor closer than the closest', () => {
	expect(parseZoom('99,0,100')).toEqual({ scale: CLOSEST, x: 1 / 16, y: 15 / 16 });
	expect(moved(parseZoom('2,50,50'), 5, -5)).toEqual({ scale: 2, x: 0.75, y: 0.25 });
	expect(moved(WHOLE, 1, 1)).toEqual(WHOLE);
});

test('what lies under the pointer stays there', () => {
	const at = { x: 0.3, y: 0.6 };
	const before = parseZoom('2,40,50');
	const after = scaled(before, 1.5, at);
	const shown = (zoom: typeof before) => (at.x - zoom.x) * zoom.scale;
	expect(shown(after)).toBeCloseTo(shown(before), 9);
	expect(scaled(scaled(WHOLE, 2, at), 0.5)).toEqual(WHOLE);
});

test('the box is that part of the drawing', () => {
	expect(boxOf(parseZoom('2,50,50'), 900, 600)).toEqual({ x: 225, y: 150, width: 450, height: 300 });
	expect(boxOf(WHOLE, 900, 600)).toEqual({ x: 0, y: 0, width: 900, height: 600 });
});
