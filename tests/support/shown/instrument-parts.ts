import type { Instrument } from '#lib/domain/instrument/types.ts';
import { NONE, NOT_APPLICABLE } from './figures.ts';

/** All indicators of an instrument, in order. */
export function indicators({ domains }: Instrument) {
	return domains.flatMap((domain) => domain.indicators);
}

/** A level as it stands in a cell, in the words that all forms share. */
export function levelIn(cell: string): string {
	const level = /^\d/.exec(cell)?.[0];
	if (level) return level;
	if (/^tidak berlaku/i.test(cell)) return NOT_APPLICABLE;
	return /^belum dijawab/i.test(cell) ? NONE : cell;
}
