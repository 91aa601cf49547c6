import { ESLint } from 'eslint';
import { beforeAll, expect, test } from 'vitest';

let eslint: ESLint;

beforeAll(() => {
	// The rules under test need no types; without them a fixture need not exist on disk.
	eslint = new ESLint({
		overrideConfig: {
			files: ['**/*.ts'],
			languageOptions: { parserOptions: { projectService: false } },
			rules: {
				'@typescript-eslint/no-floating-promises': 'off',
				'@typescript-eslint/no-misused-promises': 'off',
				'@typescript-eslint/await-thenable': 'off',
				'@typescript-eslint/switch-exhaustiveness-check': 'off',
				'@typescript-eslint/no-for-in-array': 'off',
				'@typescript-eslint/no-unused-vars': 'off'
			}
		}
	});
});

async function complaints(filePath: string, code: string): Promise<(string | null)[]> {
	const [result] = await eslint.lintText(code, { filePath });
	return result!.messages.map((message) => message.ruleId ?? message.message);
}

test.each([
	['domain does no I/O', 'src/lib/domain/scoring/x.ts', `import { readFileSync } from 'node:fs';`],
	['domain knows no server', 'src/lib/domain/scoring/x.ts', `import { a } from '../../server/db/open.ts';`],
	[
		'domain knows no server, by type either',
		'src/lib/domain/scoring/x.ts',
		`import type { A } from '#lib/server/a.ts';`
	],
	['domain knows no SvelteKit', 'src/lib/domain/workflow/x.ts', `import { browser } from '$app/environment';`],
	['domain knows no texts', 'src/lib/domain/workflow/x.ts', `import { m } from '../../paraglide/messages.js';`],
	['domain knows no charts', 'src/lib/domain/analysis/x.ts', `export { a } from '#lib/charts/a.ts';`],
	['only domain/instrument reads YAML', 'src/lib/domain/planning/x.ts', `import { parse } from 'yaml';`],
	['domain/geography needs no package', 'src/lib/domain/geography/x.ts', `import Fraction from 'fraction.js';`],
	['a test of the domain stays in it', 'src/lib/domain/scoring/x.test.ts', `import { a } from '#lib/server/a.ts';`],
	['charts know no server', 'src/lib/charts/x.ts', `import { a } from '#lib/server/a.ts';`],
	['charts draw with d3 only', 'src/lib/charts/x.ts', `import { Chart } from 'chart.js';`],
	['components know no server', 'src/lib/components/x.ts', `import { a } from '../server/a.ts';`],
	['server knows no $app', 'src/lib/server/rounds/round/x.ts', `import { goto } from '$app/navigation';`],
	['server knows no $env', 'src/lib/server/rounds/round/x.ts', `import { env } from '$env/dynamic/private';`],
	['server knows no components', 'src/lib/server/rounds/round/x.ts', `import A from '#lib/components/A.svelte';`],
	['server knows no cli', 'src/lib/server/rounds/round/x.ts', `import { a } from '../../../../cli/a.ts';`],
	['server knows no routes', 'src/lib/server/rounds/round/x.ts', `import { a } from '../../../../routes/login/a.ts';`],
	['people know no rounds', 'src/lib/server/people/auth/x.ts', `import { a } from '#lib/server/rounds/round/a.ts';`],
	[
		'rounds know no documents',
		'src/lib/server/rounds/round/x.ts',
		`import type { A } from '../../documents/jobs/a.ts';`
	],
	['insight knows no api', 'src/lib/server/insight/result/x.ts', `import { a } from '#lib/server/api/a.ts';`],
	['api knows nothing of the top', 'src/lib/server/api/x.ts', `import { a } from '#lib/server/all-jobs.ts';`],
	['cli knows no routes', 'src/cli/x.ts', `import { a } from '../routes/a.ts';`],
	['routes know no cli', 'src/routes/x.ts', `import { a } from '../cli/a.ts';`]
])('%s', async (_name, file, code) => {
	expect(await complaints(file, code)).toContain('no-restricted-imports');
});

test.each([
	[
		'src/lib/domain/scoring/x.ts',
		`import Fraction from 'fraction.js';\nimport { a } from '../workflow/a.ts';\nf(a, Fraction);`
	],
	['src/lib/domain/instrument/x.ts', `import { parse } from 'yaml';\nparse('');`],
	['src/lib/domain/scoring/x.test.ts', `import { readFileSync } from 'node:fs';\nreadFileSync('x');`],
	[
		'src/lib/charts/x.ts',
		`import { scaleLinear } from 'd3-scale';\nimport { a } from '#lib/domain/a.ts';\nf(a, scaleLinear);`
	],
	[
		'src/lib/server/rounds/round/x.ts',
		`import { a } from '#lib/charts/a.ts';\nimport { b } from '#lib/domain/b.ts';\nf(a, b);`
	],
	['src/lib/server/rounds/round/x.ts', `import { a } from '#lib/server/people/auth/a.ts';\nf(a);`],
	['src/lib/server/public/life/x.ts', `import { a } from '#lib/server/rounds/round/a.ts';\nf(a);`],
	['src/cli/x.ts', `import { a } from '#lib/server/a.ts';\nf(a);`]
])('what the architecture allows passes: %s', async (file, code) => {
	expect(await complaints(file, code)).toEqual([]);
});

test.each(['Date.now()', 'new Date()', 'Math.random()', 'crypto.randomUUID()', `import('./x.ts')`, `fetch('/x')`])(
	'the domain has no clock, chance or network: %s',
	async (expression) => {
		const code = `export const a = ${expression};`;
		expect(await complaints('src/lib/domain/scoring/x.ts', code)).toContain('no-restricted-syntax');
		expect(await complaints('src/lib/server/rounds/round/x.ts', code)).toEqual([]);
	}
);

test('a given moment is no clock', async () => {
	expect(await complaints('src/lib/domain/scoring/x.ts', 'export const a = (ms: number) => new Date(ms);')).toEqual([]);
});

const loose = 'export const a: any = 1;';

test.each([
	`// eslint-disable-next-line @typescript-eslint/no-explicit-any\n${loose}`,
	`${loose.replace(';', '; // eslint-disable-line @typescript-eslint/no-explicit-any')}`,
	`/* eslint-disable @typescript-eslint/no-explicit-any */\n${loose}`,
	`/* eslint-disable */\n${loose}`,
	`${loose.replace(';', '; // eslint-disable-line')}`
])('a disabled rule without a reason is reported: %j', async (code) => {
	expect(await complaints('src/lib/server/x.ts', code)).toContain('siap/reason-for-disable');
});

test('a disabled rule with a reason passes', async () => {
	const reason = '// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the library types it so';
	expect(await complaints('src/lib/server/x.ts', `${reason}\n${loose}`)).toEqual([]);
	expect(await complaints('src/lib/server/x.ts', loose)).toEqual(['@typescript-eslint/no-explicit-any']);
});
