import type { Instrument } from './types.ts';

/** The header parts that an instrument may leave out. */
export type HeaderDefaults = Pick<Instrument, 'levels' | 'predicates' | 'classes' | 'parties'>;

/** Levels, predicates, classes and parties of the main instrument; a test holds them equal to its file.
 *  @see src/lib/instruments/README.md, Files */
export const DEFAULT_HEADER: HeaderDefaults = {
	levels: [
		{
			level: 1,
			name: { id: 'Rintisan', en: 'Initial' },
			meaning: {
				id: 'Belum dilakukan, atau dilakukan sesekali tanpa pola.',
				en: 'Not done, or done now and then without a pattern.'
			}
		},
		{
			level: 2,
			name: { id: 'Terkelola', en: 'Managed' },
			meaning: {
				id: 'Sudah dilakukan, tetapi setiap OPD memakai caranya sendiri.',
				en: 'Done, but each agency does it in its own way.'
			}
		},
		{
			level: 3,
			name: { id: 'Terdefinisi', en: 'Defined' },
			meaning: {
				id: 'Prosedur tertulis yang sama ditetapkan bagi semua OPD dan dijalankan.',
				en: 'One written procedure is laid down for all agencies and followed.'
			}
		},
		{
			level: 4,
			name: { id: 'Terpadu dan Terukur', en: 'Integrated and Measured' },
			meaning: {
				id: 'Berjalan terpadu antar-OPD, hasilnya diukur, dan ditinjau secara berkala.',
				en: 'Works across agencies; results are measured and reviewed at set times.'
			}
		},
		{
			level: 5,
			name: { id: 'Optimum', en: 'Optimising' },
			meaning: {
				id: 'Terus diperbaiki menurut hasil tinjauan, dan perbaikannya dapat dibuktikan.',
				en: 'Improved continuously from the reviews, and the improvement can be proved.'
			}
		}
	],
	predicates: [
		{ code: 'memuaskan', name: { id: 'Memuaskan', en: 'Excellent' }, from: 4.2 },
		{ code: 'sangat_baik', name: { id: 'Sangat Baik', en: 'Very Good' }, from: 3.5 },
		{ code: 'baik', name: { id: 'Baik', en: 'Good' }, from: 2.6 },
		{ code: 'cukup', name: { id: 'Cukup', en: 'Fair' }, from: 1.8 },
		{ code: 'kurang', name: { id: 'Kurang', en: 'Poor' }, from: 0 }
	],
	classes: [
		{
			code: 'ready',
			name: { id: 'Siap Integrasi', en: 'Ready to Integrate' },
			meaning: {
				id: 'Daerah dapat disambungkan sekarang: semua indikator kunci sudah berjalan dengan prosedur yang sama bagi semua OPD.',
				en: 'The region can be connected now: every gate indicator works under one procedure for all agencies.'
			},
			minIndex: 3.5,
			minGate: 3
		},
		{
			code: 'nearly_ready',
			name: { id: 'Hampir Siap', en: 'Nearly Ready' },
			meaning: {
				id: 'Daerah dapat mulai disambungkan secara bertahap sambil menaikkan indikator kunci yang masih di bawah tingkat 3.',
				en: 'The region can begin to connect step by step while it raises the gate indicators still below level 3.'
			},
			minIndex: 2.6,
			minGate: 2
		},
		{
			code: 'needs_support',
			name: { id: 'Perlu Pendampingan', en: 'Needs Assistance' },
			meaning: {
				id: 'Daerah sudah mempunyai sebagian dasar, tetapi memerlukan pendampingan provinsi pada indikator kunci sebelum disambungkan.',
				en: "The region has part of the foundations but needs the province's assistance on gate indicators before it is connected."
			},
			minIndex: 1.8,
			minGate: null
		},
		{
			code: 'lagging',
			name: { id: 'Tertinggal', en: 'Lagging' },
			meaning: {
				id: 'Dasar integrasi belum terbentuk; peraturan, penyelenggara, daftar data, dan pengelola data perlu dibangun lebih dahulu dengan pembinaan langsung.',
				en: 'The foundations are not there yet; regulation, actors, data list and data managers must be built first, with direct coaching.'
			},
			minIndex: 0,
			minGate: null
		}
	],
	parties: {
		diskominfo: { id: 'Diskominfo (walidata)', en: 'Communications and Informatics Agency (data steward)' },
		bappeda: { id: 'Bappeda (koordinator forum)', en: 'Development Planning Agency, Bappeda (forum coordinator)' },
		bps: { id: 'BPS setempat (pembina data statistik)', en: 'Local BPS office (supervisor for statistical data)' },
		setda_hukum: { id: 'Bagian/Biro Hukum Sekretariat Daerah', en: 'Legal Division of the Regional Secretariat' },
		setda_organisasi: {
			id: 'Bagian/Biro Organisasi Sekretariat Daerah',
			en: 'Organisation Division of the Regional Secretariat'
		},
		bkpsdm: { id: 'BKPSDM (kepegawaian dan pengembangan SDM)', en: 'Personnel and Human Resources Agency (BKPSDM)' },
		bpkad: { id: 'BPKAD (keuangan dan aset daerah)', en: 'Regional Finance and Assets Agency (BPKAD)' },
		inspektorat: { id: 'Inspektorat Daerah', en: 'Regional Inspectorate' },
		opd: { id: 'OPD produsen data', en: 'Data-producing agencies (OPD)' },
		pimpinan: { id: 'Kepala daerah dan sekretaris daerah', en: 'Head of region and regional secretary' }
	}
};
