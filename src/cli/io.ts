import type { Locale } from '#lib/domain/locale.ts';

/** World outside as a command sees it, so that a test can hand it another one. */
export interface Io {
	/** Prints one line (or lines) to standard output. */
	out(text: string): void;
	/** Prints one line (or lines) to standard error. */
	err(text: string): void;
	/** All of standard input as text. */
	readStdin(): Promise<string>;
	/** The absolute path of a file that the person named. */
	resolvePath(path: string): string;
	/** Environment variables; commands read `DATA_DIR`, `PROVINCE` and `ORIGIN`. */
	env: Record<string, string | undefined>;
	/** Milliseconds since 1970. */
	now(): number;
	locale: Locale;
}

/** Exit code: 0 = done, 1 = failed, 2 = called wrongly. */
export type ExitCode = 0 | 1 | 2;

/** Error that ends a command with a sentence and its remedy. */
export class CommandError extends Error {
	readonly exitCode: ExitCode;

	constructor(message: string, exitCode: ExitCode = 1) {
		super(message);
		this.exitCode = exitCode;
	}
}
