import type { AnswerValue } from '#lib/domain/scoring/types.ts';
import type { Track } from '#lib/domain/workflow/types.ts';
import { DOMAIN_A } from './justifications/A.ts';
import { DOMAIN_B } from './justifications/B.ts';
import { DOMAIN_C } from './justifications/C.ts';
import { DOMAIN_D } from './justifications/D.ts';
import { DOMAIN_E } from './justifications/E.ts';
import { DOMAIN_F } from './justifications/F.ts';
import { DOMAIN_G, NOT_APPLICABLE_TEXTS } from './justifications/G.ts';
import { AGENCY_FORM } from './justifications/opd.ts';
import type { JustificationTexts } from './justifications/types.ts';
import { integer, randomFor } from './random.ts';
import { fillSlots, type Facts } from './slots.ts';

const TEXTS: Record<string, JustificationTexts> = {
	ikid: { ...DOMAIN_A, ...DOMAIN_B, ...DOMAIN_C, ...DOMAIN_D, ...DOMAIN_E, ...DOMAIN_F, ...DOMAIN_G },
	'ikid-opd': AGENCY_FORM
};

/** Gives all texts that may justify a value, slots unfilled.
 *  @throws Error when there is none: the sample data covers the shipped instruments and only the "not applicable"
 *  that they allow */
export function justificationTexts(instrument: string, indicator: string, value: number | 'na'): readonly string[] {
	const texts = value === 'na' ? NOT_APPLICABLE_TEXTS[indicator] : TEXTS[instrument]?.[indicator]?.[value];
	if (!texts || texts.length === 0) throw new Error(`no text for ${instrument} ${indicator} at ${value}`);
	return texts;
}

/** Writes the reason for an answer, in Indonesian. An assessor's differs in wording from the self-assessment's and
 *  says where the two levels part.
 *  @param self level of the self-assessment; null when there is none */
export function writeJustification(
	{ instrument, indicator }: { instrument: string; indicator: string },
	{ value, self = null }: { value: number | 'na'; self?: AnswerValue },
	track: Track,
	facts: Facts
): string {
	const texts = justificationTexts(instrument, indicator, value);
	const first = integer(randomFor(facts.seed, facts.subject, facts.year, indicator), 0, texts.length - 1);
	const text = texts[(first + (track === 'self' ? 0 : 1)) % texts.length]!;
	const reason = fillSlots(text, facts, `${indicator}@${value}`);
	const note = track === 'self' || value === 'na' ? '' : assessorNote(indicator, value, self, facts);
	return note ? `${reason} ${note}` : reason;
}

/** Note of an assessor; empty where the self-assessment agrees and needs none. */
function assessorNote(indicator: string, level: number, self: AnswerValue, facts: Facts): string {
	if (self === null) return '';
	const random = randomFor(facts.seed, facts.subject, facts.year, indicator, 'note');
	const pick = (notes: string[]) => notes[integer(random, 0, notes.length - 1)]!;
	if (self === 'na') return 'Nilai mandiri menyatakan tidak berlaku; alasannya belum dapat diterima asesor.';
	if (self > level)
		return pick([
			`Nilai mandiri ${self}; bukti untuk tingkat ${level + 1} tidak ditunjukkan saat klarifikasi.`,
			`Nilai mandiri ${self} diturunkan: dokumen yang diunggah baru membuktikan tingkat ${level}.`,
			`Nilai mandiri ${self}; perbedaan dibahas dengan walidata dan bukti tambahan ditunggu.`
		]);
	if (self < level) return `Nilai mandiri ${self} dinaikkan: bukti yang diperiksa sudah memenuhi tingkat ${level}.`;
	return pick(['', '', 'Sesuai nilai mandiri.', 'Bukti dicocokkan saat visitasi.']);
}
