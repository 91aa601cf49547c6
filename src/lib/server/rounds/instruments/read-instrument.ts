import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { decodeFiles } from '#lib/domain/instrument/decode-files.ts';
import { domainFileNames, parseInstrument, type ParsedInstrument } from '#lib/domain/instrument/parse-instrument.ts';
import type { Instrument } from '#lib/domain/instrument/types.ts';

/** Names of the header in a folder, the first one preferred. */
const HEADER_NAMES = ['instrument.yaml', 'instrument.yml'];

/** Reads an instrument from a file (header or whole) or from a folder that holds `instrument.yaml`.
 *  @param called name of the path in faults, as the person wrote it
 *  @returns the instrument, or every fault; a path that does not exist is a fault too
 *  @throws Error of the file system when the path exists but may not be read */
export function readInstrument(path: string, called: string = path): ParsedInstrument {
	const header = findHeader(path);
	if (!header) {
		const name = existsSync(path) ? HEADER_NAMES[0]! : basename(path);
		return { faults: [{ file: called, line: 1, indicator: null, code: 'file_missing', params: { name } }] };
	}
	const folder = dirname(header);
	const calledFolder = header === path ? dirname(called) : called;
	const read = (name: string) => ({
		name: join(calledFolder, name).replaceAll('\\', '/'),
		bytes: readFileSync(join(folder, name))
	});
	const first = decodeFiles([read(basename(header))]);
	if ('faults' in first) return first;
	const names = domainFileNames(first.files[0]!).filter((name) => isFile(join(folder, name)));
	const others = decodeFiles(names.map(read));
	return 'faults' in others ? others : parseInstrument([...first.files, ...others.files]);
}

/** The instruments that ship with the product, by code.
 *  @throws Error when one of them has faults */
export function readShippedInstruments(): Instrument[] {
	return shippedPaths().map((path) => {
		const parsed = readInstrument(path);
		if ('instrument' in parsed) return parsed.instrument;
		throw new Error(`The instrument in ${path} has faults: ${JSON.stringify(parsed.faults)}`);
	});
}

/** The shipped instrument with this code, as `readInstrument` answers it; undefined when there is none. Reads only the
 *  headers of the others. */
export function findShippedInstrument(code: string): ParsedInstrument | undefined {
	const path = shippedPaths().find((candidate) => headerCode(candidate) === code);
	return path === undefined ? undefined : readInstrument(path);
}

/** Codes of the instruments that ship with the product. */
export function listShippedCodes(): string[] {
	return shippedPaths().flatMap((path) => headerCode(path) ?? []);
}

function shippedPaths(): string[] {
	const folder = shippedFolder();
	return readdirSync(folder)
		.map((name) => join(folder, name))
		.filter((path) => (isFile(path) ? /\.ya?ml$/.test(path) : findHeader(path) !== undefined))
		.sort();
}

/** `src/lib/instruments`, found upwards from here: this file runs from its source and from inside the build. */
function shippedFolder(): string {
	for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
		const candidate = join(folder, 'src', 'lib', 'instruments');
		if (existsSync(candidate)) return candidate;
		if (dirname(folder) === folder) throw new Error('The folder src/lib/instruments is missing beside the program');
	}
}

function headerCode(path: string): string | undefined {
	const header = findHeader(path);
	return header && /^code: *["']?([^\s"'#]+)/m.exec(readFileSync(header, 'utf8'))?.[1];
}

function findHeader(path: string): string | undefined {
	if (isFile(path)) return path;
	return HEADER_NAMES.map((name) => join(path, name)).find(isFile);
}

function isFile(path: string): boolean {
	return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
