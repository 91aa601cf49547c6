import type { ClarificationMessageKind } from '#lib/domain/workflow/clarification-machine.ts';

/** A message of a sample thread: kind, days before the creation of the demo, user name, text. */
export type SampleMessage = readonly [ClarificationMessageKind, number, string, string];

export interface SampleThread {
	regionCode: string;
	indicator: string;
	/** Days from the question to the date by which an answer is asked for. */
	dueAfter: number;
	messages: readonly SampleMessage[];
}

/** Clarifications of round 2026: one overdue and one waiting in Kab. Jember, answered and settled ones in Kota
 *  Surabaya, withdrawn ones. The first question to a region that waits is as old as its status
 *  (`sample-answers.ts`). */
export const SAMPLE_THREADS: readonly SampleThread[] = [
	{
		regionCode: '35.09',
		indicator: 'C4',
		dueAfter: 5,
		messages: [
			[
				'ask',
				7,
				'asesor6',
				'Angka penghapusan isian ganda pada penilaian mandiri jauh di atas daftar yang kami periksa. Mohon jelaskan dasar hitungannya dan kirim rekap penghapusan per OPD.'
			]
		]
	},
	{
		regionCode: '35.09',
		indicator: 'E3',
		dueAfter: 7,
		messages: [
			[
				'ask',
				5,
				'asesor6',
				'Apakah temuan tinggi dari uji kerentanan sudah direkap penyelesaiannya? Kami belum menemukan laporannya.'
			],
			[
				'withdraw',
				4,
				'asesor6',
				'Laporannya sudah diperlihatkan saat kunjungan, jadi pertanyaan ini tidak perlu dijawab lagi.'
			]
		]
	},
	{
		regionCode: '35.09',
		indicator: 'D5',
		dueAfter: 7,
		messages: [
			[
				'ask',
				3,
				'asesor6',
				'Jumlah OPD pada peta topologi berbeda dari daftar infrastruktur. Mana yang terbaru, dan apakah kebijakan penempatan sudah ditetapkan?'
			]
		]
	},
	{
		regionCode: '35.78',
		indicator: 'A3',
		dueAfter: 7,
		messages: [
			[
				'ask',
				3.8,
				'asesor5',
				'Rencana aksi sudah ditandatangani, tetapi laporan tinjauan triwulan belum kami lihat. Apakah tinjauan itu berjalan, dan siapa yang memimpin rapatnya?'
			],
			[
				'answer',
				2.5,
				'surabaya',
				'Tinjauan berjalan setiap triwulan di sekretariat forum. Dua rapat terakhir dipimpin kepala Bappeda; rapat yang dipimpin Sekretaris Daerah baru dijadwalkan bulan depan.'
			],
			['settle', 1.2, 'asesor5', 'Terima kasih, sudah jelas. Tingkat 3 sesuai dengan keadaan sekarang.']
		]
	},
	{
		regionCode: '35.78',
		indicator: 'B5',
		dueAfter: 6,
		messages: [
			[
				'ask',
				3.4,
				'reviewer',
				'Daftar validasi portal disebut bertambah tahun ini, tetapi tanggal perubahannya tidak tertulis. Mohon sebut tanggal dan aturan yang ditambahkan.'
			],
			[
				'answer',
				1.5,
				'surabaya',
				'Aturan baru dipasang bertahap sejak triwulan kedua. Catatan perubahan portal ada pada unit pengelola dan dapat diperlihatkan saat kunjungan.'
			]
		]
	},
	{
		regionCode: '35.78',
		indicator: 'A6',
		dueAfter: 7,
		messages: [
			[
				'ask',
				3.3,
				'asesor5',
				'SOP kerja sama menyebut ketepatan jadwal pertukaran. Apakah ketepatannya dicatat per mitra?'
			],
			['answer', 2.9, 'surabaya', 'Dicatat dalam notula tinjauan bersama mitra.'],
			[
				'ask_again',
				2.7,
				'asesor5',
				'Notula menyebut pertemuannya, bukan ketepatan jadwal. Adakah rekap setahun yang dapat dibaca per dataset?'
			],
			['answer', 2.2, 'surabaya', 'Rekap per dataset belum ada; akan kami susun mulai triwulan ini.'],
			['settle', 1, 'asesor5', 'Baik, kami catat sebagai langkah menuju tingkat 4.']
		]
	},
	{
		regionCode: '35.78',
		indicator: 'D2',
		dueAfter: 7,
		messages: [
			[
				'ask',
				3.1,
				'asesor5',
				'Laporan tinjauan integrasi yang kami terima bertanggal sebelum masa penilaian. Apakah ada tinjauan yang lebih baru bersama Diskominfo Provinsi?'
			],
			[
				'answer',
				0.8,
				'surabaya',
				'Ada satu tinjauan pada tahun ini; berita acaranya masih menunggu tanda tangan dan segera kami lampirkan.'
			]
		]
	},
	{
		regionCode: '35.14',
		indicator: 'A2',
		dueAfter: 7,
		messages: [
			['ask', 3, 'asesor4', 'Apakah rekap mutasi pejabat pengelola data disusun sesudah mutasi terakhir?'],
			['withdraw', 2.4, 'asesor4', 'Rekap dimaksud ternyata ada di lampiran keputusan penetapan.']
		]
	}
];

/** Notes of assessors among themselves: region, indicator, days ago, user name, text. */
export const SAMPLE_NOTES: readonly (readonly [string, string, number, string, string])[] = [
	[
		'35.09',
		'C4',
		6.5,
		'asesor6',
		'Selisih di domain C berpola sama: penilaian mandiri memakai angka rencana, bukan hasil. Perlu dibahas saat kunjungan.'
	],
	['35.09', 'C4', 5.5, 'reviewer', 'Setuju. Bila sampai tenggat belum dijawab, nilai menurut daftar yang diperiksa.'],
	[
		'35.78',
		'A3',
		2,
		'asesor5',
		'Jawabannya konsisten dengan daftar hadir. Tidak perlu dibawa ke pleno bila wilayah menerima tingkat 3.'
	],
	['35.78', 'D2', 0.6, 'asesor5', 'Tunggu berita acara sampai akhir pekan; tanpa itu tetap tingkat 3.']
];
