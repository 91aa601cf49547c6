import './src/cli/ensure-messages.ts';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

// Without the build's own plugins: they compile the texts once or twice more, which takes longer than most tests.
export default defineConfig({
	plugins: [sveltekit()],
	test: {
		include: ['src/**/*.test.ts', 'tests/contract/**/*.test.ts'],
		environment: 'node',
		// The program and its texts are loaded once a worker, not once a file: half of all time went there. What a module keeps
		// hangs on a database, and each test has its own.
		isolate: false,
		setupFiles: ['tests/support/known-province.ts'],
		maxWorkers: '100%', // not one core less: on two that would be one file after the other
		testTimeout: 60_000, // a bound for what hangs, not a measure: a busy machine takes its time
		hookTimeout: 60_000 // seeding the demo, on a machine that does other things too
	}
});
