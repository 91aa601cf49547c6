import { describe, expect, test } from 'vitest';
import type { Instrument } from '#lib/domain/instrument/types.ts';
import { justificationTexts, writeJustification } from './justifications.ts';
import { getShipped } from '../../../../tests/support/shipped.ts';
import { fillSlots, type Facts } from './slots.ts';

const facts: Facts = {
	seed: 3,
	subject: '35.20',
	year: 2026,
	agencies: 31,
	datasets: 180,
	words: {
		...{ wilayah: 'Kab. Magetan', perkada: 'Perbup', kepala: 'Bupati', wil: 'kecamatan', unit_bawah: 'kecamatan' },
		...{ atasan: 'provinsi', portal: 'Satu Data Jatim', mitra: 'Diskominfo Provinsi', bidang: '5', dataset: '40' }
	}
};

const levelsOf = (instrument: Instrument) => instrument.levels.map(({ level }) => level);
const indicatorsOf = (instrument: Instrument) => instrument.domains.flatMap(({ indicators }) => indicators);

describe.each(['ikid', 'ikid-opd'])('texts for %s', (code) => {
	const instrument = getShipped(code);
	const all = indicatorsOf(instrument).flatMap((indicator) =>
		levelsOf(instrument).flatMap((level) =>
			justificationTexts(code, indicator.code, level).map((text) => ({ indicator, level, text }))
		)
	);

	test('there is one for every indicator and level, and none twice', () => {
		const places = new Set(all.map(({ indicator, level }) => `${indicator.code}@${level}`));
		expect(places.size).toBe(indicatorsOf(instrument).length * levelsOf(instrument).length);
		expect(new Set(all.map(({ text }) => text)).size).toBe(all.length);
	});

	test('filled in, each has 60 to 600 characters, a number and no slot left', () => {
		for (const { indicator, level, text } of all) {
			const filled = fillSlots(text, facts, `${indicator.code}@${level}`);
			expect(filled, `${indicator.code}@${level}`).not.toMatch(/[{}]|undefined|NaN/);
			expect(filled.length, filled).toBeGreaterThanOrEqual(60);
			expect(filled.length, filled).toBeLessThanOrEqual(600);
		}
	});

	test('a share lies from the threshold of its level up to that of the next', () => {
		for (const { indicator, level, text } of all) {
			const { kinds, thresholds } = SHARES[code]![indicator.code] ?? { kinds: [], thresholds: [] };
			const slots = [...text.matchAll(/\{(opd%|data%|%):(\d+)-(\d+)\}/g)];
			const first = slots.find(([, kind]) => kinds.includes(kind!));
			const own = level === 1 ? 0 : thresholds[level - 2];
			if (!first || own === undefined || own === null) continue;
			expect(Number(first[2]), `${indicator.code}@${level}: ${text}`).toBeGreaterThanOrEqual(own);
			expect(Number(first[3]), `${indicator.code}@${level}: ${text}`).toBeLessThan(thresholds[level - 1] ?? 100);
		}
	});
});

test('where a level has two texts, self-assessment and assessor draw different ones', () => {
	const self = writeJustification({ instrument: 'ikid', indicator: 'B2' }, { value: 2 }, 'self', facts);
	const assessor = writeJustification(
		{ instrument: 'ikid', indicator: 'B2' },
		{ value: 2, self: 2 },
		'assessor',
		facts
	);
	expect(assessor.startsWith(self)).toBe(false);
});

test('an assessor who sees it otherwise names the level the region gave itself', () => {
	expect(
		writeJustification({ instrument: 'ikid', indicator: 'B2' }, { value: 2, self: 3 }, 'assessor', facts)
	).toContain('Nilai mandiri 3');
	expect(
		writeJustification({ instrument: 'ikid', indicator: 'B2' }, { value: 2, self: 1 }, 'assessor', facts)
	).toContain('Nilai mandiri 1');
	expect(
		writeJustification({ instrument: 'ikid', indicator: 'G6' }, { value: 1, self: 'na' }, 'assessor', facts)
	).toContain('tidak berlaku');
});

test('there are reasons for "not applicable" exactly where the instrument allows it', () => {
	for (const indicator of indicatorsOf(getShipped('ikid'))) {
		const reason = () =>
			writeJustification({ instrument: 'ikid', indicator: indicator.code }, { value: 'na' }, 'self', facts);
		if (indicator.mayNotApply) expect(reason()).toMatch(/^Tidak berlaku: .{60,580}$/);
		else expect(reason).toThrow(indicator.code);
	}
});

/** From the criteria: the share that levels 2, 3, 4 and 5 ask of one and the same quantity, null where a level does
 *  not ask for it; and by which kind of slot the texts say it. */
const SHARES: Record<string, Record<string, { kinds: string[]; thresholds: (number | null)[] }>> = {
	ikid: {
		B2: { kinds: ['data%'], thresholds: [30, 70, 90, 95] },
		B4: { kinds: ['opd%'], thresholds: [50] },
		B5: { kinds: ['data%', '%'], thresholds: [30, 80, 95, null] },
		C1: { kinds: ['data%'], thresholds: [25, 60, 80, 95] },
		C2: { kinds: ['data%'], thresholds: [50, 70, 85, 95] },
		C3: { kinds: ['data%', '%'], thresholds: [50, 70, 85, 95] },
		C4: { kinds: ['%'], thresholds: [null, 50, 75, 90] },
		D1: { kinds: ['opd%'], thresholds: [30, 60, 90, null] },
		D2: { kinds: ['%'], thresholds: [null, 50, 80, 95] },
		D3: { kinds: ['opd%'], thresholds: [null, 30, 60, 90] },
		F1: { kinds: ['%'], thresholds: [null, 50, 70, null] },
		G1: { kinds: ['%'], thresholds: [50, 80, 90, null] },
		G4: { kinds: ['%'], thresholds: [50, 80, 90, 95] },
		G5: { kinds: ['%'], thresholds: [30, 60, 80, 95] }
	},
	'ikid-opd': {
		A2: { kinds: ['%'], thresholds: [30, 80, 95, null] },
		A3: { kinds: ['%'], thresholds: [30, 80, null, null] },
		B1: { kinds: ['%'], thresholds: [30, 70, 90, null] },
		B2: { kinds: ['%'], thresholds: [50, 80, 95, null] },
		B4: { kinds: ['%'], thresholds: [null, 50, 80, 95] },
		C1: { kinds: ['%'], thresholds: [30, 80, null, null] },
		C2: { kinds: ['%'], thresholds: [null, 30, 60, 90] }
	}
};
