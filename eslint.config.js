import { defineConfig, globalIgnores } from 'eslint/config';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';
import { reasonForDisable } from './tests/support/eslint-rules.js';
import { TOP_ROOMS, WINGS } from './tests/support/floors.ts';

/** Imports point down: routes, cli → server → words → domain; components → charts → domain (docs/architecture.md). */
const layers = {
	app: { regex: '^\\$(app|env|service-worker)(/|$)', message: 'Only routes and components know SvelteKit’s modules.' },
	svelte: { regex: '(^svelte(/|$)|\\.svelte(\\.ts|\\.js)?$|^@lucide/|^bits-ui)', message: 'No Svelte here.' },
	words: { regex: '(^|/)paraglide/', message: 'Texts come from above: hand in what is to be shown.' },
	say: { regex: '(^|/)words/say\\.ts$', message: 'The browser would get every text: use m.' },
	components: { regex: '^(#lib|\\.{1,2}/.*)/?components/', message: 'Components are used by pages only.' },
	charts: { regex: '^(#lib|\\.{1,2}/.*)/?charts/', message: 'Charts stand above the domain.' },
	server: { regex: '^(#lib|\\.{1,2}/.*)/?server/', message: 'lib/server is for routes and cli only.' },
	routes: { regex: '(^|/)routes/', message: 'Nothing imports from routes/.' },
	cli: { regex: '(^|/)cli/', message: 'Nothing imports from cli/.' }
};

const noOutsideWorld = [
	['CallExpression[callee.object.name="Date"][callee.property.name="now"]', 'Pass `now` in.'],
	['NewExpression[callee.name="Date"][arguments.length=0]', 'Pass `now` in.'],
	['CallExpression[callee.name="Date"]', 'Pass `now` in.'],
	['MemberExpression[object.name="performance"]', 'Pass `now` in.'],
	['MemberExpression[object.name="Math"][property.name="random"]', 'Pass `random` in.'],
	['MemberExpression[object.name="crypto"]', 'Pass ids and random numbers in.'],
	['CallExpression[callee.name="fetch"]', 'The domain does no I/O.'],
	['MemberExpression[object.name="process"]', 'The domain does no I/O.'],
	['ImportExpression', 'Import at the top, so that the layer rules see it.']
].map(([selector, message]) => ({ selector, message }));

/** Figures, dates and names are written in one way only. */
const noOwnFormats = [
	['MemberExpression[object.name="Intl"]', 'Formats stand in lib/words.'],
	['CallExpression[callee.property.name=/^toLocale(Date|Time)?String$/]', 'Formats stand in lib/words.']
].map(([selector, message]) => ({ selector, message }));

/** A page has one language; what the server writes is in the language that it is asked for. */
const noSilentLocale = [
	['/^format(Index|Change|Share|Completeness|Weight|Count|Decimal|Levels|Rupiah|Amount|FileSize)$/', 1],
	['/^(format(Date|Day|DayMonth|Month|Moment)|joinNames)$/', 1],
	['/^format(Difference|Below|Recent)$/', 2]
].map(([name, length]) => ({
	selector: `CallExpression[callee.name=${name}][arguments.length=${length}]`,
	message: 'Name the language.'
}));

/** Everything that is not relative, below `#lib/domain/` or one of these packages (as regular expressions). */
function allBut(packages, message) {
	const allowed = ['\\.{1,2}/', '#lib/domain/', ...packages.map((name) => `${name}$`)].join('|');
	return { regex: `^(?!${allowed})`, message };
}

/** One folder's import rules. The last entry that matches a file decides, so each is complete in itself. */
function imports(files, patterns, ignores = []) {
	return { files, ignores, rules: { 'no-restricted-imports': ['error', { patterns }] } };
}

/** Nothing in a wing of the server imports from one above it. */
function wings() {
	return WINGS.slice(0, -1).map((wing, at) => {
		const above = WINGS.slice(at + 1).flatMap((name) => (name === 'top' ? TOP_ROOMS : [name]));
		const up = {
			regex: `^(#lib/server|(\\.\\./)+)/?(${above.join('|')})(/|\\.ts$)`,
			message: 'Imports go down the wings only.'
		};
		return imports([`src/lib/server/${wing}/**`], [...belowServer, up], tests);
	});
}

const tests = ['**/*.test.ts'];
const aboveCharts = [layers.components, layers.server, layers.routes, layers.cli, layers.svelte, layers.words];
const belowServer = [layers.app, layers.svelte, layers.components, layers.routes, layers.cli];
const aboveDomain = [layers.charts, ...aboveCharts];
// Rules that ask for types: in components they would take more time than in all the rest, for each is a program of its own.
const withTypes = ['**/*.ts'];

