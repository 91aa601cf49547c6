import type { JustificationTexts } from './types.ts';

/** Reasons for domain F, people and data culture; each fits the criteria of its level in instruments/ikid/F.yaml. */
export const DOMAIN_F: JustificationTexts = {
	F1: {
		1: [
			'Unit walidata mempunyai satu pegawai dengan tugas data tertulis, merangkap pengelola situs. Personel data tercatat di {opd%:12-46}. Dua pegawai dengan tugas utama data diperlukan untuk tingkat 2.',
			'Uraian tugas unit walidata yang diperiksa tidak menyebut pengelolaan data. Pekerjaan data diberikan kepada tenaga kontrak yang tersedia; daftar personel di OPD belum dihimpun BKPSDM.'
		],
		2: [
			'Sebanyak {n:2-4} pegawai unit walidata mempunyai tugas utama data dan daftar personel mencakup {opd%:52-84}. Kebutuhan belum dihitung dengan analisis beban kerja. Statistisi belum ada; itu syarat tingkat 3.',
			'Surat tugas {n:2-4} pegawai dan daftar personel {opd%:52-84} diperiksa. Kekurangan diisi menurut usulan OPD. Analisis beban kerja dan satu statistisi diperlukan untuk tingkat 3.'
		],
		3: [
			'Analisis beban kerja {tahun-1} menghitung kebutuhan {n:60-110} personel data; {%:52-68} terisi. Unit walidata mempunyai {n:1-2} statistisi dan {n:1-3} pranata komputer. Tinjauan pemenuhan bersama BKPSDM belum dilakukan, jadi belum tingkat 4.',
			'Tabel kebutuhan dan isi jabatan per OPD diperiksa ({%:52-68} terisi). Keputusan pengangkatan statistisi terlampir. Lama kekosongan jabatan belum dicatat untuk tingkat 4.'
		],
		4: [
			'Tinjauan bersama BKPSDM {bulan} {tahun-1}: {%:71-86} kebutuhan terisi dan {%:81-93} jabatan kosong terisi kembali dalam 6 bulan. Hasilnya belum masuk usulan formasi {tahun+1}, sehingga belum tingkat 5.'
		],
		5: [
			'Analisis beban kerja versi {tahun-1} menjadi dasar usulan {n:5-12} formasi dan {n:2-6} pemindahan pegawai. Pemenuhan terakhir {%:91-97} per tabel OPD.'
		]
	},
	F2: {
		1: [
			'Rekap pelatihan 24 bulan terakhir: {%:4-22} pengelola data pernah mengikuti pelatihan statistik. Tiga pengelola yang diwawancarai belajar sendiri. Tingkat 2 meminta paling sedikit 25 %.',
			'Pelatihan tidak dicatat per orang; sertifikat yang dapat ditunjukkan {n:3-9} lembar. BPSDM belum menawarkan pelatihan data pada {tahun-1}.'
		],
		2: [
			'{%:27-57} dari {opd} pengelola data mengikuti pelatihan dalam 24 bulan terakhir (sertifikat terlampir). Materi mengikuti tawaran yang datang. Standar kompetensi per peran dan rencana tahunan diperlukan untuk tingkat 3.',
			'Rekap per OPD menunjukkan {%:27-57} terlatih, kebanyakan dasar Excel dan pengisian SIPD. Materi metadata dan pelindungan data belum ada, sehingga belum tingkat 3.'
		],
		3: [
			'Standar kompetensi tiga peran dan rencana pelatihan {tahun} ditetapkan. {%:61-82} pengelola data mencapai 20 jam pelajaran atau lebih. Uji kompetensi belum pernah diadakan; itu syarat tingkat 4.',
			'Rekap jam pelajaran diperiksa: {%:61-82} memenuhi 20 jam, termasuk metadata dan pelindungan data. Kemampuan sesudah pelatihan belum diuji per peran.'
		],
		4: [
			'Uji kompetensi {bulan} {tahun-1} diikuti {n:28-44} pengelola; {%:76-88} lulus sesuai perannya dan kesenjangan dilaporkan per OPD. Rencana {tahun} belum diperbarui menurut hasilnya, maka belum tingkat 5.'
		],
		5: [
			'Rencana pelatihan {tahun} merujuk hasil uji {tahun-1}; {%:77-92} kesenjangan tertutup dalam 12 bulan dan {%:91-97} pengelola lulus uji terakhir (rekap dua uji).'
		]
	},
	F3: {
		1: [
			'{opd%:12-46} menunjuk pengelola data secara tertulis. Walidata menghubungi pegawai berbeda setiap kali meminta data. Penunjukan di separuh OPD diperlukan untuk tingkat 2.',
			'Daftar kontak walidata berisi nomor pribadi yang {n:5-12} di antaranya tidak aktif. Surat penunjukan tertulis baru ada di {opd%:12-46}.'
		],
		2: [
			'Daftar pengelola data {bulan} {tahun-1} memuat {opd%:52-92} dengan surat penunjukan. Tugas berbeda antar-OPD dan pengganti belum disebut. Penetapan seragam di semua OPD diperlukan untuk tingkat 3.',
			'Surat penunjukan {opd%:52-92} diperiksa; {n:4-9} sudah lewat masa berlakunya. Serah terima belum diatur, sehingga belum tingkat 3.'
		],
		3: [
			'Keputusan kepala di {opd} OPD menyebut pengelola data, pengganti, dan uraian tugas yang seragam. SOP serah terima berlaku; {n:2-5} berita acara ditunjukkan. Pelaksanaan tugas belum diukur tiap semester untuk tingkat 4.',
			'Contoh keputusan dari {n:6-10} OPD seragam dan menyebut pengganti. Belum ada rekap pelaksanaan tugas dan tanggal kekosongan, padahal keduanya diminta tingkat 4.'
		],
		4: [
			'Rekap dua semester: {opd%:81-93} menjalankan semua tugas dan tidak kosong lebih dari 30 hari. Ditinjau bersama kepala OPD {bulan} {tahun-1}. Tugas data baru masuk SKP {%:45-85} pengelola, belum 90 %.'
		],
		5: [
			'Uraian tugas versi {tahun-1} merujuk tinjauan. Tugas data tercantum dalam SKP {%:91-98} pengelola dan {opd%:95-99} menjalankan semua tugas.'
		]
	},
	F4: {
		1: [
			'Dalam 12 bulan terakhir satu kegiatan literasi data diadakan, diikuti {opd%:6-28}. Tiga bahan rapat pimpinan terakhir tidak menyebut sumber data. Dua kegiatan bagi 30 % OPD diperlukan untuk tingkat 2.',
			'Tidak ada daftar kegiatan literasi data {tahun-1}. Bahan rapat pimpinan yang diperiksa memuat {n:6-14} grafik tanpa sumber dan periode.'
		],
		2: [
			'Sebanyak {n:2-4} kegiatan literasi data pada {tahun-1} diikuti {opd%:32-66}, antara lain kelas membaca data bersama BPS. Program tahunan dan pedoman bahan rapat belum ada, maka belum tingkat 3.',
			'Daftar hadir {n:2-4} kegiatan diperiksa ({opd%:32-66}). Kegiatan mengikuti undangan dan belum menyasar pimpinan. Program yang ditetapkan diperlukan untuk tingkat 3.'
		],
		3: [
			'Program literasi data {tahun} ditetapkan dan diikuti {opd%:71-88}. Lembar periksa 20 bahan rapat: {n:10-14} menyebut sumber dan periode data. Angket atau tes literasi belum dilakukan, sehingga belum tingkat 4.',
			'Pedoman bahan rapat berlaku dan {n:10-14} dari 20 bahan contoh memenuhinya. Keikutsertaan {opd%:71-88}. Pengukuran literasi per OPD diperlukan untuk tingkat 4.'
		],
		4: [
			'Angket literasi {bulan} {tahun-1} mencakup {opd%:76-90}; nilai rata-rata {n:62-76} dari 100. {n:15-17} dari 20 bahan rapat menyebut sumber. Program belum diubah menurut hasil angket, jadi belum tingkat 5.'
		],
		5: [
			'Program {tahun} merujuk hasil ukur: nilai rata-rata naik dari {n:66-72} menjadi {n:77-84}. {n:18-19} dari 20 bahan rapat contoh menyebut sumber dan periode data.'
		]
	},
	F5: {
		1: [
			'Pembinaan tercatat baru menjangkau {opd%:3-22} dalam 12 bulan terakhir. Bantuan diberikan lewat telepon tanpa catatan. Tingkat 2 meminta 25 % OPD dengan notula.',
			'Dua OPD yang diwawancarai belum pernah dikunjungi walidata atau BPS. Catatan pembinaan {tahun-1} hanya {n:1-4} lembar.'
		],
		2: [
			'{opd%:27-76} menerima pembinaan tercatat pada {tahun-1}, umumnya menjelang penilaian statistik sektoral. Rencana tahunan bersama BPS belum ditetapkan, maka belum tingkat 3.',
			'Berita acara {n:9-22} sesi pembinaan diperiksa. Sesi diadakan atas permintaan dan tindak lanjutnya tidak dicatat. Rencana, modul, dan layanan bantuan diperlukan untuk tingkat 3.'
		],
		3: [
			'Rencana pembinaan {tahun-1} bersama BPS memuat jadwal {opd} OPD dan tiga modul; {opd%:81-94} dibina sesuai rencana. Nilai mutu sebelum dan sesudah pembinaan belum diukur, jadi belum tingkat 4.',
			'Catatan sesi per OPD memuat temuan dan tindak lanjut; layanan bantuan menerima {n:60-180} pertanyaan pada {tahun-1}. Lama jawaban belum direkap untuk tingkat 4.'
		],
		4: [
			'Tinjauan {bulan} {tahun-1}: nilai mutu rata-rata naik {n:6-14} poin, {%:76-88} tindak lanjut tepat tenggat, {%:81-93} pertanyaan dijawab dalam 5 hari kerja. OPD terlemah belum didahulukan dalam rencana {tahun}, maka belum tingkat 5.'
		],
		5: [
			'Rencana {tahun} mendahulukan {n:5-8} OPD terlemah. {%:81-92} OPD binaan naik nilai mutunya dan {n:3-5} OPD maju mendampingi OPD lain (catatan pendampingan terlampir).'
		]
	}
};
