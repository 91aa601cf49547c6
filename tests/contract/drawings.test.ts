import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { drawHouse, FOLDER } from '../support/draw-house.ts';

const drawings = drawHouse();

test.each(Object.entries(drawings))('the drawing %s is that of today’s imports (npm run draw)', (name, drawing) => {
	expect(readFileSync(`${FOLDER}/${name}`, 'utf8').replaceAll('\r\n', '\n')).toBe(drawing);
});

test('an import that goes up stands out in red', () => {
	const up = { from: 'lib/server/people/auth/a.ts', to: 'lib/server/rounds/round/b.ts' };
	const down = { from: up.to, to: up.from };
	const red = 'stroke="#c0392b"';
	expect(drawHouse([down])['floors.svg']).not.toContain(red);
	expect(drawHouse([up])['floors.svg']).toContain(red);
	expect(drawHouse([up, down])['rooms.svg']).toContain('fill="#c0392b"');
	expect(Object.values(drawings).join()).not.toContain('#c0392b');
});
