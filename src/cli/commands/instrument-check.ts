import { parseArgs } from 'node:util';
import { formatShare, formatWeight } from '#lib/words/format-share.ts';
import type { Locale } from '#lib/domain/locale.ts';
import { effectiveWeights } from '#lib/domain/scoring/effective-weights.ts';
import type { Instrument } from '#lib/domain/instrument/types.ts';
import { m } from '#lib/paraglide/messages.js';
import { say } from '#lib/words/say.ts';
import { faultLine } from '#lib/server/rounds/instruments/describe-fault.ts';
import { readInstrument } from '#lib/server/rounds/instruments/read-instrument.ts';
import type { ExitCode, Io } from '../io.ts';

/** Usage of `instrument check`, in one language. */
export function usage(locale: Io['locale']): string {
	return say(locale).cli_check_usage({});
}

/** Checks an instrument (a file, or a folder with `instrument.yaml`): prints its outline, or every fault on a line.
 *  @param args arguments after the command's name */
export function run(args: string[], io: Io): ExitCode {
	const { locale } = io;
	const path = parsePath(args);
	if (path === undefined) {
		io.err(usage(locale));
		return 2;
	}
	const result = readInstrument(io.resolvePath(path), path);
	if ('instrument' in result) {
		for (const line of outline(result.instrument, locale)) io.out(line);
		return 0;
	}
	for (const fault of result.faults) io.err(faultLine(fault, locale));
	io.err(say(locale).cli_check_failed({ count: result.faults.length }));
	return 1;
}

function parsePath(args: string[]): string | undefined {
	try {
		const { positionals } = parseArgs({ args, options: {}, allowPositionals: true });
		return positionals.length === 1 ? positionals[0] : undefined;
	} catch {
		return undefined; // parseArgs throws on unknown options: usage
	}
}

function outline(instrument: Instrument, locale: Locale): string[] {
	const indicators = new Map(instrument.domains.flatMap((domain) => domain.indicators).map((one) => [one.code, one]));
	const weights = effectiveWeights(instrument);
	const rows = weights.map((weight) => {
		const indicator = weight.kind === 'indicator' ? indicators.get(weight.code) : undefined;
		const marks = [
			indicator?.gate && say(locale).cli_check_gate({}),
			indicator?.mayNotApply && say(locale).cli_check_may_not_apply({})
		].filter((mark) => typeof mark === 'string');
		const label = `${weight.code} ${weight.name[locale]}${marks.length > 0 ? ` [${marks.join(', ')}]` : ''}`;
		const indent = weight.kind === 'domain' ? 0 : weight.kind === 'aspect' ? 2 : 4;
		return { label: ' '.repeat(indent) + label, figure: formatWeight(weight.percent / 100, locale) };
	});
	const width = Math.max(...rows.map(({ label }) => label.length));
	const { levels, name, code, version, unit } = instrument;
	const unitName = unit === 'region' ? m.cli_check_unit_region : m.cli_check_unit_agency;
	// In hundredths, because 0.1 + 0.2 is not 0.3; the indicators add up to the whole (see effectiveWeights).
	const total = weights.reduce((sum, one) => sum + (one.kind === 'indicator' ? Math.round(one.percent * 100) : 0), 0);
	return [
		say(locale).cli_check_heading({ name: name[locale], code, version, unit: unitName({}, { locale }) }),
		say(locale).cli_check_counts({
			domains: instrument.domains.length,
			indicators: indicators.size,
			from: levels[0]?.level ?? '',
			to: levels.at(-1)?.level ?? ''
		}),
		...rows.map(({ label, figure }) => `${label.padEnd(width)}  ${figure.padStart(8)}`),
		`${say(locale).cli_check_total({}).padEnd(width)}  ${formatShare(total / 10_000, locale).padStart(8)}`,
		say(locale).cli_check_good({})
	];
}
