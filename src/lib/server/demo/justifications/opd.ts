import type { JustificationTexts } from './types.ts';

/** Reasons for the short form of an agency; each fits the criteria of its level in instruments/ikid-opd.yaml. */
export const AGENCY_FORM: JustificationTexts = {
	A1: {
		1: [
			'Daftar data baru mencakup {n:1-2} dari {bidang} bidang dan belum pernah diserahkan kepada walidata. Daftar lama tahun {tahun-3} disimpan sekretariat. Separuh bidang dan penyerahan diperlukan untuk tingkat 2.'
		],
		2: [
			'Daftar data {bulan} {tahun-1} memuat {dataset} data dari {%:52-85} bidang dengan satuan, periode, dan penanggung jawab, lalu dikirim ke walidata lewat surel. Sifat data belum diisi dan belum disahkan kepala OPD, jadi belum tingkat 3.'
		],
		3: [
			'Daftar {dataset} data dari {bidang} bidang disahkan kepala OPD (lampiran, {n:3-7} halaman), memuat sifat, sumber, dan kunci, serta sudah masuk daftar data daerah. Tinjauan tahunan bersama walidata dan tanda data ganda diperlukan untuk tingkat 4.'
		],
		4: [
			'Berita acara tinjauan {bulan} {tahun-1}: {dataset} data dipetakan ke Renstra dan {n:4-9} data ganda ditandai. Penyelesaian data ganda baru {%:30-70}; tingkat 5 meminta 80 %.'
		],
		5: [
			'Riwayat perubahan mencatat {n:3-8} data digabung atau dihentikan sesudah tinjauan dan masuk daftar data daerah dalam {n:8-27} hari. {%:81-95} data ganda selesai.'
		]
	},
	A2: {
		1: [
			'Lima dataset contoh tidak mempunyai keterangan definisi dan satuan; cakupan seluruhnya {%:5-27}. Keterangan untuk 30 % dataset diperlukan agar mencapai tingkat 2.'
		],
		2: [
			'{%:32-76} dari {dataset} dataset mempunyai keterangan definisi, satuan, periode, dan sumber. Bentuknya berbeda antar-bidang; format BPS dan penyerahan bersama data diperlukan untuk tingkat 3.'
		],
		3: [
			'{%:81-93} dari {dataset} dataset bermetadata lengkap menurut format BPS dan diserahkan bersama datanya ke walidata. Pemeriksaan sampel bersama walidata atau BPS belum dilakukan, sehingga belum tingkat 4.'
		],
		4: [
			'Pemeriksaan {bulan} {tahun-1}: {%:95-99} dataset bermetadata lengkap dan {%:90-97} sampel sesuai. {n:3-7} perbaikan belum diterapkan; tingkat 5 meminta semuanya selesai.'
		],
		5: [
			'Riwayat versi metadata memperlihatkan {n:3-6} perubahan definisi ditulis sebelum rilis. Seluruh perbaikan dari pemeriksaan {bulan} {tahun-1} sudah diterapkan.'
		]
	},
	A3: {
		1: [
			'{%:6-27} dataset memakai kode baku; wilayah ditulis dengan nama dan ejaannya berbeda antar-bidang. Kolom kode pada 30 % dataset diperlukan untuk tingkat 2.'
		],
		2: [
			'{%:32-76} dataset memuat kolom kode, yaitu kode wilayah atau kunci sektoral pilihan bidang. Daftar kode OPD belum ditetapkan dan data berwilayah belum semuanya berkode Kemendagri, maka belum tingkat 3.'
		],
		3: [
			'Daftar {n:4-8} kode referensi ditetapkan dengan sumber dan edisi; {%:81-95} dataset memakainya dan semua data berwilayah berkode Kemendagri. Pencocokan setiap setoran belum dicatat untuk tingkat 4.'
		],
		4: [
			'Log pencocokan setoran {tahun-1}: {n:1-2} % baris tidak cocok, ditinjau bersama walidata {bulan} {tahun-1}. Tabel padanan kode lama dan baru belum ada, sehingga belum tingkat 5.'
		],
		5: [
			'Perubahan kode wilayah diterapkan dalam {n:9-28} hari dengan tabel padanan; aplikasi sumber memakai pilihan kode sehingga penyebab ketidakcocokan hilang.'
		]
	},
	B1: {
		1: [
			'{%:8-27} dataset dikumpulkan dengan aplikasi atau tabel terstruktur; laporan unit pelaksana masih kertas dan dokumen teks. Formulir digital bagi 30 % dataset diperlukan untuk tingkat 2.'
		],
		2: [
			'{%:32-66} dataset memakai aplikasi atau formulir digital (tangkapan layar tiga bidang). Alat berbeda dan isian belum diperiksa otomatis. SOP bagi semua bidang diperlukan untuk tingkat 3.'
		],
		3: [
			'SOP pengumpulan berlaku bagi {bidang} bidang; {%:71-87} dataset lewat formulir dengan {n:12-30} aturan pemeriksaan dan tersimpan dalam basis data OPD. Tingkat isian salah belum diukur tiap periode, jadi belum tingkat 4.'
		],
		4: [
			'Laporan {bulan} {tahun-1}: {%:90-97} dataset digital, isian salah {n:2-5} %, waktu pengumpulan {n:6-14} hari. Perbaikan aplikasi dari tinjauan belum terbit, maka belum tingkat 5.'
		],
		5: [
			'Isian salah turun dari {n:5-7} % menjadi {n:1-3} % sesudah perbaikan formulir. {%:81-93} data lapangan diisi langsung di unit sumber tanpa rekap kertas.'
		]
	},
	B2: {
		1: [
			'Rekap walidata {tahun-1}: {%:12-46} dataset wajib diterima, tanpa tanda terima. Setoran separuh dataset dengan tanda terima diperlukan untuk tingkat 2.'
		],
		2: [
			'{%:52-77} dataset wajib diterima walidata dengan tanda terima; bidang menyetor sendiri-sendiri. Satu pintu setoran dan 80 % dataset beserta metadatanya diperlukan untuk tingkat 3.'
		],
		3: [
			'Setoran satu pintu lewat sekretariat menurut surat edaran {tahun-1}; {%:81-93} dataset wajib diterima dengan metadata dan {n:2-5} yang tertunda mempunyai alasan. Pemantauan triwulanan belum ada untuk tingkat 4.'
		],
		4: [
			'Empat rekap triwulanan: {%:95-98} dataset wajib diterima; tinjauan bersama walidata {bulan} {tahun-1} mencatat penyebab {n:1-3} dataset yang belum masuk. Belum dua periode penuh seperti diminta tingkat 5.'
		],
		5: [
			'Seluruh {dataset} dataset wajib diterima pada dua periode berturut-turut; {n:2-4} penyebab kekosongan dihilangkan dengan mengganti sumber (daftar terlampir).'
		]
	},
	B3: {
		1: [
			'Tanggal jatuh tempo baru tertulis untuk {%:10-45} dataset dan setoran dikirim setelah diminta. Jadwal separuh dataset diperlukan untuk tingkat 2.'
		],
		2: [
			'Jatuh tempo tercatat untuk {%:55-85} dataset dan {%:52-77} setorannya tepat waktu. Pengingat bergantung pada bidang; kalender yang disahkan kepala OPD diperlukan untuk tingkat 3.'
		],
		3: [
			'Kalender setoran {dataset} dataset disahkan dan disepakati walidata; {%:81-89} setoran tepat waktu. Lama keterlambatan per dataset belum diukur dan ditinjau pimpinan, jadi belum tingkat 4.'
		],
		4: [
			'{%:90-97} setoran tepat waktu; rata-rata terlambat {n:2-6} hari, ditinjau pimpinan dua kali pada {tahun-1}. Setoran otomatis yang disepakati belum berjalan, maka belum tingkat 5.'
		],
		5: [
			'{%:98-99} setoran tepat waktu selama 12 bulan; {n:4-9} dataset kini dikirim otomatis (log terlampir) sebagai tindak lanjut tinjauan pimpinan.'
		]
	},
	B4: {
		1: [
			'Petugas mengetik data yang sama ke SIPD, portal, dan aplikasi kementerian ({n:2-4} kali). Daftar pengisian ganda belum ada; itu syarat tingkat 2.'
		],
		2: [
			'Daftar {n:8-22} pengisian ganda tersedia dan {n:1-3} dataset sudah disetor dengan impor berkas. Sumber tunggal per dataset belum ditetapkan, sehingga belum tingkat 3.'
		],
		3: [
			'Satu sumber ditetapkan untuk tiap dataset ganda; {%:52-76} diisi sekali lalu diteruskan dengan ekspor atau API menurut SOP. Sisa jam kerja belum dihitung untuk tingkat 4.'
		],
		4: [
			'{%:81-93} dataset yang semula ganda kini diisi sekali; sisa isi ulang {n:6-18} jam per bulan, ditinjau {bulan} {tahun-1}. Permintaan instansi lain belum dialihkan ke walidata, maka belum tingkat 5.'
		],
		5: [
			'{%:95-99} dataset diisi sekali dan {n:12-30} permintaan instansi lain pada {tahun-1} dialihkan ke walidata. Rekomendasi tinjauan terakhir sudah dilaksanakan.'
		]
	},
	C1: {
		1: [
			'Data disetor tanpa lembar periksa; catatan ada untuk {%:3-27} setoran dan {n:3-8} dataset dikembalikan walidata. Pemeriksaan 30 % setoran diperlukan untuk tingkat 2.'
		],
		2: [
			'{%:32-76} setoran diperiksa dan dicatat menurut cara tiap bidang. Lembar periksa baku dengan persetujuan pengelola data diperlukan untuk tingkat 3.'
		],
		3: [
			'Lembar periksa baku (kelengkapan, satuan, kode, kewajaran, konsistensi) menyertai {%:81-95} setoran; lima contoh disetujui pengelola data. Rekap jenis kesalahan belum ditinjau bersama walidata, jadi belum tingkat 4.'
		],
		4: [
			'Seluruh setoran {tahun-1} diperiksa dan {n:4-10} % dikembalikan; jenis kesalahan ditinjau {bulan} {tahun-1}. Pemeriksaan otomatis mencakup {%:15-45} dataset, belum 50 %.'
		],
		5: [
			'Aturan periksa versi {n:2-4} berjalan otomatis untuk {%:52-72} dataset; setoran yang dikembalikan {n:1-3} % (rekap {tahun-1}).'
		]
	},
	C2: {
		1: [
			'Data dibagikan sebagai lampiran surat dan PDF yang disusun ulang tiap diminta ({n:9-28} kali pada {tahun-1}). Satu ekspor terjadwal diperlukan untuk tingkat 2.'
		],
		2: [
			'Sebanyak {n:2-5} dataset diekspor langsung sebagai XLSX dan dikirim tiap triwulan (bukti dua pengiriman). Aliran otomatis 30 % dataset dengan dokumentasi diperlukan untuk tingkat 3.'
		],
		3: [
			'{%:32-57} dataset yang boleh dibagikan mengalir lewat API atau ekspor otomatis; tiap aliran mempunyai penanggung jawab dan dasar berbagi. Keberhasilan bulanan belum direkap, sehingga belum tingkat 4.'
		],
		4: [
			'{%:62-86} dataset mengalir otomatis dengan keberhasilan {%:95-99} per bulan dan ditinjau {bulan} {tahun-1}. Belum lewat sistem penghubung daerah untuk 90 % dataset seperti diminta tingkat 5.'
		],
		5: [
			'{%:91-97} dataset mengalir lewat sistem penghubung daerah; tinjauan {tahun-1} menambah {n:2-4} dan menghentikan {n:1-2} aliran (riwayat direktori).'
		]
	},
	D1: {
		1: [
			'Belum ada petugas data yang ditunjuk; permintaan walidata dijawab bergantian oleh {n:2-4} bidang. Surat penunjukan satu pengelola diperlukan untuk tingkat 2.'
		],
		2: [
			'Satu pengelola data ditunjuk dengan surat tugas {tahun-1} dan tercatat di walidata. Pengganti dan petugas di {bidang} bidang belum ditetapkan, maka belum tingkat 3.'
		],
		3: [
			'Keputusan kepala OPD menetapkan pengelola data, pengganti, dan petugas di {bidang} bidang; pelatihan statistik diikuti pada {tahun-1}. Tugas data belum masuk SKP, jadi belum tingkat 4.'
		],
		4: [
			'Tugas data tercantum dalam SKP {n:4-9} petugas dan kinerjanya ditinjau {bulan} {tahun-1}; kebutuhan {n:2-4} orang dihitung tertulis. Pemenuhannya {%:25-60}, belum 75 % untuk tingkat 5.'
		],
		5: [
			'{%:76-92} kekurangan orang dan kemampuan dipenuhi dalam 12 bulan; berita acara serah terima ada untuk setiap pergantian pengelola data.'
		]
	},
	D2: {
		1: [
			'Data pribadi yang dikelola belum dicatat dan berkas bernama masih beredar lewat grup pesan. Daftar data pribadi dan pembatasan akses folder diperlukan untuk tingkat 2.'
		],
		2: [
			'Daftar data pribadi {bulan} {tahun-1} memuat {n:6-15} jenis, tujuan, tempat simpan, dan pembuka; tautan terbuka sudah ditutup. Dasar hukum dan SOP 3 x 24 jam belum ada, sehingga belum tingkat 3.'
		],
		3: [
			'Daftar pemrosesan memuat dasar hukum dan pedoman berlaku bagi {bidang} bidang; {n:2-5} berita acara berbagi data diperiksa. Penilaian dampak dan pernyataan kerahasiaan petugas diperlukan untuk tingkat 4.'
		],
		4: [
			'Tinjauan {bulan} {tahun-1} mencakup hak akses dan penilaian dampak; {%:90-98} petugas menandatangani pernyataan kerahasiaan. Rekomendasi selesai {%:45-85}, belum 90 % untuk tingkat 5.'
		],
		5: [
			'{%:91-97} rekomendasi tinjauan selesai dalam 12 bulan; NIK disamarkan otomatis saat dibagikan dan data habis masa simpan dimusnahkan dengan berita acara.'
		]
	},
	D3: {
		1: [
			'Data tersimpan di satu komputer bidang dan {%:5-45} dataset dicadangkan bila sempat. Cadangan bulanan ke penyimpanan dinas lain diperlukan untuk tingkat 2.'
		],
		2: [
			'{%:52-85} dataset dicadangkan bulanan ke penyimpanan dinas; daftar berkas tiga bulan cocok. Prosedur dan uji pemulihan belum ada, jadi belum tingkat 3.'
		],
		3: [
			'Seluruh {dataset} dataset dicadangkan menurut SOP dengan lokasi terpisah; uji pemulihan {bulan} {tahun-1} berhasil dalam {n:2-9} jam. Uji kedua dan target waktu pulih diperlukan untuk tingkat 4.'
		],
		4: [
			'Dua uji pemulihan pada {tahun-1} selesai {n:2-4} jam dan {n:5-8} jam; keberhasilan cadangan {%:95-99} per bulan. SOP belum diperbarui dari hasil uji, maka belum tingkat 5.'
		],
		5: [
			'Dua uji terakhir memenuhi target waktu pulih {n:4-8} jam; pencadangan seluruh dataset berjalan otomatis dan SOP versi {n:2-4} merujuk hasil uji.'
		]
	}
};
