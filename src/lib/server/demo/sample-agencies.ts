import type { AssessmentStatus } from '#lib/domain/workflow/types.ts';

/** An OPD of the demo and where its short form stands in round 2026. */
export interface SampleAgency {
	id: string;
	regionCode: string;
	name: string;
	/** Fields of work (bidang) that produce data. */
	fields: number;
	status: AssessmentStatus;
	/** Mean level aimed at, 1–5. */
	ability: number;
	/** Share of the self-assessment that is answered, 0–1; counts only while it answers for itself. */
	answered: number;
}

/** Eight OPD of the province and four of Kota Surabaya; names as the governments use them. */
export const SAMPLE_AGENCIES: readonly SampleAgency[] = [
	agency('dinkes-35', '35', 'Dinas Kesehatan', 6, 'self_assessment', 2.9, 0.5),
	agency('dpkp-35', '35', 'Dinas Pertanian dan Ketahanan Pangan', 5, 'assessed', 3.1),
	agency('dinsos-35', '35', 'Dinas Sosial', 5, 'assessed', 2.6),
	agency('dindik-35', '35', 'Dinas Pendidikan', 6, 'assessed', 3.3),
	agency('disnakertrans-35', '35', 'Dinas Tenaga Kerja dan Transmigrasi', 5, 'submitted', 2.4),
	agency('dp3ak-35', '35', 'Dinas Pemberdayaan Perempuan, Perlindungan Anak dan Kependudukan', 4, 'submitted', 2.2),
	agency('dishub-35', '35', 'Dinas Perhubungan', 4, 'self_assessment', 2.0, 0.25),
	agency('dishut-35', '35', 'Dinas Kehutanan', 4, 'not_started', 2.1),
	agency('dinkes-35-78', '35.78', 'Dinas Kesehatan', 5, 'assessed', 3.2),
	agency('dispendukcapil-35-78', '35.78', 'Dinas Kependudukan dan Pencatatan Sipil', 4, 'submitted', 3.4),
	agency('dinsos-35-78', '35.78', 'Dinas Sosial', 4, 'self_assessment', 2.7, 0.75),
	agency('dkpp-35-78', '35.78', 'Dinas Ketahanan Pangan dan Pertanian', 4, 'not_started', 2.3)
];

function agency(
	id: string,
	regionCode: string,
	name: string,
	fields: number,
	status: AssessmentStatus,
	ability: number,
	answered = 1
): SampleAgency {
	return { id, regionCode, name, fields, status, ability, answered };
}
