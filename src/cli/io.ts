import type { Locale } from '#lib/domain/locale.ts';

/** What a command gets from the world outside, so that a test can hand it another one. */
export interface Io {
	/** Prints one line (or lines) to standard output. */
	out(text: string): void;
	/** Prints one line (or lines) to standard error. */
	err(text: string): void;
	/** All of standard input as text. */
	readStdin(): Promise<string>;
	/** The absolute path of a file that the person named. */
	resolvePath(path: string): string;
	/** Environment variables; `DATA_DIR` is the one that counts. */
	env: Record<string, string | undefined>;
	/** Milliseconds since 1970. */
	now(): number;
	locale: Locale;
}

/** 0 = done, 1 = failed, 2 = called wrongly. */
export type ExitCode = 0 | 1 | 2;

/** Ends a command with a sentence that says what to do. */
export class CommandError extends Error {
	readonly exitCode: ExitCode;

	constructor(message: string, exitCode: ExitCode = 1) {
		super(message);
		this.exitCode = exitCode;
	}
}
