import type { JustificationTexts } from './types.ts';

/** Reasons for domain D, interoperability and technology; each fits the criteria of its level in instruments/ikid/D.yaml. */
export const DOMAIN_D: JustificationTexts = {
	D1: {
		1: [
			'Portal data memuat {n:6-23} dataset dan pemutakhiran terakhir {bulan} {tahun-2}, lebih dari 12 bulan lalu. Tingkat 2 meminta paling sedikit 25 dataset dari 30 % OPD yang dimutakhirkan dalam setahun.',
			'Alamat portal yang tercantum di situs resmi tidak terbuka saat diperiksa; salinan daftar memuat {n:6-23} dataset. Data statistik hanya tersedia sebagai PDF publikasi tahunan.'
		],
		2: [
			'Portal pada domain resmi memuat {n:40-120} dataset yang diunggah {opd%:32-57}, dimutakhirkan {bulan} {tahun-1}. Jadwal rilis belum ditetapkan dan sebagian unduhan masih PDF. SOP penyebarluasan diperlukan untuk tingkat 3.',
			'Rekap unggahan per OPD diperiksa: {opd%:32-57} mempunyai dataset, waktu unggahnya tidak beraturan. Dari lima halaman contoh, dua tanpa metadata. Syarat 60 % OPD dan 80 % bermetadata belum terpenuhi.'
		],
		3: [
			'SOP penyebarluasan dan jadwal rilis ditetapkan; {opd%:62-87} mempunyai dataset di portal dan {%:81-92} dapat diunduh sebagai CSV atau XLSX dengan metadata. Angka pemakaian dan ketepatan rilis belum ditinjau, jadi belum tingkat 4.',
			'Lima halaman contoh menampilkan metadata dan tombol unduh CSV. {opd%:62-87} sudah terwakili. Kemutakhiran terhadap jadwal rilis belum dihitung; laporan tinjauan portal diperlukan untuk tingkat 4.'
		],
		4: [
			'Tinjauan portal {bulan} {tahun-1}: {opd%:90-97} terwakili, {%:81-91} dataset mutakhir, {n:9-31} ribu kunjungan, dan {n:12-40} keluhan dibahas. Permintaan data dijawab rata-rata {n:12-18} hari kerja; tingkat 5 meminta paling lambat 10.'
		],
		5: [
			'{%:78-93} rekomendasi tinjauan selesai dan terlihat pada catatan perubahan portal. {%:95-98} dataset mutakhir; {n:35-80} permintaan data dijawab paling lambat {n:5-9} hari kerja.'
		]
	},
	D2: {
		1: [
			'Pencarian nama {wilayah} di {portal} pada tanggal penilaian menemukan {n:0-8} dataset dalam 12 bulan terakhir. Data dikirim lewat surel bila diminta. Penunjukan narahubung dan 10 dataset diperlukan untuk tingkat 2.',
			'Akun di {portal} terakhir dipakai {tahun-2} oleh petugas yang sudah pindah; {n:0-8} dataset masih tampil. Walidata menyatakan belum menerima prosedur integrasi.'
		],
		2: [
			'Surat penunjukan narahubung {bulan} {tahun-1} ada dan akun aktif; {n:14-46} dataset tampil di {portal}, semuanya diunggah manual. Sambungan otomatis dengan prosedur tertulis diperlukan untuk tingkat 3.',
			'Daftar tautan {n:14-46} dataset di {portal} diperiksa dan dimutakhirkan dalam 12 bulan terakhir. Portal belum mempunyai API katalog, sehingga penarikan otomatis bulanan belum mungkin.'
		],
		3: [
			'Portal ditarik otomatis oleh {portal} setiap minggu menurut prosedur tertulis; log tiga bulan tersedia. {%:52-76} dataset terbuka tampil dan {n:12-40} ditemukan di SDI. Kegagalan penarikan belum ditinjau bersama {mitra}.',
			'Tabel pencocokan daftar data: {%:52-76} dataset terbuka tampil di {portal}. Log mencatat {n:2-6} kegagalan penarikan tanpa tindak lanjut. Dua tinjauan integrasi setahun diperlukan untuk tingkat 4.'
		],
		4: [
			'{%:81-93} dataset terbuka dan seluruh data prioritas terbuka tampil di {portal} dan SDI. Dua laporan tinjauan bersama {mitra} mencatat {n:4-11} selisih. Perubahan tampil setelah {n:9-16} hari; tingkat 5 meminta paling lambat 7.'
		],
		5: [
			'{%:95-99} dataset terbuka mengalir otomatis; uji petik lima dataset tampil di {portal} dalam {n:1-6} hari. Prosedur integrasi versi {n:3-5} diubah {bulan} {tahun-1} menurut temuan tinjauan.'
		]
	},
	D3: {
		1: [
			'Pertukaran antar-OPD memakai surel dan diska lepas; di tiga OPD yang diwawancarai data kependudukan diketik ulang. Layanan berbagi yang berjalan {n:0-1}. Dua layanan dengan penanggung jawab diperlukan untuk tingkat 2.',
			'Contoh berkas pertukaran Dukcapil dan Dinas Sosial dikirim bulanan sebagai lampiran surel tanpa sandi. Belum ada API maupun ekspor terjadwal yang terdokumentasi.'
		],
		2: [
			'Sebanyak {n:2-5} layanan berjalan dari titik ke titik, antara lain pajak daerah ke perizinan; dokumentasi teknis dan log {bulan} {tahun-1} tersedia. Sistem penghubung, direktori, dan standar API belum ada, jadi belum tingkat 3.',
			'Daftar {n:2-5} layanan berbagi dengan pemilik dan pemakai diperiksa; dua dokumentasi tidak menyebut cara meminta akses. Penghubung bersama yang dipakai 30 % OPD diperlukan untuk tingkat 3.'
		],
		3: [
			'Sistem penghubung beroperasi dengan direktori {n:9-22} layanan dan repositori metadata; standar API ditetapkan {tahun-1}. {opd%:32-57} tersambung. Ketersediaan belum dipantau bulanan, sehingga belum tingkat 4.',
			'Tangkapan layar direktori layanan dan keputusan standar API ditunjukkan. {opd%:32-57} menyediakan atau memakai layanan. Laporan galat dan kepatuhan pada standar belum dibuat.'
		],
		4: [
			'{opd%:62-86} tersambung; ketersediaan penghubung {n:96-98} % per bulan dan ditinjau dua kali pada {tahun-1}. Layanan dengan pusat lewat SPLP belum berjalan dan hasil tinjauan belum mengubah direktori, maka belum tingkat 5.'
		],
		5: [
			'{opd%:91-98} tersambung dengan ketersediaan paling rendah 99 % per bulan. Tinjauan {tahun-1} menghentikan {n:2-4} layanan dan menambah {n:3-6}; {n:1-3} layanan berjalan lewat SPLP (log terlampir).'
		]
	},
	D4: {
		1: [
			'Katalog aplikasi terakhir disusun {tahun-4} dan mencakup {opd%:15-46}. Jumlah aplikasi yang masih hidup tidak diketahui. Katalog baru untuk separuh OPD diperlukan untuk tingkat 2.',
			'Daftar aplikasi hanya berupa lampiran surat hosting ({n:12-30} nama domain) tanpa fungsi dan basis data. Arsitektur SPBE belum disusun.'
		],
		2: [
			'Katalog {tahun-1} memuat {n:48-130} aplikasi dengan fungsi dan basis datanya; {opd%:52-86} sudah terdata. Arsitektur SPBE masih rancangan dan aplikasi baru dibuat tanpa rekomendasi Diskominfo, sehingga belum tingkat 3.',
			'Berkas katalog bertanggal {bulan} {tahun-1} diperiksa; kolom data yang dihasilkan kosong. Penetapan arsitektur oleh {kepala} dan katalog seluruh OPD diperlukan untuk tingkat 3.'
		],
		3: [
			'Arsitektur SPBE ditetapkan {kepala} dan memuat domain data serta aplikasi (bab {n:3-5}). Katalog mencakup {opd} OPD; {n:5-12} rekomendasi aplikasi terbit pada {tahun-1}. Peninjauan tahunan dan pemetaan 80 % ke daftar data belum ada.',
			'Katalog lengkap {n:70-160} aplikasi dan surat rekomendasi diperiksa. Baru {%:25-70} aplikasi dipetakan ke daftar data, dan aplikasi tumpang tindih belum didaftar; keduanya syarat tingkat 4.'
		],
		4: [
			'Tinjauan arsitektur {bulan} {tahun-1} memetakan {%:81-93} aplikasi ke daftar data dan mendaftar {n:8-17} aplikasi tumpang tindih dengan tenggat. Yang sudah digabung atau dihentikan {%:15-45}, belum 50 %.'
		],
		5: [
			'{%:52-74} rencana penggabungan aplikasi sudah dijalankan (berita acara terlampir) dan arsitektur versi {n:2-4} terbit {tahun-1}. Seluruh {n:9-21} usulan belanja aplikasi {tahun} diperiksa terhadap arsitektur.'
		]
	},
	D5: {
		1: [
			'Peladen dan sambungan internet terdaftar untuk {opd%:15-46}; sisanya berlangganan sendiri. Portal berhenti {n:2-5} kali pada {tahun-1} karena listrik. Daftar infrastruktur dengan penanggung jawab diperlukan untuk tingkat 2.',
			'Kontrak internet {n:5-12} OPD ditemukan di bagian keuangan masing-masing dan tidak dihimpun Diskominfo. Perbaikan dilakukan setelah ada laporan gangguan.'
		],
		2: [
			'Daftar infrastruktur {bulan} {tahun-1} mencakup {opd%:52-84} beserta penanggung jawab; portal berjalan di ruang peladen dengan UPS. Kebijakan penempatan dan target layanan belum ditetapkan, jadi belum tingkat 3.',
			'Daftar peladen dan foto ruang diperiksa. Sambungan terkelola menjangkau {%:45-78} OPD, belum 80 %, dan kebijakan penempatan data belum ada.'
		],
		3: [
			'Kebijakan penempatan dan tingkat layanan ditetapkan {tahun-1}; jaringan intra menjangkau {opd%:81-96}. Alat pemantau baru dipasang, sehingga angka ketersediaan bulanan untuk tingkat 4 belum tersedia.',
			'Peta topologi dan rekap {opd%:81-96} tersambung diperiksa. Sambungan {unit_bawah} baru {%:35-75}; tingkat 4 meminta paling sedikit 80 %.'
		],
		4: [
			'Seluruh OPD dan {%:81-96} {unit_bawah} tersambung; ketersediaan 98,{n:1-9} % per bulan menurut alat pemantau dan ditinjau {bulan} {tahun-1}. Penambahan kapasitas yang direkomendasikan belum dikerjakan, maka belum tingkat 5.'
		],
		5: [
			'Berita acara {bulan} {tahun-1}: jalur cadangan terpasang sesuai rekomendasi. Ketersediaan 99,{n:5-9} % selama enam bulan berturut-turut dan semua {unit_bawah} tersambung.'
		]
	},
	D6: {
		1: [
			'Peta tematik tersimpan sebagai gambar dan CAD; hanya {n:1-4} data berformat SIG. Pengelola data geospasial belum ditunjuk. Penunjukan unit dan 5 data tematik SIG diperlukan untuk tingkat 2.',
			'Contoh peta jaringan jalan dan irigasi dari dua OPD berupa cetakan tanpa sistem koordinat. Bappeda menyimpan {n:1-4} berkas SHP dari penyusunan RTRW.'
		],
		2: [
			'Unit pengelola ditunjuk di Bappeda; {n:7-13} data tematik berformat SHP dengan sistem koordinat dan tahun tercatat. Simpul jaringan belum ditetapkan dan geoportal belum ada, sehingga belum tingkat 3.',
			'Daftar {n:7-13} data tematik dan dua berkas contoh diperiksa. Kode wilayah pada atribut memakai nama, bukan kode resmi. Penetapan simpul jaringan dan layanan peta diperlukan untuk tingkat 3.'
		],
		3: [
			'Simpul jaringan ditetapkan {kepala}; geoportal menampilkan {n:17-42} data tematik dengan metadata, kode wilayah, dan layanan WMS. Pencocokan dengan daftar data dan sambungan ke jaringan nasional belum lengkap untuk tingkat 4.',
			'Alamat WMS diuji dan {n:17-42} lapisan terbaca. SOP berlaku bagi semua OPD. Yang tampil {%:45-76} dari data geospasial dalam daftar data; tingkat 4 meminta 80 %.'
		],
		4: [
			'{%:81-94} data geospasial dalam daftar data tampil di geoportal dan simpul tersambung ke jaringan nasional. Tinjauan {bulan} {tahun-1} memberi rekomendasi yang baru {%:30-65} selesai; tingkat 5 meminta 75 %.'
		],
		5: [
			'{%:76-92} rekomendasi tinjauan selesai dalam 12 bulan. Peta dan statistik dipakai bersama dalam {n:3-5} dokumen {tahun}, antara lain RKPD dan rencana penanggulangan bencana (halaman terlampir).'
		]
	}
};
