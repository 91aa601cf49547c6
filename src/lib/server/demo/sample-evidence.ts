import type { EvidenceKind } from '#lib/domain/evidence/kinds.ts';
import type { SamplePage } from './sample-pdf.ts';

/** One kind of document that sample regions hand in, with the place of the proof for each indicator. */
export interface SampleDocument {
	name: string;
	kind: EvidenceKind;
	fileName: string;
	/** Title; `{head}` stands for the head of the region: Bupati, Wali Kota, Gubernur. */
	title: string;
	/** Age of the document, in days. */
	age: number;
	/** Validity in days; null = without limit. */
	valid: number | null;
	/** Places by indicator. */
	places: Record<string, string>;
}

export const SAMPLE_DOCUMENTS: readonly SampleDocument[] = [
	{
		name: 'peraturan',
		kind: 'regulation',
		fileName: 'Peraturan Satu Data (contoh).pdf',
		title: 'Peraturan {head} tentang Satu Data (contoh)',
		age: 900,
		valid: null,
		places: {
			A1: 'hlm. 1, Pasal 4',
			A2: 'hlm. 2, Pasal 7',
			B1: 'hlm. 2, Pasal 12',
			B2: 'hlm. 2, Pasal 14',
			B3: 'hlm. 2, Pasal 16',
			E1: 'hlm. 2, Pasal 20'
		}
	},
	{
		name: 'sk',
		kind: 'decree',
		fileName: 'SK penyelenggara Satu Data (contoh).pdf',
		title: 'SK penyelenggara dan Forum Satu Data (contoh)',
		age: 420,
		valid: 730,
		places: {
			A2: 'hlm. 1, diktum kesatu',
			A3: 'hlm. 2, lampiran II',
			F1: 'hlm. 2, lampiran I',
			F3: 'hlm. 2, lampiran I'
		}
	},
	{
		name: 'sop',
		kind: 'sop',
		fileName: 'SOP pengelolaan data (contoh).pdf',
		title: 'SOP pengelolaan dan pengamanan data (contoh)',
		age: 300,
		valid: null,
		places: {
			B5: 'hlm. 1, langkah 4',
			C2: 'hlm. 1, langkah 2',
			C3: 'hlm. 1, langkah 3',
			C6: 'hlm. 2',
			D3: 'hlm. 2',
			E2: 'hlm. 2, bagian D',
			E3: 'hlm. 2, bagian E',
			E4: 'hlm. 2, bagian F',
			E5: 'hlm. 2, bagian G'
		}
	},
	{
		name: 'laporan',
		kind: 'report',
		fileName: 'Laporan Satu Data semester I (contoh).pdf',
		title: 'Laporan penyelenggaraan Satu Data semester I (contoh)',
		age: 110,
		valid: null,
		places: {
			A4: 'hlm. 2, bagian anggaran',
			B6: 'hlm. 2',
			C1: 'hlm. 1, tabel 1',
			C4: 'hlm. 1',
			C5: 'hlm. 1',
			D4: 'hlm. 2',
			D5: 'hlm. 2',
			D6: 'hlm. 2',
			G1: 'hlm. 2, bagian pemanfaatan',
			G2: 'hlm. 2, bagian pemanfaatan',
			G3: 'hlm. 2, bagian pemanfaatan',
			G4: 'hlm. 2, bagian pemanfaatan'
		}
	},
	{
		name: 'berita-acara',
		kind: 'minutes',
		fileName: 'Berita acara Forum Satu Data (contoh).pdf',
		title: 'Berita acara Forum Satu Data dan bimbingan teknis (contoh)',
		age: 150,
		valid: null,
		places: { A5: 'hlm. 1', A6: 'hlm. 2, butir 3', F2: 'hlm. 2', F4: 'hlm. 2', F5: 'hlm. 2', G6: 'hlm. 2, butir 5' }
	},
	{
		name: 'portal',
		kind: 'screenshot',
		fileName: 'Tangkapan layar portal (contoh).pdf',
		title: 'Tangkapan layar portal data (contoh)',
		age: 70,
		valid: null,
		places: { D1: 'hlm. 1', D2: 'hlm. 2', G5: 'hlm. 1' }
	},
	{
		name: 'daftar-data',
		kind: 'dataset',
		fileName: 'Daftar data prioritas (contoh).csv',
		title: 'Daftar data dan data prioritas (contoh)',
		age: 90,
		valid: null,
		places: { B4: 'baris 2–6' }
	}
];

/** A document that comes after the submission, with the answer to a question of the assessor. */
export const SAMPLE_LATE_DOCUMENT: SampleDocument = {
	name: 'susulan',
	kind: 'minutes',
	fileName: 'Catatan perubahan portal (contoh).pdf',
	title: 'Catatan perubahan portal data (contoh)',
	age: 12,
	valid: null,
	places: { B5: 'hlm. 1' }
};

/** Documents that an agency hands in; every indicator of its short form rests on one of the two. */
export const SAMPLE_AGENCY_DOCUMENTS: readonly Omit<SampleDocument, 'places'>[] = [
	{
		name: 'sop',
		kind: 'sop',
		fileName: 'SOP data OPD (contoh).pdf',
		title: 'SOP pengelolaan data OPD (contoh)',
		age: 260,
		valid: null
	},
	{
		name: 'laporan',
		kind: 'report',
		fileName: 'Laporan setoran data (contoh).pdf',
		title: 'Laporan setoran data OPD (contoh)',
		age: 95,
		valid: null
	}
];

/** Composes the pages of a sample document. Every page says that it is a sample.
 *  @param owner name of the region; empty: a template that names no region, which two regions may hand in alike */
export function samplePages(title: string, owner: string, extra: readonly string[] = []): SamplePage[] {
	const foot = ['', 'DATA CONTOH: dibuat otomatis untuk peragaan, bukan dokumen resmi.'];
	const own = owner === '' ? [] : [`Wilayah: ${owner}`];
	return [
		[title, 'DATA CONTOH', ...own, '', 'Halaman ini mewakili bagian pembuka dokumen.', ...foot],
		[title, 'DATA CONTOH', ...own, '', 'Halaman ini mewakili bagian yang dirujuk sebagai bukti.', ...extra, ...foot]
	];
}

/** Composes the sample data list as CSV. */
export function sampleList(owner: string): string {
	const rows = [
		['kode', 'nama data', 'produsen', 'pembaruan'],
		['D-01', 'Luas panen padi', 'Dinas Pertanian', 'bulanan'],
		['D-02', 'Stunting balita', 'Dinas Kesehatan', 'bulanan'],
		['D-03', 'Penerima bantuan sosial (jumlah)', 'Dinas Sosial', 'triwulanan'],
		['D-04', 'Panjang jalan menurut kondisi', 'Dinas PUPR', 'tahunan'],
		['D-05', 'Penduduk menurut kecamatan', 'Dinas Dukcapil', 'semesteran']
	];
	return `# DATA CONTOH ${owner}\n${rows.map((row) => row.join(';')).join('\n')}\n`;
}
