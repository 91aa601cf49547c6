import { readFileSync, writeFileSync } from 'node:fs';
import { decodeText } from '#lib/domain/tables/decode-text.ts';
import { describeTextFault } from '#lib/words/text-fault.ts';
import { say } from '#lib/words/say.ts';
import { CommandError, type Io } from './io.ts';

/** Reads a file that the person named, as text in Unicode.
 *  @throws CommandError when it cannot be read or is no such text */
export function readTextFile(path: string, io: Io): string {
	const decoded = decodeText(readBinaryFile(path, io));
	if ('text' in decoded) return decoded.text;
	throw new CommandError(`${io.resolvePath(path)}: ${describeTextFault(decoded.fault, io.locale)}`);
}

/** Reads a file that the person named, as bytes.
 *  @throws CommandError when it cannot be read */
export function readBinaryFile(path: string, io: Io): Buffer {
	const file = io.resolvePath(path);
	try {
		return readFileSync(file);
	} catch (error) {
		throw asCommandError(error, say(io.locale).cmd_file_unreadable({ file, detail: reasonOf(error) }));
	}
}

/** Writes a file that the person named, over an existing one.
 *  @throws CommandError when it cannot be written */
export function writeOutput(path: string, content: string | Uint8Array, io: Io): void {
	const file = io.resolvePath(path);
	try {
		writeFileSync(file, content);
	} catch (error) {
		throw asCommandError(error, say(io.locale).cmd_file_unwritable({ file, detail: reasonOf(error) }));
	}
	io.out(say(io.locale).cmd_written({ file }));
}

function asCommandError(error: unknown, sentence: string): unknown {
	return isSystemError(error) ? new CommandError(sentence) : error;
}

function reasonOf(error: unknown): string {
	return isSystemError(error) ? error.code! : '';
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
	return error instanceof Error && typeof (error as NodeJS.ErrnoException).code === 'string' && 'syscall' in error;
}
