import type { JustificationTexts } from './types.ts';

/** Reasons for domain G, use for policy and services; each fits the criteria of its level in instruments/ikid/G.yaml. */
export const DOMAIN_G: JustificationTexts = {
	G1: {
		1: [
			'RKPD {tahun}: {%:18-46} indikator kinerja menyebut sumber dan tahun datanya (lembar hitung {n:60-140} indikator). Angka dasar dikumpulkan dua minggu sebelum musrenbang. Separuh indikator bersumber diperlukan untuk tingkat 2.',
			'Lembar hitung RKPD {tahun} menemukan banyak indikator tanpa sumber; yang lengkap {%:18-46}. Bappeda menyatakan angka dasar diminta mendadak lewat pesan.'
		],
		2: [
			'{%:52-78} indikator RKPD {tahun} menyebut sumber dan tahun data. OPD memilih sumbernya sendiri dan walidata tidak dilibatkan. SOP serta matriks indikator terhadap dataset diperlukan untuk tingkat 3.',
			'Kolom sumber data RKPD diperiksa per OPD ({%:52-78} terisi). Tiga Renstra contoh memakai tahun dasar berbeda untuk angka kemiskinan. Karena itu belum tingkat 3.'
		],
		3: [
			'SOP penyusunan RKPD mewajibkan data walidata; matriks menghubungkan {%:81-89} indikator dengan dataset, produsen, dan periode. Uji petik angka dokumen terhadap angka walidata belum dilakukan, sehingga belum tingkat 4.',
			'Matriks indikator ({n:90-180} baris) ditetapkan dan tiga Renstra contoh mematuhinya. {%:81-89} terhubung. Evaluasi RKPD belum membahas kecocokan angka; itu syarat tingkat 4.'
		],
		4: [
			'Evaluasi RKPD {bulan} {tahun-1} menguji petik 20 indikator: {n:18-19} sama dengan data walidata, dan {%:90-96} indikator terhubung. Belum ada lima program yang diubah dengan alasan tertulis, maka belum tingkat 5.'
		],
		5: [
			'RKPD {tahun} mengubah lokasi atau anggaran {n:5-8} program berdasarkan evaluasi (tabel sandingan, lampiran 2). {%:52-66} indikator terisi otomatis dari portal.'
		]
	},
	G2: {
		1: [
			'Hanya {n:1-2} dataset pertanian per {wil} tersedia untuk {tahun-1}. Dokumen program memakai angka tingkat daerah saja. Tiga dataset per wilayah yang dipakai dalam program diperlukan untuk tingkat 2.',
			'Dinas pertanian menyimpan luas tanam di buku penyuluh; harga pangan di dinas lain. Dokumen program {tahun} tidak merujuk data per {wil}.'
		],
		2: [
			'Sebanyak {n:3-5} dataset (luas tanam, produksi, harga pangan) per {wil} tersedia untuk {tahun-1} dan dipakai dalam Renja dinas hal. {n:14-38}. Tiap dinas mengolah sendiri. SOP lintas OPD dan pemadanan NIK petani diperlukan untuk tingkat 3.',
			'Tiga dataset menurut {wil} diperiksa; nama komoditas berbeda antara dinas pertanian dan perdagangan. Daftar petani belum dipadankan NIK-nya, sehingga belum tingkat 3.'
		],
		3: [
			'SOP data pangan lintas OPD menetapkan kode, komoditas, dan jadwal; {n:6-10} dataset ada di walidata. Penerima sarana {tahun-1} dipilih dari daftar petani dengan NIK padan {%:70-88}. Tinjauan produksi, stok, dan harga lintas OPD belum dua kali setahun.',
			'Keputusan penerima bantuan merujuk rekap pemadanan NIK petani. {n:6-10} dataset bermetadata. Uji petik 100 penerima belum dilakukan; itu syarat tingkat 4.'
		],
		4: [
			'Dua tinjauan lintas OPD pada {tahun-1} menjelaskan selisih {n:2-6} % dengan BPS. Uji petik {n:100-150} penerima: {%:81-93} cocok dengan data petani dan lahan. Harga dan stok belum masuk portal otomatis, maka belum tingkat 5.'
		],
		5: [
			'Tinjauan mengubah alokasi pupuk dan jadwal operasi pasar pada {tahun-1} (dua keputusan terlampir). Uji petik terakhir {%:95-98} cocok; harga dan stok masuk portal otomatis tiap minggu.'
		]
	},
	G3: {
		1: [
			'Di luar aplikasi kementerian hanya {n:1-4} indikator kesehatan per {wil} tersedia untuk {tahun-1}. Dokumen program memakai angka rata-rata daerah. Lima indikator per wilayah diperlukan untuk tingkat 2.',
			'Profil kesehatan terakhir bertahun {tahun-2}. Data stunting hanya dapat dilihat di aplikasi kementerian dan belum dipakai memilih lokasi program.'
		],
		2: [
			'Sebanyak {n:5-9} indikator (stunting, imunisasi, kematian ibu) per wilayah kerja puskesmas tersedia untuk {tahun-1} dan dikutip dokumen program hal. {n:22-57}. Rekap manual oleh dinas kesehatan. SOP lintas OPD diperlukan untuk tingkat 3.',
			'Lima tabel indikator diperiksa dan cocok dengan profil kesehatan. Sasaran stunting belum dipadankan NIK-nya dan RSUD menyetor tanpa jadwal, sehingga belum tingkat 3.'
		],
		3: [
			'SOP data kesehatan mengatur kode faskes, jadwal, dan pembagian data bernama terbatas. {%:90-97} puskesmas dan semua RSUD tepat jadwal; sasaran stunting dipilih dari data NIK padan {%:62-78}. Tingkat 4 meminta 80 % padan dan pembahasan triwulanan.',
			'Berita acara pembagian data bernama dan rekap setoran faskes diperiksa. NIK sasaran padan {%:62-78}. Selisih pencatatan rutin dan survei belum dijelaskan tertulis untuk tingkat 4.'
		],
		4: [
			'NIK sasaran padan {%:81-93}; angka dibahas lintas OPD empat triwulan dan selisih pencatatan rutin dengan survei dijelaskan dalam laporan {bulan} {tahun-1}. Dataset yang mengalir antarsistem baru {%:20-45}, belum 50 %.'
		],
		5: [
			'Tinjauan mengubah lokasi {n:2-4} program pada {tahun-1} dan hasilnya diukur. NIK sasaran padan {%:95-98}; {%:52-68} dataset kesehatan mengalir antarsistem (log per dataset).'
		]
	},
	G4: {
		1: [
			'Dari penerima bantuan APBD {tahun-1}, {%:14-46} dipadankan NIK-nya dan diperiksa terhadap DTSEN. Daftar terutama dari usulan desa. Pemadanan separuh penerima diperlukan untuk tingkat 2.',
			'Keputusan penerima {n:3-7} program diperiksa: kolom NIK kosong pada sebagian besar lampiran. Pemadanan dengan Dukcapil belum menjadi kebiasaan ({%:14-46}).'
		],
		2: [
			'{%:52-78} penerima bantuan APBD {tahun-1} dipadankan NIK dan diperiksa terhadap DTSEN. Tiap OPD memadankan menurut caranya. Prosedur bersama dan usul-sanggah di desa atau kelurahan diperlukan untuk tingkat 3.',
			'Berita acara pemadanan dengan Dukcapil untuk {n:3-6} program diperiksa; rata-rata {%:52-78} padan. Perjanjian pembagian data belum ada pada dua OPD pemberi bantuan.'
		],
		3: [
			'SOP mewajibkan pemadanan sebelum penetapan; {%:81-89} penerima {n:7-13} program padan. Usul-sanggah dibuka {bulan} {tahun-1} dengan {n:140-460} sanggahan. Uji petik lapangan belum dilakukan, jadi belum tingkat 4.',
			'Rekap pemadanan semua program ({%:81-89}) dan perjanjian pembagian data diperiksa. Penerima ganda antarprogram belum dihitung; laporan kepada {kepala} diperlukan untuk tingkat 4.'
		],
		4: [
			'Uji petik {n:100-180} penerima pada {bulan} {tahun-1} menemukan salah sasaran {n:6-12} %; {%:90-94} penerima padan dan {n:35-120} penerima ganda dilaporkan kepada {kepala}. Tingkat 5 meminta salah sasaran paling banyak 5 %.'
		],
		5: [
			'Daftar diperbaiki {n:12-29} hari sesudah uji petik dan usulan dikirim ke DTSEN. Salah sasaran terakhir {n:2-5} %; {%:95-98} penerima padan dalam satu daftar bersama.'
		]
	},
	G5: {
		1: [
			'Pencocokan daftar data dengan portal: {%:6-27} dataset terbuka dapat diunduh tanpa surat. Peneliti masih menulis surat ke OPD ({n:9-24} surat pada {tahun-1}). Tingkat 2 meminta paling sedikit 30 %.',
			'Sifat data belum seluruhnya dicatat sehingga bagian terbuka sukar dihitung; yang dapat diunduh umum {%:6-27}. Unduhan contoh berupa pindaian PDF.'
		],
		2: [
			'{%:32-57} dataset terbuka dapat diunduh umum tanpa akun. Format bercampur dan ketentuan pakai berbeda antar-OPD. Kebijakan data terbuka bersama PPID diperlukan untuk tingkat 3.',
			'Lima unduhan contoh diperiksa: dua XLSX, satu CSV, dua PDF. Tabel pencocokan menunjukkan {%:32-57} terbuka bagi umum, belum 60 %, dan kebijakannya belum ditetapkan.'
		],
		3: [
			'Kebijakan data terbuka ditetapkan {tahun-1} dengan satu ketentuan pakai; {%:61-78} dataset terbuka dapat diunduh sebagai CSV, JSON, atau XLSX. Pemakaian belum ditinjau bersama pengguna, maka belum tingkat 4.',
			'Halaman ketentuan pakai dan alur permintaan bersama PPID diperiksa. {%:61-78} dataset terbuka tersedia. Pertemuan pengguna (kampus, media, usaha) diperlukan untuk tingkat 4.'
		],
		4: [
			'{%:81-93} dataset terbuka dapat diunduh; {n:4-19} ribu unduhan pada {tahun-1}. Pertemuan pengguna {bulan} {tahun-1} menghasilkan usulan yang {%:35-70} selesai; tingkat 5 meminta 75 %.'
		],
		5: [
			'{%:95-99} dataset terbuka dapat diunduh dan {%:76-90} usulan pengguna selesai. {n:3-6} produk pihak luar memakai data daerah pada {tahun} (tautan terlampir).'
		]
	},
	G6: {
		1: [
			'Nota kesepakatan dengan satu kampus berakhir {tahun-2} tanpa keluaran. Data untuk penelitian diberikan lewat hubungan perorangan. Satu kemitraan berlaku dengan satu keluaran diperlukan untuk tingkat 2.',
			'Diskominfo dan Bappeda menyatakan belum ada kemitraan data. Contoh {n:3-8} permintaan data penelitian dijawab tanpa perjanjian.'
		],
		2: [
			'Satu perjanjian dengan perguruan tinggi masih berlaku dan menghasilkan kajian kemiskinan ({bulan} {tahun-1}, {n:48-96} halaman). OPD lain mengurus sendiri. SOP lewat walidata dan tiga kemitraan diperlukan untuk tingkat 3.',
			'Keluaran kemitraan berupa dasbor harga pangan ditunjukkan, bertanggal {bulan} {tahun-1}. Perjanjiannya tidak memuat hak atas hasil dan pelindungan data, sehingga belum tingkat 3.'
		],
		3: [
			'SOP kemitraan lewat walidata berlaku; daftar memuat {n:3-6} kemitraan aktif. Tiga perjanjian memuat pelindungan data dan hak atas hasil (Pasal {n:6-10}). Tinjauan bersama mitra belum dilakukan, jadi belum tingkat 4.',
			'Daftar {n:3-6} kemitraan dengan masa berlaku diperiksa. Keluaran belum direkap terhadap jadwal dan baru satu dipakai dalam kebijakan; tingkat 4 meminta dua.'
		],
		4: [
			'Setiap kemitraan ditinjau bersama mitra pada {tahun-1}; {%:76-88} keluaran tepat jadwal dan {n:2-4} dipakai dalam RKPD dan layanan. Serah terima kode dan dokumentasi kepada walidata belum lengkap untuk tingkat 5.'
		],
		5: [
			'Adendum {tahun-1} merujuk tinjauan; {%:91-97} keluaran tepat jadwal. Dataset, kode, dan dokumentasi diserahterimakan, dan satu model dipakai bersama {n:2-4} daerah lain.'
		]
	}
};

/** Reasons for "not applicable", only for the indicators that allow it. */
export const NOT_APPLICABLE_TEXTS: Record<string, readonly string[]> = {
	G2: [
		'Tidak berlaku: {wilayah} tidak mempunyai program pertanian; lahan pertanian tidak lagi dialokasikan dalam RTRW (lampiran peta pola ruang) dan urusan pangan terbatas pada pemantauan harga oleh dinas perdagangan.',
		'Tidak berlaku: tidak ada OPD yang memegang urusan pertanian dan APBD {tahun} tidak memuat program pertanian (DPA diperiksa). Pemantauan harga pangan dinilai pada data prioritas di B4.'
	],
	D6: [
		'Tidak berlaku: data geospasial {wilayah} dikelola simpul jaringan provinsi menurut perjanjian kerja sama yang berlaku sampai {tahun+1} (Pasal {n:3-6}); tidak ada data geospasial yang diproduksi sendiri dalam daftar data.'
	],
	G6: [
		'Tidak berlaku: seluruh kemitraan data {wilayah} dijalankan lewat perjanjian induk provinsi (lampiran daftar mitra), sehingga tidak ada kemitraan yang dikelola sendiri pada {tahun-1}.'
	]
};
