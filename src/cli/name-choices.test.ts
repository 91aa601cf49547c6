import { expect, test } from 'vitest';
import { nameChoices } from './name-choices.ts';

const KEYS = ['status_open', 'status_closed', 'status_open_long', 'step_do_open', 'step_why_open', 'title'];
const choose = (code: string) => nameChoices(code, KEYS)?.code;

/** What the code gives when `m` holds the keys themselves as texts. */
function run(code: string, status: string): unknown {
	const m = Object.fromEntries(KEYS.map((key) => [key, () => key]));
	const body = choose(code)!.replace('\n', '\nreturn ');
	return (Function('m', 'status', body) as (m: object, status: string) => unknown)(m, status);
}

test('a choice is taken from the texts that fit its template', () => {
	expect(choose('m[`status_${status}`]()')).toBe(
		'const textChoice1 = { status_open: m.status_open, status_closed: m.status_closed, status_open_long: m.status_open_long };\n' +
			'textChoice1[`status_${status}`]()'
	);
	expect(run('m[`status_${status}`]()', 'closed')).toBe('status_closed');
});

test('a template may stand on lines of its own and have an end', () => {
	const code = 'm[\n\t`step_${status}_open`\n]()';
	expect(choose(code)).toContain('{ step_do_open: m.step_do_open, step_why_open: m.step_why_open }');
	expect(run(code, 'why')).toBe('step_why_open');
});

test('code that names its texts stays as it is', () => {
	expect(nameChoices('m.title({ n: list[0], form: form[`a`] })', KEYS)).toBeNull();
});

test('a choice that could be any text, or none, stops the build', () => {
	expect(() => choose('m[key]()')).toThrow('takes a template');
	expect(() => choose('m[`track_${track}`]()')).toThrow('no text fits');
});
