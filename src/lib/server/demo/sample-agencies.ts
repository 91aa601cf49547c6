import type { AssessmentStatus } from '#lib/domain/workflow/types.ts';

/** An OPD of the demo with the state of its short form in round 2026. */
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
	agency('dinkes-35', '35', 'Dinas Kesehatan', { fields: 6, status: 'self_assessment', ability: 2.9, answered: 0.5 }),
	agency('dpkp-35', '35', 'Dinas Pertanian dan Ketahanan Pangan', { fields: 5, status: 'assessed', ability: 3.1 }),
	agency('dinsos-35', '35', 'Dinas Sosial', { fields: 5, status: 'assessed', ability: 2.6 }),
	agency('dindik-35', '35', 'Dinas Pendidikan', { fields: 6, status: 'assessed', ability: 3.3 }),
	agency('disnakertrans-35', '35', 'Dinas Tenaga Kerja dan Transmigrasi', {
		fields: 5,
		status: 'submitted',
		ability: 2.4
	}),
	agency('dp3ak-35', '35', 'Dinas Pemberdayaan Perempuan, Perlindungan Anak dan Kependudukan', {
		fields: 4,
		status: 'submitted',
		ability: 2.2
	}),
	agency('dishub-35', '35', 'Dinas Perhubungan', {
		fields: 4,
		status: 'self_assessment',
		ability: 2.0,
		answered: 0.25
	}),
	agency('dishut-35', '35', 'Dinas Kehutanan', { fields: 4, status: 'not_started', ability: 2.1 }),
	agency('dinkes-35-78', '35.78', 'Dinas Kesehatan', { fields: 5, status: 'assessed', ability: 3.2 }),
	agency('dispendukcapil-35-78', '35.78', 'Dinas Kependudukan dan Pencatatan Sipil', {
		fields: 4,
		status: 'submitted',
		ability: 3.4
	}),
	agency('dinsos-35-78', '35.78', 'Dinas Sosial', {
		fields: 4,
		status: 'self_assessment',
		ability: 2.7,
		answered: 0.75
	}),
	agency('dkpp-35-78', '35.78', 'Dinas Ketahanan Pangan dan Pertanian', {
		fields: 4,
		status: 'not_started',
		ability: 2.3
	})
];

function agency(
	id: string,
	regionCode: string,
	name: string,
	{
		fields,
		status,
		ability,
		answered = 1
	}: { fields: number; status: AssessmentStatus; ability: number; answered?: number }
): SampleAgency {
	return { id, regionCode, name, fields, status, ability, answered };
}
