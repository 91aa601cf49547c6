import type { ChangeReason } from '#lib/domain/workflow/change-reasons.ts';
import type { Random } from './random.ts';

interface Change {
	changeReason: ChangeReason | null;
	changeNote: string;
}

const LOWERED: readonly [ChangeReason, string][] = [
	['evidence_missing', 'Dokumen yang menunjukkan tingkat itu belum dilampirkan sampai pemeriksaan berakhir.'],
	['evidence_irrelevant', 'Dokumen yang dilampirkan mengatur hal lain dan tidak menunjukkan tingkat yang dipilih.'],
	['evidence_outdated', 'Dokumen yang dilampirkan sudah tidak berlaku pada masa penilaian.'],
	['not_everywhere', 'Praktik baru berjalan di sebagian OPD, sedangkan kriteria meminta seluruh OPD.'],
	['criteria_misread', 'Kriteria tingkat itu bersifat kumulatif; syarat tingkat di bawahnya belum terpenuhi.'],
	['seen_on_site', 'Saat kunjungan, prosedur ada secara tertulis tetapi belum dijalankan.']
];

const RAISED: readonly [ChangeReason, string][] = [
	['new_evidence', 'Bukti yang ditunjukkan saat pemeriksaan melampaui tingkat yang dipilih wilayah.'],
	['seen_on_site', 'Saat kunjungan terlihat bahwa prosedur sudah berjalan di seluruh OPD.'],
	['criteria_misread', 'Wilayah menilai dirinya lebih rendah daripada yang ditunjukkan buktinya.']
];

/** Explains why a sample assessor's level differs from the region's own; nothing where it does not.
 *  @param self the region's own level; undefined where it gave none */
export function explainChange(self: number | 'na' | undefined, level: number | 'na', random: Random): Change {
	if (self === undefined || self === level) return { changeReason: null, changeNote: '' };
	if (self === 'na')
		return { changeReason: 'criteria_misread', changeNote: 'Indikator ini berlaku bagi wilayah ini, jadi dinilai.' };
	const reasons = level !== 'na' && level > self ? RAISED : LOWERED;
	const [changeReason, changeNote] = reasons[Math.floor(random() * reasons.length)]!;
	return { changeReason, changeNote };
}
