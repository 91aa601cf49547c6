import { integer, randomFor, type Random } from './random.ts';

/** Facts of a region or agency for its written reasons; the same in all its reasons of a round. */
export interface Facts {
	seed: number;
	/** Region code or agency id; with `topic` and the slot it fixes every drawn number. */
	subject: string;
	year: number;
	/** Slots that are replaced by name, e.g. `wilayah`. */
	words: Record<string, string>;
	/** Number of agencies and of datasets in the data list, the whole of `{opd%…}` and `{data%…}`. */
	agencies: number;
	datasets: number;
}

const MONTHS = ['Agustus', 'September', 'Oktober', 'November', 'Desember'];

/** Fills the slots of a text. The same slot of the same topic always gets the same value, so two reasons for one
 *  level agree.
 *  @param text slots: `{tahun}`, `{tahun-1}` the round's year and those around it · `{bulan}` a month late in the
 *  year · `{n:3-8}` a number · `{%:75-84}` "78 %" · `{opd%:75-84}` "27 dari 35 OPD (77 %)" · `{data%:…}` the same of
 *  datasets · `{opd}`, `{data}` the totals · any other by name
 *  @throws Error when a slot is unknown */
export function fillSlots(text: string, facts: Facts, topic: string): string {
	return text.replace(/\{([^}]+)\}/g, (_match, slot: string) =>
		fillSlot(slot, facts, randomFor(facts.seed, facts.subject, facts.year, topic, slot))
	);
}

function fillSlot(slot: string, facts: Facts, random: Random): string {
	const year = /^tahun([+-]\d)?$/.exec(slot);
	if (year) return String(facts.year + Number(year[1] ?? 0));
	const range = /^(n|%|opd%|data%):(\d+)-(\d+)$/.exec(slot);
	if (range) return drawn(range[1]!, { from: Number(range[2]), to: Number(range[3]) }, facts, random);
	if (slot === 'bulan') return MONTHS[integer(random, 0, MONTHS.length - 1)]!;
	if (slot === 'opd') return String(facts.agencies);
	if (slot === 'data') return String(facts.datasets);
	const word = facts.words[slot];
	if (word === undefined) throw new Error(`unknown slot {${slot}}`);
	return word;
}

function drawn(kind: string, { from, to }: { from: number; to: number }, facts: Facts, random: Random): string {
	if (kind === 'n') return String(integer(random, from, to));
	if (kind === '%') return `${integer(random, from, to)} %`;
	const [total, unit] = kind === 'opd%' ? [facts.agencies, 'OPD'] : [facts.datasets, 'dataset'];
	// whole things are counted first, so that the share is true to the count and still inside the range
	const least = Math.ceil((from / 100) * total);
	const most = Math.max(least, Math.floor((to / 100) * total));
	const count = integer(random, least, most);
	return `${count} dari ${total} ${unit} (${Math.round((count / total) * 100)} %)`;
}