export default defineConfig(
	globalIgnores(['build/', '.svelte-kit/', 'src/lib/paraglide/', 'data/', 'test-results/', 'playwright-report/']),
	ts.configs.recommended,
	svelte.configs.recommended,
	prettier,
	svelte.configs.prettier,
	{
		linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' },
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		plugins: { siap: { rules: { 'reason-for-disable': reasonForDisable } } },
		rules: {
			'siap/reason-for-disable': 'error',
			eqeqeq: ['error', 'always', { null: 'ignore' }],
			'no-var': 'error',
			'max-params': ['error', 4],
			'prefer-const': 'error',
			'no-self-compare': 'error',
			'no-unreachable-loop': 'error',
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
			'@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': 'allow-with-description' }],
			'@typescript-eslint/no-unused-vars': [
				'error',
				{ argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }
			]
		}
	},
	// Rows of a table of cases are parameters.
	{ files: [...tests, 'tests/**'], rules: { 'max-params': 'off' } },
	{
		files: withTypes,
		languageOptions: {
			parserOptions: {
				projectService: { allowDefaultProject: ['playwright.config.ts', 'vitest.config.ts'] },
				tsconfigRootDir: import.meta.dirname
			}
		},
		rules: {
			'@typescript-eslint/no-floating-promises': 'error',
			'@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
			'@typescript-eslint/await-thenable': 'error',
			'@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
			'@typescript-eslint/no-for-in-array': 'error'
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
		rules: {
			'prefer-const': 'off', // does not know that $props() is declared with let
			'svelte/prefer-const': 'error',
			// Addresses are written out: the app is served from the root of its host.
			'svelte/no-navigation-without-resolve': 'off',
			// Search parameters are built, turned into an address and dropped; nothing watches them.
			'svelte/prefer-svelte-reactivity': 'off'
		}
	},

	{
		files: ['src/**'],
		ignores: ['src/lib/words/**', 'src/lib/domain/**', ...tests],
		rules: { 'no-restricted-syntax': ['error', ...noOwnFormats] }
	},
	{
		files: ['src/lib/server/**', 'src/cli/**', 'src/routes/**/*.server.ts', 'src/routes/**/+server.ts'],
		ignores: tests,
		rules: { 'no-restricted-syntax': ['error', ...noOwnFormats, ...noSilentLocale] }
	},

	imports(['src/routes/**', 'src/hooks*.ts'], [layers.cli]),
	imports(['src/routes/**/*.svelte'], [layers.cli, layers.say]),
	imports(['src/cli/**'], [layers.app, layers.svelte, layers.components, layers.routes]),
	imports(
		['src/lib/words/**'],
		[layers.app, layers.svelte, layers.components, layers.server, layers.routes, layers.cli],
		tests
	),
	imports(['src/lib/server/**'], belowServer),
	...wings(),
	// A page's data has its shape where it is loaded; a component may name that type, and nothing of it is bundled.
	imports(
		['src/lib/components/**'],
		[{ ...layers.server, allowTypeImports: true }, layers.say, layers.routes, layers.cli]
	),
	imports(
		['src/lib/charts/**'],
		[...aboveCharts, allBut(['#lib/charts/.*', 'd3-.*', 'geojson'], 'Charts import the domain and d3-* only.')],
		tests
	),
	imports(
		['src/lib/domain/**'],
		[...aboveDomain, allBut(['fraction\\.js', 'zod'], 'The domain imports the domain, fraction.js and zod only.')],
		tests
	),
	imports(
		['src/lib/domain/{instrument,province}/**'],
		[...aboveDomain, allBut(['fraction\\.js', 'zod', 'yaml'], 'Only the domain, fraction.js, zod and yaml here.')],
		tests
	),
	imports(
		['src/lib/domain/{geography,analysis}/**'],
		[...aboveDomain, allBut([], 'This part of the domain imports the domain only.')],
		tests
	),
	imports(
		['src/lib/domain/geography/simplify-topology.ts'],
		[...aboveDomain, allBut(['topojson-.*'], 'Only the domain and topojson-* here.')],
		tests
	),
	// Tests of the domain may read the shipped instruments and use test tools, but still nothing from above.
	imports(['src/lib/domain/**/*.test.ts'], [...aboveDomain, layers.app]),
	{
		files: ['src/lib/domain/**'],
		ignores: tests,
		rules: { 'no-restricted-syntax': ['error', ...noOutsideWorld, ...noOwnFormats] }
	},
	// Its rounding is the one that is shown.
	{
		files: ['src/lib/domain/scoring/shown-index.ts'],
		rules: { 'no-restricted-syntax': ['error', ...noOutsideWorld] }
	}
);
