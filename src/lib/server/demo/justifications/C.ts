import type { JustificationTexts } from './types.ts';

/** Reasons for domain C, digital collection at the agencies; each fits the criteria of its level in instruments/ikid/C.yaml. */
export const DOMAIN_C: JustificationTexts = {
	C1: {
		1: [
			'Hanya {data%:7-23} dikumpulkan secara digital; selebihnya formulir kertas dari {wil} yang diketik ulang atau pesan singkat. Contoh formulir Dinas Peternakan terlampir. Tingkat 2 meminta 25 % dataset dari paling sedikit 30 % OPD.',
			'Hitungan cara pengumpulan per dataset: {data%:7-23} lewat aplikasi, hampir semuanya aplikasi kementerian. Rekap desa masuk lewat grup pesan sebagai foto. Formulir elektronik bersama dapat dimulai dari data prioritas.'
		],
		2: [
			'{data%:27-57} dikumpulkan lewat aplikasi atau formulir elektronik oleh {opd%:32-66}. Alat berbeda-beda: formulir daring, lembar kerja bersama, aplikasi kementerian. Pedoman bagi semua OPD yang mengatur validasi dan kode belum ada, jadi belum tingkat 3.',
			'Tangkapan layar formulir dari {n:3-6} OPD diperiksa; dua menerima huruf pada kolom angka. Cakupan {data%:27-57}. Pedoman pengumpulan digital dan ekspor CSV diperlukan untuk tingkat 3.'
		],
		3: [
			'Pedoman pengumpulan digital berlaku bagi {opd} OPD; {data%:61-78} dan {%:81-95} data prioritas dikumpulkan digital. Peragaan di dua aplikasi menolak isian keliru. Lama pengisian dan kesalahan isian belum diukur per OPD, maka belum tingkat 4.',
			'Rekap cara pengumpulan {bulan} {tahun-1}: {data%:61-78} digital. Pedoman (bab II) mengatur validasi, kode referensi, dan ekspor CSV. Tinjauan tahunan dengan angka kesalahan isian belum ada.'
		],
		4: [
			'Dasbor cakupan per OPD menunjukkan {data%:81-93} dan semua data prioritas digital. Tinjauan {bulan} {tahun-1} mengukur kesalahan isian {n:2-6} % dan lama pengisian. Baru {%:20-44} dataset terbentuk dari aplikasi layanan, belum 50 % untuk tingkat 5.'
		],
		5: [
			'{data%:95-98} digital dan {%:52-68} terbentuk langsung dari aplikasi layanan. Catatan perubahan alat {tahun-1} merujuk tinjauan; {n:3-7} dataset yang belum digital mempunyai alasan tertulis.'
		]
	},
	C2: {
		1: [
			'Setoran tidak dicatat per dataset. Bila isi portal dibandingkan dengan daftar data, hanya {data%:15-47} diterima pada {tahun-1}. Rekap setoran per OPD perlu dibuat dan 50 % tercapai untuk tingkat 2.',
			'Rekap {tahun-1} menunjukkan {data%:15-47} diterima. {n:6-13} OPD tidak menyetor sama sekali, sebagian karena menganggapnya pekerjaan tambahan. Saluran yang dipakai surel pribadi petugas.'
		],
		2: [
			'Rekap {tahun-1}: {data%:52-68} diterima dan dicatat per OPD. Saluran masih campuran antara surel, pesan, dan diska; tanda terima tidak seragam. SOP satu saluran dan 70 % setoran diperlukan untuk tingkat 3.',
			'Tanda terima contoh dari {n:4-7} OPD diperiksa dan cocok dengan rekap ({data%:52-68}). Data prioritas yang diterima baru {%:60-86}, belum 90 %, dan prosedur setoran belum ditandatangani.'
		],
		3: [
			'SOP setoran dengan satu saluran di portal dan tanda terima otomatis berlaku bagi {opd} OPD. Diterima {data%:71-83} dan {%:90-96} data prioritas pada {tahun-1}. Kelengkapan isi (baris {wil}, periode) belum diukur tiap triwulan.',
			'Tangkapan layar saluran setoran dan rekap terhadap daftar data: {data%:71-83}. Uji petik menemukan {n:2-5} dataset tanpa baris untuk semua {wil}. Pengukuran isi diperlukan untuk tingkat 4.'
		],
		4: [
			'Laporan empat triwulan {tahun-1}: {data%:86-94} dan semua data prioritas diterima lengkap sampai baris {wil}. Penyebab kekurangan pada {n:3-6} OPD dicatat tetapi SOP belum diperbaiki karenanya; itu syarat tingkat 5.'
		],
		5: [
			'{data%:95-99} diterima lengkap pada {tahun-1} dan OPD terendah mencapai {%:81-90}. Daftar penyebab memuat {n:5-9} perbaikan selesai; SOP setoran diperbarui {bulan} {tahun-1}.'
		]
	},
	C3: {
		1: [
			'Tenggat hanya disebut pada tiap surat permintaan dan tanggal terima tidak dicatat. Dari jawaban surat {tahun-1} yang dapat ditelusuri, {%:15-46} tepat waktu. Jadwal setoran OPD diperlukan untuk tingkat 2.',
			'Kalender setoran belum ada. Petugas mengingat tenggat OPD dari kebiasaan tahun lalu. Perkiraan ketepatan {%:15-46} tidak didukung rekap tanggal terima.'
		],
		2: [
			'{opd%:52-80} mempunyai jadwal setoran dan walidata mencatat tanggal terima: {%:52-68} dataset tepat waktu pada {tahun-1}. Kalender bersama, pengingat, dan langkah bila terlambat belum ditetapkan, sehingga belum tingkat 3.',
			'Rekap tanggal terima {tahun-1} diperiksa terhadap jadwal OPD: {%:52-68} tepat waktu. Keterlambatan terbesar pada data semester kedua. Kalender setoran dan rilis bagi semua OPD perlu ditetapkan.'
		],
		3: [
			'Kalender setoran dan rilis {tahun} ditetapkan bagi {opd} OPD; pengingat dikirim {n:7-14} hari sebelum tenggat. Tepat waktu {data%:71-83}. Rata-rata hari terlambat per OPD belum diukur tiap triwulan, jadi belum tingkat 4.',
			'Contoh pengingat dan rekap per OPD ditunjukkan: {data%:71-83} tepat waktu. {n:3-6} keterlambatan lebih dari 30 hari belum dilaporkan ke Sekretaris Daerah seperti diminta tingkat 4.'
		],
		4: [
			'Empat laporan triwulan {tahun-1}: {data%:86-94} tepat waktu, rata-rata terlambat {n:4-11} hari; {n:2-4} nota dinas keterlambatan sampai ke Sekretaris Daerah. Kalender {tahun} belum disesuaikan dengan hasil tinjauan, maka belum tingkat 5.'
		],
		5: [
			'{data%:95-99} tepat waktu dan tidak ada data prioritas terlambat lebih dari 7 hari kerja. Kalender {tahun} memajukan tenggat {n:5-12} dataset yang sudah mengalir otomatis (penjelasan hal. 3).'
		]
	},
	C4: {
		1: [
			'Isian ganda belum diinventarisasi. Tiga OPD yang diwawancarai mengetik data yang sama ke SIPD, aplikasi kementerian, dan portal. Tingkat 2 meminta inventarisasi di separuh OPD dan satu isian ganda dihapus.',
			'Inventarisasi baru mencakup {opd%:9-40}. Data tenaga kesehatan diketik {n:3-5} kali setahun ke aplikasi berbeda. Belum ada satu pun yang dihapus lewat impor atau API.'
		],
		2: [
			'Daftar isian ganda di {opd%:52-80} memuat {n:25-60} butir; {n:2-5} sudah dihapus lewat ekspor dan impor berkas. Aturan sekali isi belum ada, dan permintaan data baru belum disaring walidata. Tingkat 3 meminta 50 % terhapus.',
			'Catatan penghapusan isian ganda data sekolah (impor Dapodik) sejak {bulan} {tahun-1} diperiksa. Penyelesaian lain bergantung pada OPD; kolom sumber resmi dalam daftar data belum terisi.'
		],
		3: [
			'SOP sekali isi menetapkan satu sumber resmi tiap dataset; {%:52-72} isian ganda dalam daftar sudah dihapus. Walidata menyaring {n:9-21} permintaan data baru pada {tahun-1}. Jam kerja yang terpakai belum dihitung, jadi belum tingkat 4.',
			'Kolom sumber resmi terisi untuk {data} dataset dan status isian ganda dipantau ({%:52-72} terhapus). Register permintaan berulang belum ditinjau tahunan seperti diminta tingkat 4.'
		],
		4: [
			'Tinjauan {bulan} {tahun-1}: {%:76-88} isian ganda terhapus dan jam kerja pada {n:4-6} OPD contoh turun {%:18-35}. Permintaan yang dipenuhi dari portal baru {%:55-85}, belum 90 % untuk tingkat 5.'
		],
		5: [
			'{%:91-97} isian ganda terhapus; register menunjukkan {%:91-96} permintaan dipenuhi dari portal atau API. {n:3-6} isian ganda dari sistem pusat diusulkan penyelesaiannya lewat surat {bulan} {tahun-1}.'
		]
	},
	C5: {
		1: [
			'Tidak ada daftar kegiatan statistik OPD dan BPS menyatakan belum menerima pemberitahuan dalam 12 bulan terakhir. Survei kepuasan {tahun-1} terbit tanpa nomor rekomendasi. Satu pengajuan lewat Romantik diperlukan untuk tingkat 2.',
			'Laporan {n:2-4} survei OPD tahun {tahun-1} diperiksa dan tidak satu pun mencantumkan rekomendasi BPS. OPD belum mengenal kewajiban pemberitahuan.'
		],
		2: [
			'Sebanyak {n:2-4} kegiatan diberitahukan kepada BPS lewat Romantik pada {tahun-1} dan {opd%:52-78} mencatat kegiatan statistiknya. OPD mengajukan sendiri tanpa walidata. SOP bersama dan 70 % rekomendasi diperlukan untuk tingkat 3.',
			'Bukti pemberitahuan Romantik bertanggal {bulan} {tahun-1} ditunjukkan. Daftar kegiatan {opd%:52-78} ada, tetapi dua survei dimulai sebelum rekomendasi terbit.'
		],
		3: [
			'SOP mewajibkan rancangan kegiatan lewat walidata. Dari kegiatan wajib {tahun-1}, {%:71-86} mendapat rekomendasi sebelum mulai (surat terlampir). Penyerahan hasil kepada BPS belum direkap, sehingga belum tingkat 4.',
			'Daftar kegiatan {tahun} mencakup semua OPD dan surat rekomendasi bertanggal sebelum pengumpulan data ({%:71-86}). Tinjauan kesesuaian pelaksanaan bersama BPS belum diadakan.'
		],
		4: [
			'{%:90-97} kegiatan wajib mendapat rekomendasi; kesesuaiannya ditinjau bersama BPS {bulan} {tahun-1}. {%:76-88} hasil sudah diserahkan, sebagian lewat 3 bulan. Penggabungan survei yang tumpang tindih belum dilakukan untuk tingkat 5.'
		],
		5: [
			'Seluruh {n:12-20} kegiatan wajib {tahun-1} mendapat rekomendasi dan {%:91-98} hasilnya diserahkan dalam 3 bulan. Tinjauan menggabungkan {n:2-3} survei rumah tangga menjadi satu.'
		]
	},
	C6: {
		1: [
			'Rekap tempat simpan: {opd%:12-46} menyimpan data di tempat bersama. Kunjungan ke tiga OPD menemukan data lima tahun hanya di laptop satu pegawai. Penyimpanan bersama di separuh OPD diperlukan untuk tingkat 2.',
			'Pada dua dari tiga OPD yang dikunjungi, data ikut hilang ketika petugas pindah pada {tahun-2}. Pengelola basis data tidak disebut namanya. Cakupan penyimpanan bersama {opd%:12-46}.'
		],
		2: [
			'{opd%:52-84} memakai basis data atau penyimpanan bersama dengan pengelola yang disebut. Struktur berbeda dan kamus data hanya ada di {n:2-6} OPD. Pedoman bagi semua OPD dan kamus data 70 % diperlukan untuk tingkat 3.',
			'Daftar basis data per OPD dan tangkapan layar tiga OPD diperiksa. Serah terima saat pegawai pindah tidak diatur; satu OPD kehilangan data {tahun-3}. Belum memenuhi tingkat 3.'
		],
		3: [
			'Pedoman pengelolaan basis data ditetapkan {tahun-1}; {opd%:71-88} mempunyai kamus data dan riwayat paling sedikit 3 tahun. Lima kamus data contoh lengkap. Isian kosong dan rekaman ganda belum diukur tiap semester, jadi belum tingkat 4.',
			'Berita acara serah terima basis data dua OPD ditunjukkan dan sesuai pedoman (bab IV). Kamus data ada di {opd%:71-88}. Laporan ukur mutu semester belum dibuat.'
		],
		4: [
			'Laporan mutu dua semester mencakup {opd%:81-93}: isian kosong {n:2-6} %, rekaman ganda {n:1-3} %. Ditinjau walidata {bulan} {tahun-1} dengan {n:20-44} butir perbaikan; yang selesai dalam 6 bulan baru {%:50-75}, belum 80 %.'
		],
		5: [
			'{%:81-94} perbaikan hasil tinjauan selesai dalam 6 bulan dan pedoman versi {n:2-4} terbit. {%:71-86} basis data OPD dibaca portal lewat API atau ekspor terjadwal (log per basis data).'
		]
	}
};
