import { expect, test } from 'vitest';
import { keyAction } from './key-action.ts';

const press = (key: string, target: object | null = null, more = {}) =>
	keyAction({ key, ctrlKey: false, metaKey: false, altKey: false, target: target as EventTarget | null, ...more });

test.each([
	['3', { kind: 'choose', level: 3 }],
	['n', { kind: 'move', by: 1 }],
	['p', { kind: 'move', by: -1 }],
	['j', { kind: 'write' }],
	['s', { kind: 'accept' }],
	['a', { kind: 'explain' }],
	['?', { kind: 'help' }],
	['x', null],
	['0', null]
])('%s outside a text box', (key, action) => {
	expect(press(key)).toEqual(action);
	expect(press(key, { tagName: 'INPUT', type: 'radio' })).toEqual(action);
});

test('a text box or a list keeps every key but Escape', () => {
	const textarea = { tagName: 'TEXTAREA' };
	expect(press('3', textarea)).toBeNull();
	expect(press('n', { tagName: 'INPUT', type: 'text' })).toBeNull();
	expect(press('Escape', textarea)).toEqual({ kind: 'leave' });
	expect(press('s', { tagName: 'SELECT' })).toBeNull();
	expect(press('Escape', { tagName: 'SELECT' })).toEqual({ kind: 'leave' });
});

test("the browser's own shortcuts stay the browser's", () => {
	expect(press('n', null, { ctrlKey: true })).toBeNull();
	expect(press('1', null, { altKey: true })).toBeNull();
});
