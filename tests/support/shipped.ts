import type { Instrument } from '#lib/domain/instrument/types.ts';
import { readShippedInstruments } from '#lib/server/rounds/instruments/read-instrument.ts';

/** A shipped instrument for the tests of this folder.
 *  @throws when there is none of that code */
export function getShipped(code: string): Instrument {
	const instrument = readShippedInstruments().find((shipped) => shipped.code === code);
	if (!instrument) throw new Error(`no shipped instrument ${code}`);
	return instrument;
}
