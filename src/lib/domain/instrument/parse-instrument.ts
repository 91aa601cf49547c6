import { checkDependencies } from './check-dependencies.ts';
import { DEFAULT_HEADER, type HeaderDefaults } from './default-header.ts';
import type { Fault } from './fault.ts';
import { type Collected, parseDomain } from './parse-domain.ts';
import { domainFile, parseHeader } from './parse-header.ts';
import type { Domain, Instrument } from './types.ts';
import { openYaml, report, type Value } from './yaml-values.ts';

/** A file of an instrument. `name` is the one that faults give it, with `/` between folders. */
export interface InstrumentFile {
	name: string;
	text: string;
}

export type ParsedInstrument = { instrument: Instrument } | { faults: Fault[] };

/** Reads an instrument and checks it as a whole.
 *  @param files the header first, or the whole instrument; then the domain files that it names, in the same folder as
 *  the header; files that it does not name are ignored
 *  @param defaults header parts for an instrument that leaves them out
 *  @returns the instrument, or every fault at once, by file and line
 *  @see src/lib/instruments/README.md, Files */
export function parseInstrument(
	files: readonly InstrumentFile[],
	defaults: HeaderDefaults = DEFAULT_HEADER
): ParsedInstrument {
	const faults: Fault[] = [];
	const instrument = read(files, defaults, faults);
	if (instrument && faults.length === 0) return { instrument };
	const order = new Map(files.map(({ name }, place) => [name, place]));
	return {
		faults: faults.sort((a, b) => (order.get(a.file) ?? 0) - (order.get(b.file) ?? 0) || a.line - b.line)
	};
}

/** Names of the domain files that a header lists; none when it holds its domains in place or cannot be read. */
export function domainFileNames(header: InstrumentFile): string[] {
	const root = openYaml(header.name, header.text, []);
	const domains = root && parseHeader(root, DEFAULT_HEADER)?.domains;
	return (domains ?? []).flatMap((domain) => domainFile(domain) ?? []).filter(isPlainName);
}

function read(files: readonly InstrumentFile[], defaults: HeaderDefaults, faults: Fault[]): Instrument | undefined {
	const [first] = files;
	const root = first && openYaml(first.name, first.text, faults);
	const parsed = root && parseHeader(root, defaults);
	if (!parsed) {
		// The domain files cannot be judged without the header's levels; their YAML can.
		for (const { name, text } of files.slice(1)) openYaml(name, text, faults);
		return undefined;
	}
	const collected: Collected = { header: parsed.header, dependencies: [], codes: new Map() };
	const domains = parsed.domains.flatMap((entry): Domain[] => {
		const domain = openDomain(entry, files, faults);
		return domain ? [parseDomain(domain, collected)] : [];
	});
	const instrument: Instrument = { ...parsed.header, domains };
	// With a file missing or unreadable, all that depends on its indicators would look unknown; without levels, likewise.
	const isWhole = domains.length === parsed.domains.length && instrument.levels.length > 0;
	if (isWhole) checkDependencies(collected.dependencies, instrument);
	return instrument;
}

/** Opens the domain that an entry of `domains` holds or names; undefined when its file is missing or unreadable, which
 *  is reported. */
function openDomain(entry: Value, files: readonly InstrumentFile[], faults: Fault[]): Value | undefined {
	const name = domainFile(entry);
	if (name === undefined) return { ...entry, key: '' };
	const folder = entry.source.file.replace(/[^/]*$/, '');
	const file = isPlainName(name) ? files.find((candidate) => candidate.name === folder + name) : undefined;
	if (file) return openYaml(file.name, file.text, faults);
	report(entry, 'file_missing', { name });
	return undefined;
}

/** Tells whether a name is no path: domain files lie beside their header, a path could lead anywhere. */
function isPlainName(name: string): boolean {
	return !/[/\\]/.test(name);
}
