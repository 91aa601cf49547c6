import type { JustificationTexts } from './types.ts';

/** Reasons for domain E, security and data protection; each fits the criteria of its level in instruments/ikid/E.yaml. */
export const DOMAIN_E: JustificationTexts = {
	E1: {
		1: [
			'Kolom sifat data terisi untuk {data%:5-27}. Boleh tidaknya data dibagikan diputuskan petugas tiap ada permintaan, dan PPID tidak dilibatkan. Tingkat 2 meminta paling sedikit 30 % dataset bersifat jelas.',
			'Daftar data yang ditunjukkan tidak mempunyai kolom sifat; walidata menghitung {data%:5-27} dari catatan terpisah. Dua permintaan serupa pada {tahun-1} dijawab berbeda.'
		],
		2: [
			'{data%:32-76} sudah diberi sifat terbuka, terbatas, atau tertutup menurut pertimbangan OPD. Dasar hukum dataset tertutup belum dicantumkan. Pedoman klasifikasi bagi semua OPD diperlukan untuk tingkat 3.',
			'Rekap sifat per OPD diperiksa ({data%:32-76} terisi). Dua OPD menandai hampir semua datanya tertutup tanpa uji konsekuensi PPID. Karena itu belum tingkat 3.'
		],
		3: [
			'SOP klasifikasi menyebut kriteria, pejabat pemutus, dan hubungan dengan uji konsekuensi PPID (hal. {n:3-6}). {data%:81-95} diklasifikasikan dan {n:9-28} dataset tertutup mencantumkan dasar hukum. Tinjauan tahunan dan uji petik belum ada.',
			'Lembar uji konsekuensi {n:9-28} dataset tertutup tersedia. Cakupan klasifikasi {data%:81-95}; sisanya data baru {tahun}. Tinjauan bersama PPID diperlukan untuk tingkat 4.'
		],
		4: [
			'Seluruh {data} dataset diklasifikasikan dan ditinjau bersama PPID {bulan} {tahun-1}. Uji petik {n:20-30} dataset: {%:90-97} diperlakukan sesuai sifatnya. Portal belum menolak otomatis penerbitan data terbatas, maka belum tingkat 5.'
		],
		5: [
			'{n:6-14} perubahan klasifikasi dari tinjauan diterapkan di portal paling lama {n:9-28} hari. Rekaman uji menunjukkan portal menolak penerbitan dataset terbatas dan tertutup.'
		]
	},
	E2: {
		1: [
			'Daftar pemrosesan data pribadi belum ada di OPD kependudukan, kesehatan, sosial, dan pendidikan. Berkas penerima bantuan ber-NIK masih dikirim lewat pesan tanpa berita acara. Daftar keempat OPD diperlukan untuk tingkat 2.',
			'Wawancara dengan empat OPD: jenis data pribadi diketahui, tetapi tujuan dan penerima tidak tercatat. Pada pemeriksaan portal ditemukan {n:1-3} berkas bernama, dan walidata diminta menurunkannya.'
		],
		2: [
			'Daftar pemrosesan OPD kependudukan, kesehatan, sosial, dan pendidikan disusun {bulan} {tahun-1} dan memuat jenis, tujuan, dasar, serta penerima. Portal bersih dari data pribadi. Pedoman bagi semua OPD dan SOP 3 x 24 jam belum ada.',
			'Penanggung jawab pelindungan data pribadi ditunjuk dan hasil pemeriksaan portal ditandatangani walidata. Dari {n:12-20} OPD pemroses lain baru {n:2-6} mempunyai daftar; tingkat 3 meminta 80 %.'
		],
		3: [
			'Pedoman pelindungan data pribadi ditetapkan {tahun-1} dengan SOP pemberitahuan 3 x 24 jam. {%:81-95} OPD pemroses mempunyai daftar dan {n:7-15} perjanjian berbagi data diperiksa. Penilaian dampak dan simulasi belum dilakukan, sehingga belum tingkat 4.',
			'Daftar pemrosesan ada di {%:81-95} OPD pemroses; setiap pembagian data bernama didasari berita acara. Simulasi kegagalan pelindungan belum pernah diadakan dan penilaian dampak bantuan sosial masih draf.'
		],
		4: [
			'Seluruh OPD pemroses mempunyai daftar; penilaian dampak kesehatan, bantuan sosial, dan anak selesai. Simulasi {bulan} {tahun-1} menghasilkan waktu tanggap {n:9-40} jam. Rekomendasi yang selesai baru {%:50-85}, belum 90 % untuk tingkat 5.'
		],
		5: [
			'{%:91-97} rekomendasi tinjauan dan simulasi selesai dalam 12 bulan. Layanan berbagi menyamarkan NIK otomatis dan {n:4-11} permintaan subjek data dijawab dalam tenggat undang-undang.'
		]
	},
	E3: {
		1: [
			'Aset informasi layanan data tidak terdaftar dan sertifikat HTTPS portal kedaluwarsa saat diperiksa. Insiden {tahun-1} ditangani tanpa catatan. Daftar sistem elektronik dan penilaian mandiri diperlukan untuk tingkat 2.',
			'Pengelola keamanan merangkap pengelola jaringan dan tidak menyimpan daftar aset. Perubahan tampilan situs oleh pihak luar pada {bulan} {tahun-1} tidak dilaporkan.'
		],
		2: [
			'Daftar {n:18-60} sistem elektronik tersedia; portal dan {%:52-84} aplikasi data memakai HTTPS. Indeks KAMI diisi mandiri pada {tahun-1}. Kebijakan keamanan informasi dan tim tanggap insiden belum ditetapkan, maka belum tingkat 3.',
			'Lembar penilaian mandiri {tahun-1} dan hasil pemeriksaan HTTPS per aplikasi ({%:52-84}) ditunjukkan. SOP insiden masih konsep dan uji kerentanan sebelum aplikasi dibuka belum dilakukan.'
		],
		3: [
			'Kebijakan manajemen keamanan informasi ditetapkan {kepala}, tim tanggap insiden dibentuk, dan SOP berlaku bagi {opd} OPD. {n:3-7} aplikasi baru diuji sebelum dibuka. Penilaian tahunan dan rekap penyelesaian temuan belum rutin, jadi belum tingkat 4.',
			'Keputusan tim tanggap insiden dan laporan uji kerentanan terakhir diperiksa. Aplikasi yang diuji dalam dua tahun {%:35-76}; tingkat 4 meminta 80 % dan temuan tinggi selesai dalam 60 hari.'
		],
		4: [
			'Penilaian Indeks KAMI {tahun-1} dan uji kerentanan {%:81-94} aplikasi data tersedia; {%:81-93} temuan tinggi selesai dalam 60 hari. Insiden ditinjau tiap semester. Verifikasi BSSN atau sertifikat belum ada, padahal diminta tingkat 5.'
		],
		5: [
			'Kebijakan versi {n:2-4} diperbarui sesudah audit; {%:95-99} temuan tinggi selesai dalam 60 hari. Hasil Indeks KAMI portal dan penghubung diverifikasi BSSN (surat hasil terlampir).'
		]
	},
	E4: {
		1: [
			'Berkas cadangan terakhir bertanggal {bulan} {tahun-1} dan berada di peladen yang sama dengan data asli. Jadwal tidak ada. Cadangan bulanan ke perangkat lain diperlukan untuk tingkat 2.',
			'Pencadangan mencakup {%:10-45} aplikasi data dan dilakukan bila pengelola ingat. Pemulihan belum pernah dicoba sejak portal berdiri.'
		],
		2: [
			'Basis data portal dan {%:52-84} aplikasi data dicadangkan bulanan ke penyimpanan terpisah; daftar berkas tiga bulan terakhir cocok. Target waktu pulih dan uji pemulihan belum ada, sehingga belum tingkat 3.',
			'Log cadangan {n:3-5} bulan terakhir diperiksa dan lengkap. Cara tiap pengelola berbeda dan SOP belum ditetapkan; satu uji pemulihan sudah cukup melengkapi syarat tingkat 3 bersama SOP-nya.'
		],
		3: [
			'SOP pencadangan menetapkan frekuensi mingguan, masa simpan {n:3-12} bulan, lokasi terpisah, dan target pulih {n:8-24} jam. Uji pemulihan {bulan} {tahun-1} berhasil. Uji kedua dan rekap keberhasilan bulanan diperlukan untuk tingkat 4.',
			'Berita acara uji pemulihan {bulan} {tahun-1} mencatat {n:5-20} jam. Log mingguan seluruh {n:9-18} basis data penting tersedia. Uji baru sekali setahun, belum dua kali.'
		],
		4: [
			'Dua uji pemulihan pada {tahun-1}: {n:4-7} jam dan {n:8-14} jam terhadap target 12 jam; keberhasilan cadangan {%:95-99} per bulan. Satu uji melewati target, dan latihan pindah lokasi belum diadakan untuk tingkat 5.'
		],
		5: [
			'Dua uji terakhir memulihkan semua basis data penting dalam target. Latihan pindah lokasi {bulan} {tahun-1} selesai {n:4-9} jam dan SOP versi {n:2-4} diperbarui dari hasilnya.'
		]
	},
	E5: {
		1: [
			'Akun portal "admin" dipakai bersama {n:3-6} petugas dan tidak ada log perubahan data. Tingkat 2 meminta akun perorangan, daftar akun mutakhir, dan catatan waktu masuk.',
			'Daftar akun tidak dapat ditunjukkan. Dua OPD masih memakai sandi yang diberikan saat pelatihan {tahun-3}. Siapa yang mengubah data tidak dapat diperiksa.'
		],
		2: [
			'Daftar akun {bulan} {tahun-1} memuat {n:45-130} pengguna perorangan dengan OPD dan peran; waktu masuk tercatat. SOP pencabutan dan autentikasi dua faktor admin belum ada, maka belum tingkat 3.',
			'Log masuk satu bulan diperiksa. {n:3-8} akun milik pegawai yang sudah pindah masih aktif. SOP akses dan log perubahan data diperlukan untuk tingkat 3.'
		],
		3: [
			'SOP akses dan matriks {n:4-7} peran ditetapkan; admin memakai autentikasi dua faktor dan log perubahan disimpan {n:12-24} bulan. Pencabutan contoh dilakukan {n:2-7} hari kerja. Tinjauan hak akses dua kali setahun belum berjalan.',
			'Bukti pencabutan akun {n:2-4} pegawai pindah diperiksa dan dalam 7 hari kerja. Log belum diperiksa rutin tiap bulan; itu syarat tingkat 4.'
		],
		4: [
			'Dua tinjauan akses {tahun-1}: {%:95-99} akun sesuai peran; log diperiksa bulanan dan {n:2-6} kejanggalan ditindaklanjuti. Akun belum terhubung dengan data kepegawaian sehingga pencabutan otomatis tingkat 5 belum ada.'
		],
		5: [
			'Rekaman uji menunjukkan akun pegawai pindah tercabut otomatis dalam 1 hari kerja. Rekap {n:11-32} mutasi {tahun-1} cocok seluruhnya; matriks peran diperbarui {bulan} {tahun-1}.'
		]
	}
};
