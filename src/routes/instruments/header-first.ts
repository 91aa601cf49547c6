import type { InstrumentFile } from '#lib/domain/instrument/parse-instrument.ts';

/** Uploaded files in the order that the parser asks for: the header is the one that lists domains. Where none does, the
 *  order stays, and the parser says what is missing. */
export function headerFirst(files: readonly InstrumentFile[]): InstrumentFile[] {
	const header = files.find(({ text }) => /^["']?domains["']?\s*:/m.test(text));
	return header ? [header, ...files.filter((file) => file !== header)] : [...files];
}
