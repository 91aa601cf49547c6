/** Code of the instrument below. */
export const SMALL_INSTRUMENT = 'uji';

const both = (text: string) => ({ id: text, en: text });

const indicator = (code: string, gate: boolean) => ({
	code,
	name: both(`Indikator ${code}`),
	weight: 50,
	gate,
	levels: Object.fromEntries(
		[1, 2, 3, 4, 5].map((level) => [
			level,
			{ criteria: both(`${code}: kriteria tingkat ${level}.`), evidence: both(`Dokumen tingkat ${level}.`) }
		])
	)
});

/** An instrument as its file says it, small enough to walk an assessment through every page: two domains with two
 *  indicators each, A1 a gate. Levels, predicates and classes are the default ones. JSON is YAML. */
export function smallInstrument(): string {
	return JSON.stringify({
		code: SMALL_INSTRUMENT,
		version: '1',
		unit: 'region',
		name: both('Instrumen uji'),
		domains: ['A', 'B'].map((domain) => ({
			code: domain,
			name: both(`Domain ${domain}`),
			weight: 50,
			indicators: [indicator(`${domain}1`, domain === 'A'), indicator(`${domain}2`, false)]
		}))
	});
}
