import type { JustificationTexts } from './types.ts';

/** Reasons for domain B, standards and data quality; each fits the criteria of its level in instruments/ikid/B.yaml. */
export const DOMAIN_B: JustificationTexts = {
	B1: {
		1: [
			'Baru {opd%:6-27} menuliskan konsep, definisi, klasifikasi, ukuran, dan satuan. Lima dataset contoh tidak menyebut satuan; pada data jalan, kilometer dan meter tercampur dalam satu kolom. Tingkat 2 meminta paling sedikit 30 % OPD.',
			'Pemeriksaan lima dataset dari OPD berbeda: tidak satu pun memuat kelima unsur standar data. Arti "keluarga miskin" berbeda antara Dinas Sosial dan Bappeda. Rekap standar per OPD belum ada.'
		],
		2: [
			'Rekap {bulan} {tahun-1}: {opd%:32-62} mempunyai standar data tertulis untuk datasetnya. Formatnya berbeda-beda; Dinas Kesehatan memakai formulir kementerian, Dinas Pertanian memakai tabel sendiri. Format tunggal dan penetapan bagi semua OPD diperlukan untuk tingkat 3.',
			'Standar data {opd%:32-62} diperiksa dan kelima unsurnya terisi, tetapi belum ditetapkan dalam satu keputusan dan belum dibahas dengan BPS. Data prioritas pun belum semuanya berstandar, sehingga belum tingkat 3.'
		],
		3: [
			'Keputusan penetapan standar data (lampiran {n:40-95} halaman) berlaku bagi semua OPD; {data%:61-82} berstandar, termasuk semua data prioritas. Notula pembahasan dengan BPS {bulan} {tahun-1} tersedia. Pemeriksaan penerapan atas sampel 10 % belum pernah dilakukan.',
			'Satu format standar data dipakai semua OPD dan merujuk standar BPS bila ada. Cakupan {data%:61-80}. Penyimpangan belum dicatat dan pemeriksaan bersama BPS belum terjadwal; keduanya syarat tingkat 4.'
		],
		4: [
			'Laporan pemeriksaan {bulan} {tahun-1} bersama BPS mengambil sampel {%:10-16} dataset; {data%:86-93} berstandar dan {n:7-19} penyimpangan tercatat per OPD. Perbaikannya rata-rata {n:75-110} hari kerja, belum 60 hari seperti diminta tingkat 5.'
		],
		5: [
			'Standar data versi {n:3-5} (catatan perubahan hal. 2) mengikuti hasil pemeriksaan {tahun-1}. {data%:95-99} berstandar; register menunjukkan {n:6-12} penyimpangan diperbaiki paling lama {n:38-59} hari kerja.'
		]
	},
	B2: {
		1: [
			'Hanya {data%:8-28} mempunyai metadata. Lima halaman portal yang diperiksa cuma memuat judul, tahun, dan nama OPD, tanpa definisi dan satuan. Untuk tingkat 2, paling sedikit 30 % dataset harus memuat definisi, satuan, periode, sumber, dan penanggung jawab.',
			'Hitungan walidata {bulan} {tahun-1}: {data%:8-28} bermetadata. OPD menganggap judul kolom sudah cukup sebagai keterangan. Dimulai dari data prioritas, tingkat 2 sebenarnya dapat dikejar dalam dua bulan.'
		],
		2: [
			'{data%:32-66} mempunyai metadata berisi definisi, satuan, periode, sumber, dan penanggung jawab. Bentuknya ditentukan OPD: ada yang lembar Excel, ada yang catatan kaki. Format baku BPS belum diwajibkan, maka belum tingkat 3.',
			'Berkas metadata tiga OPD (Kesehatan, Pertanian, Pendidikan) diperiksa dan cukup lengkap, tetapi portal masih menerbitkan data tanpa metadata: {n:6-14} dari 20 halaman contoh kosong. SOP metadata perlu ditetapkan untuk tingkat 3.'
		],
		3: [
			'SOP metadata mewajibkan format kegiatan, variabel, dan indikator menurut BPS; portal menolak unggahan tanpa metadata. Isian wajib lengkap pada {data%:71-87}, termasuk semua data prioritas. Kebenaran isian belum diuji bersama BPS, sehingga belum tingkat 4.',
			'Lima halaman portal menampilkan data beserta metadatanya; rekap kelengkapan {data%:71-86}. Tiga metadata menyebut periode yang berbeda dari datanya, dan tabel kesalahan per OPD belum ada. Tinjauan sampel 10 % diperlukan untuk tingkat 4.'
		],
		4: [
			'Tinjauan metadata bersama BPS {bulan} {tahun-1} mengambil {n:20-36} dataset: {%:90-96} isian benar. Kelengkapan {data%:91-94}, dilaporkan per OPD. Pemutakhiran sesudah data berubah masih lebih dari 30 hari pada {n:5-11} dataset; itu syarat tingkat 5.'
		],
		5: [
			'API katalog membaca metadata {data%:96-99} dan riwayat versi menunjukkan pemutakhiran paling lama {n:12-28} hari. Format disempurnakan {bulan} {tahun-1} menurut tinjauan: isian "batas pemakaian" ditambahkan.'
		]
	},
	B3: {
		1: [
			'Dari sepuluh dataset contoh hanya {n:2-4} memakai kode wilayah Kemendagri; {data%:12-46} berkode secara keseluruhan. Nama kecamatan ditulis dengan tiga ejaan berbeda sehingga penggabungan dilakukan manual. Tingkat 2 meminta paling sedikit 50 %.',
			'Dinas Pertanian memakai kode BPS, Dinas Sosial memakai nomor urut, dan Dinas Pendidikan nama desa. Dataset berwilayah yang memakai kode Kemendagri {%:15-45}. Daftar kode per OPD belum dihimpun.'
		],
		2: [
			'Rekap terhadap daftar data: {%:52-76} dataset berwilayah memakai kode Kemendagri. NPSN dan kode faskes dipakai menurut kebiasaan OPD dan data induk tidak mempunyai penanggung jawab. Penetapan daftar kode referensi diperlukan untuk tingkat 3.',
			'Kode wilayah dipakai pada {%:52-76} dataset contoh. Edisi kodenya bercampur: {n:3-6} dataset masih memakai kode sebelum pembaruan. Pengelola data induk wilayah dan perangkat daerah belum ditunjuk, jadi belum tingkat 3.'
		],
		3: [
			'Keputusan daftar kode referensi memuat {n:7-12} kode dengan sumber, versi, dan penanggung jawab; {%:81-91} dataset yang memerlukan kode sudah memakainya. Data induk wilayah, perangkat daerah, dan faskes dikelola. Uji kecocokan pada setiap setoran belum berjalan.',
			'Berkas {n:3-5} data induk bertanggal versi ditunjukkan dan pengelolanya ditunjuk (lampiran keputusan hal. {n:2-5}). Baru {n:3-7} aplikasi OPD membaca data induk; tingkat 4 meminta separuh aplikasi dan uji kode dengan galat paling banyak 5 %.'
		],
		4: [
			'Log uji kode per setoran {tahun-1}: {%:2-5} baris gagal cocok. Data induk dapat diunduh per versi dan dipakai {%:52-71} aplikasi OPD; hasilnya ditinjau {bulan} {tahun-1}. Tabel konversi kode lama ke baru belum disusun, padahal diminta tingkat 5.'
		],
		5: [
			'Perubahan kode wilayah diterapkan {n:12-27} hari sejak berlaku dengan tabel konversi. Uji terakhir {%:98-99} baris cocok dan {%:81-92} aplikasi OPD membaca data induk langsung (log akses, lampiran 4).'
		]
	},
	B4: {
		1: [
			'Daftar data tertulis baru ada di {opd%:9-46}. Ketersediaan data lain diketahui setelah ditanyakan satu per satu lewat pesan. Untuk tingkat 2, paling sedikit separuh OPD perlu menyusun daftar dengan satuan, periode, dan unit penghasil.',
			'Rekap walidata {bulan} {tahun-1}: {opd%:9-46} mengirim daftar data, sebagian tanpa satuan. Data prioritas belum dipilih. Permintaan daftar data perlu disertai format dan tenggat dari Bappeda.'
		],
		2: [
			'{opd%:52-82} menyerahkan daftar data dengan nama, satuan, periode, dan unit penghasil; seluruhnya {data} judul. Daftar belum disatukan: "jumlah penduduk" tercatat di tiga OPD. Kesepakatan forum dan penetapan diperlukan untuk tingkat 3.',
			'Daftar data per OPD tersimpan di walidata ({data} judul), tetapi sifat data dan jadwal banyak kosong serta forum belum menyepakatinya. Data prioritas masih usulan, sehingga belum tingkat 3.'
		],
		3: [
			'Keputusan daftar data {tahun} memuat {data} dataset dari {opd} OPD beserta produsen, jadwal, satuan, dan sifat; {n:24-48} data prioritas dipilih dengan alasan (lampiran II). Berita acara forum tersedia. Pemenuhannya belum diukur, jadi belum tingkat 4.',
			'Lembar kerja penyatuan nama menghapus {n:18-37} judul ganda dan forum menyepakati hasilnya pada {bulan} {tahun-1}. Laporan ketersediaan data menurut jadwal belum dibuat dan matriks terhadap RPJMD serta SPM belum lengkap.'
		],
		4: [
			'Laporan pemenuhan {tahun-1}: {data%:81-92} tersedia sesuai jadwal. Matriks data terhadap indikator RPJMD dan SPM ditinjau {bulan} {tahun-1}. {n:9-17} data yang tidak dipakai masih tercantum; tingkat 5 meminta daftar diperbarui menurut tinjauan.'
		],
		5: [
			'Daftar data hasil perubahan mengeluarkan {n:11-23} data yang tidak dipakai dan menambah {n:5-12} kebutuhan baru paling lama {n:5-11} minggu sejak diusulkan. {data%:95-99} tersedia sesuai jadwal.'
		]
	},
	B5: {
		1: [
			'Data yang disetor langsung diunggah; pemeriksaan tercatat hanya untuk {data%:4-26}. Pada contoh data kepemudaan terdapat {n:3-9} sel kosong dan jumlah yang tidak cocok. Tingkat 2 meminta paling sedikit 30 % dataset diperiksa dengan catatan tersimpan.',
			'Walidata mempunyai satu petugas dan tidak menyimpan lembar periksa. Dua dari lima dataset terbit memuat satuan keliru. Cakupan pemeriksaan {%:4-26} menurut hitungan petugas.'
		],
		2: [
			'{data%:32-76} diperiksa dan dikembalikan lewat surel bila keliru; rekapnya tersimpan. Cara memeriksa bergantung pada petugas: ada yang hanya melihat kelengkapan. SOP dan daftar periksa baku diperlukan untuk tingkat 3.',
			'Komentar pengembalian pada {n:12-31} dataset ditunjukkan. Konsistensi dan kode referensi belum diperiksa, dan data kadang terbit lebih dulu daripada hasil periksa. Cakupan {%:32-76}, belum 80 %.'
		],
		3: [
			'SOP pemeriksaan ditandatangani {tahun-1}; sepuluh lembar periksa contoh terisi lengkap. {data%:81-93} diperiksa sebelum terbit dan {n:17-42} dikembalikan dengan alasan tertulis. Angka lolos per OPD belum dihitung dan BPS belum memeriksa ulang data prioritas.',
			'Daftar periksa memuat kelengkapan, kewajaran, konsistensi, kode, dan metadata (SOP lampiran 1). Cakupan {%:81-93}. Laporan mutu tahunan bersama BPS belum ada, sehingga belum tingkat 4.'
		],
		4: [
			'Laporan mutu {tahun-1}: {%:95-99} dataset diperiksa, {%:76-88} lolos pada setoran pertama, dan BPS memeriksa ulang {n:20-35} data prioritas (berita acara {bulan} {tahun-1}). Aturan validasi portal belum bertambah sejak {tahun-2}; itu syarat tingkat 5.'
		],
		5: [
			'Daftar validasi portal bertambah {n:6-14} aturan pada {tahun-1} dari kesalahan tersering. Angka lolos setoran pertama naik dari {%:78-86} menjadi {%:91-96} (laporan mutu dua tahun).'
		]
	},
	B6: {
		1: [
			'Angka antar sumber tidak dibandingkan. Luas panen padi di portal dan publikasi BPS berbeda {n:6-18} % untuk tahun {tahun-2} dan belum pernah dibahas. Satu rekonsiliasi yang tercatat sudah memenuhi tingkat 2.',
			'Perbedaan jumlah penduduk miskin antara laporan OPD dan BPS baru dijawab setelah ditanyakan DPRD. Tidak ada berita acara rekonsiliasi dalam 12 bulan terakhir.'
		],
		2: [
			'Rekonsiliasi urusan pertanian dengan BPS {bulan} {tahun-1} menghasilkan tabel {n:9-22} angka sebelum dan sesudah. Urusan lain belum dibandingkan dan sumber resmi data prioritas belum ditetapkan, maka belum tingkat 3.',
			'Berita acara rekonsiliasi data kesehatan (stunting, kematian ibu) tersedia atas inisiatif Dinas Kesehatan. SOP bagi semua OPD belum ada; SIPD dan angka {atasan} belum ikut dibandingkan.'
		],
		3: [
			'SOP rekonsiliasi menetapkan sumber resmi {n:24-48} data prioritas. Seluruhnya dibandingkan dengan BPS, SIPD, dan {atasan} pada {bulan} {tahun-1}; {n:5-13} perbedaan dicatat. Tingkat kesesuaian belum dihitung dan belum ditinjau forum.',
			'Tabel perbandingan angka {tahun-1} lengkap untuk data prioritas (lampiran {n:3-6} halaman). Catatan penjelasan belum terbit bersama datanya; tingkat 4 meminta 90 % angka sama atau dijelaskan.'
		],
		4: [
			'Laporan kesesuaian {tahun-1}: {%:90-96} angka data prioritas sama atau dijelaskan pada halaman dataset, dan ditinjau forum {bulan} {tahun-1}. Penyebab perbedaan belum ditelusuri sampai selesai; baru {%:40-70} tuntas dalam 6 bulan.'
		],
		5: [
			'Register penyebab memuat {n:14-26} perbedaan; {%:81-93} selesai dalam 6 bulan dan dua definisi dalam standar data diubah karenanya. Kesesuaian terakhir {%:98-99} data prioritas.'
		]
	}
};
