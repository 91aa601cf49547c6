import { decodeText } from '#lib/domain/tables/decode-text.ts';
import type { Fault } from './fault.ts';
import type { InstrumentFile } from './parse-instrument.ts';

/** A file of an instrument as it came. */
export interface InstrumentBytes {
	name: string;
	bytes: Uint8Array;
}

/** Decodes the files of an instrument; or a fault of each that is no text in Unicode. */
export function decodeFiles(files: readonly InstrumentBytes[]): { files: InstrumentFile[] } | { faults: Fault[] } {
	const decoded = files.map(({ name, bytes }) => ({ name, ...decodeText(bytes) }));
	const faults = decoded.flatMap((file): Fault[] =>
		'fault' in file
			? [{ file: file.name, line: 1, indicator: null, code: 'file_unreadable', params: { fault: file.fault } }]
			: []
	);
	if (faults.length > 0) return { faults };
	return { files: decoded.flatMap((file) => ('text' in file ? [{ name: file.name, text: file.text }] : [])) };
}
