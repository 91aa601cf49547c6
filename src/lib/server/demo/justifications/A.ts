import type { JustificationTexts } from './types.ts';

/** Reasons for domain A, policy and institutions; each fits the criteria of its level in instruments/ikid/A.yaml. */
export const DOMAIN_A: JustificationTexts = {
	A1: {
		1: [
			'Belum ada {perkada} Satu Data. Pencarian di JDIH {wilayah} pada {bulan} {tahun-1} hanya menemukan rancangan tertanggal {tahun-2} yang masih di Bagian Hukum (draf, {n:11-19} pasal). Untuk tingkat 2, rancangan perlu diharmonisasi dan diundangkan.',
			'Dasar yang dipakai masih Surat Edaran Sekretaris Daerah tahun {tahun-3} tentang permintaan data (2 halaman) dan tidak merujuk Perpres 39/2019. Peraturan kepala daerah belum diundangkan, sehingga syarat tingkat 2 belum terpenuhi.'
		],
		2: [
			'{perkada} Satu Data sudah diundangkan tahun {tahun-3} dan tersedia di JDIH; Perpres 39/2019 dirujuk pada konsiderans "Mengingat". Pasal {n:14-22} menunda standar data dan pemeriksaan ke aturan pelaksana, yang sampai kini belum terbit. Akibatnya format setoran {opd} OPD berbeda-beda.',
			'Salinan {perkada} (berita daerah tahun {tahun-2}, {n:18-27} pasal) sudah diperiksa. Baru petunjuk teknis metadata yang ditetapkan; SOP daftar data, pemeriksaan, dan penyebarluasan masih konsep. Keempatnya harus berlaku bagi semua OPD sebelum tingkat 3 dapat diberikan.'
		],
		3: [
			'Tabel telaah pasal demi pasal (lampiran 1, {n:6-11} halaman) menunjukkan {perkada} memuat empat prinsip, tugas penyelenggara, dan alur data. Empat SOP pelaksana ditandatangani {bulan} {tahun-1} dan dikirim ke {opd} OPD. Kepatuhan per OPD belum pernah diukur, jadi belum tingkat 4.',
			'{perkada} Pasal {n:4-7} memuat prinsip Satu Data, Pasal {n:9-15} tugas penyelenggara; petunjuk teknis standar data, metadata, daftar data, dan penyebarluasan sudah ditetapkan. Belum ada laporan evaluasi dalam 12 bulan terakhir; itulah syarat tingkat 4 yang kurang.'
		],
		4: [
			'Laporan evaluasi peraturan {bulan} {tahun-1} (hal. {n:8-21}) mengukur tiga kewajiban pokok: {opd%:76-88} memenuhi semuanya. Hasilnya dibahas forum (notula, butir {n:3-7}). Rekomendasinya baru {%:45-65} selesai; tingkat 5 meminta 75 % selesai dan 90 % OPD patuh.'
		],
		5: [
			'Rekomendasi evaluasi {tahun-1} selesai {%:78-92}, termasuk perubahan {perkada} Pasal {n:11-18} (tabel sandingan, lampiran 2). Tabel kepatuhan terakhir: {opd%:91-98} memenuhi tiga kewajiban pokok. Seluruh bukti tingkat 2 sampai 4 tersedia dan saling cocok.'
		]
	},
	A2: {
		1: [
			'Keputusan {kepala} tentang penyelenggara Satu Data belum ada. Diskominfo meminta data berdasarkan tugas dan fungsi dalam peraturan SOTK (Pasal {n:12-34}), sedangkan BPS dihubungi lisan. Untuk tingkat 2, walidata, koordinator, dan pembina data perlu ditetapkan tertulis.',
			'Wawancara dengan Diskominfo dan Bappeda (catatan hal. {n:2-4}): peran walidata dijalankan karena kebiasaan dan tidak ada keputusan yang menyebut koordinator forum. Konsep keputusan sudah disusun tetapi belum diparaf Bagian Hukum.'
		],
		2: [
			'Keputusan {kepala} tahun {tahun-2} menetapkan Diskominfo sebagai walidata, Bappeda sebagai koordinator, dan BPS sebagai pembina data. Lampiran II baru menyebut produsen data di {opd%:35-70}; walidata pendukung sisanya belum ditunjuk, sehingga belum tingkat 3.',
			'Lampiran keputusan (hal. {n:3-6}) masih berlaku, tetapi kolom walidata pendukung kosong untuk {n:9-17} OPD dan uraian tugasnya tidak ada. Penunjukan di semua OPD dengan nama jabatan dan uraian tugas diperlukan untuk tingkat 3.'
		],
		3: [
			'Lampiran keputusan memuat {opd} OPD lengkap dengan jabatan dan uraian tugas. Laporan kegiatan walidata {tahun-1} (bab III) memperlihatkan pengumpulan, pemeriksaan, penyebarluasan, dan pembinaan. Pelaksanaan tugas belum diukur dengan daftar periksa; itu syarat tingkat 4.',
			'Produsen data dan walidata pendukung ada di semua OPD (lampiran II, {n:5-9} halaman) dan keempat tugas walidata terlaksana. Rekap mutasi pejabat belum dibuat: {n:2-4} jabatan pengelola yang kosong sejak {bulan} {tahun-1} belum diganti secara tertulis.'
		],
		4: [
			'Tinjauan {bulan} {tahun-1} memakai daftar periksa {n:12-20} tugas per OPD: {%:81-93} terlaksana. Rekap mutasi menunjukkan {n:5-11} pejabat pindah dan semua diganti paling lama {n:17-29} hari. Tindak lanjut rekomendasi baru {%:40-66}, belum 75 % seperti diminta tingkat 5.'
		],
		5: [
			'Keputusan perubahan tahun {tahun-1} menggabungkan dua peran yang tumpang tindih sesuai rekomendasi nomor {n:2-6}; {%:78-95} rekomendasi selesai dalam 12 bulan. Daftar periksa tinjauan terakhir: {%:95-99} tugas terlaksana di {opd} OPD.'
		]
	},
	A3: {
		1: [
			'Forum Satu Data belum dibentuk. Koordinasi data dilakukan lewat grup pesan dan rapat RKPD, tanpa notula khusus data. Untuk tingkat 2 diperlukan keputusan pembentukan dan paling sedikit satu rapat dengan daftar hadir.',
			'Keputusan pembentukan forum tahun {tahun-3} ada, tetapi Bappeda membenarkan forum tidak bertemu dalam 12 bulan terakhir; undangan terakhir bertanggal {bulan} {tahun-2}. Tanpa notula rapat, tingkat 2 belum dapat diberikan.'
		],
		2: [
			'Forum dibentuk dengan keputusan {kepala} dan bertemu satu kali pada {bulan} {tahun-1}, dihadiri {opd%:45-72} (daftar hadir terlampir). Rencana aksi masih rancangan {n:6-10} halaman tanpa penanggung jawab; perlu ditetapkan dan forum bertemu dua kali untuk tingkat 3.',
			'Notula rapat {bulan} {tahun-1} memutuskan {n:3-5} hal, di antaranya kesepakatan daftar data. BPS hadir, namun {n:8-15} OPD anggota tidak. Rencana aksi {tahun} belum ditandatangani, sehingga syarat tingkat 3 belum lengkap.'
		],
		3: [
			'Rencana aksi {tahun} ditandatangani ({n:12-20} kegiatan dengan penanggung jawab dan tenggat, hal. {n:4-9}). Dua rapat terakhir dihadiri {%:76-84} dan {%:85-93} OPD anggota beserta BPS. Belum ada tinjauan triwulan dan rapat yang dipimpin Sekretaris Daerah; keduanya syarat tingkat 4.',
			'Rencana aksi tahunan dan sekretariat forum di Bappeda sudah ditetapkan; forum bertemu {n:2-3} kali dengan kehadiran {%:76-88} OPD. Capaian dilaporkan sekali di akhir tahun saja, padahal tingkat 4 meminta tinjauan setiap triwulan.'
		],
		4: [
			'Empat laporan triwulan menunjukkan {%:71-86} kegiatan jatuh tempo selesai tepat waktu; rapat {bulan} {tahun-1} dipimpin Sekretaris Daerah (notula hal. 1). Register perbedaan data belum mencatat tanggal putusan, sehingga batas 30 hari kerja untuk tingkat 5 tidak dapat dibuktikan.'
		],
		5: [
			'Rencana aksi {tahun} mempunyai kolom rujukan ke hasil tinjauan {tahun-1}; {%:91-97} kegiatan tahun lalu selesai. Register mencatat {n:5-9} perbedaan data, diputus rata-rata {n:14-26} hari kerja sejak diajukan.'
		]
	},
	A4: {
		1: [
			'Renja dan DPA Diskominfo serta Bappeda tahun {tahun} tidak memuat subkegiatan data. Bimbingan teknis {tahun-1} dibiayai dari kegiatan kehumasan. Usulan subkegiatan statistik sektoral perlu masuk perubahan anggaran agar mencapai tingkat 2.',
			'DPA Diskominfo (hal. {n:9-22}) dan Bappeda sudah ditelaah: tidak ada kegiatan Satu Data. Belanja pemeliharaan portal menumpang pada kegiatan jaringan. Tingkat 2 baru terpenuhi bila kegiatan tercantum sendiri dengan nilai anggaran.'
		],
		2: [
			'DPA Diskominfo {tahun} memuat subkegiatan statistik sektoral senilai Rp{n:85-240} juta (hal. {n:11-26}). Rencana kebutuhan data lintas OPD belum ada; {n:4-8} OPD menganggarkan pendataan sendiri, dua di antaranya mendata UMKM yang sama.',
			'Subkegiatan Satu Data tercantum dalam Renja Bappeda dan DPA Diskominfo. Rekap anggaran data OPD lain tidak tersedia dan RKPD tidak merujuk rencana kebutuhan data; keduanya diminta pada tingkat 3.'
		],
		3: [
			'Rencana kebutuhan data {tahun} mencakup {opd} OPD dan dirujuk RKPD bab {n:3-5}. Anggaran data tercantum dalam DPA {opd%:52-74}. Usulan pendataan belum dicek terhadap daftar data sebelum RKA disahkan, jadi belum tingkat 4.',
			'Dokumen rencana kebutuhan data ({n:18-34} halaman) ditetapkan dan rekap anggaran per OPD tersedia. Tinjauan realisasi kegiatan data dalam 12 bulan terakhir belum pernah dibuat; itu yang kurang untuk tingkat 4.'
		],
		4: [
			'Lembar pengecekan walidata dan TAPD ada untuk seluruh {n:14-27} usulan pendataan RKA {tahun}; {n:2-4} ditolak karena ganda. Tinjauan {tahun-1}: {%:81-89} kegiatan data terlaksana. Alokasi {tahun} belum diubah menurut hasilnya dan RPJMD belum memuat indikator Satu Data.'
		],
		5: [
			'Tabel sandingan anggaran (lampiran 3) menunjukkan {n:3-5} pendataan ganda digabung sesudah tinjauan {tahun-1}. RPJMD hal. {n:120-240} memuat indikator Satu Data; {%:91-97} kegiatan data terlaksana.'
		]
	},
	A5: {
		1: [
			'Dalam 12 bulan terakhir tidak ada surat {kepala} atau Sekretaris Daerah tentang data. Seluruh {n:6-14} permintaan data ditandatangani Kepala Diskominfo dan hanya sebagian dijawab OPD. Tingkat 2 meminta paling sedikit satu arahan tertulis kepada semua OPD.',
			'Berkas surat {tahun-1} yang diperiksa hanya berisi permintaan data dari Bappeda dan Diskominfo. Wawancara dengan asisten Sekretaris Daerah membenarkan arahan baru disampaikan lisan saat apel.'
		],
		2: [
			'Surat Sekretaris Daerah {bulan} {tahun-1} meminta {opd} OPD menyetor data (daftar penerima terlampir). Target data belum masuk perjanjian kinerja kepala OPD dan pembinaan dilakukan ketika ada keluhan; itu sebabnya belum tingkat 3.',
			'Satu instruksi {kepala} kepada semua OPD dan satu notula pembinaan {bulan} {tahun-1} ditunjukkan. Rapat pimpinan belum membahas capaian data menurut jadwal; perjanjian kinerja yang memuat target data baru {opd%:6-30}.'
		],
		3: [
			'Rekap perjanjian kinerja {tahun}: {opd%:76-90} memuat target kelengkapan dan ketepatan waktu data. Capaian dibahas pada rapat pimpinan {bulan} {tahun-1} dan satu rapat sebelumnya. Rapor triwulan per OPD belum ada, jadi syarat tingkat 4 belum terpenuhi.',
			'Target data ada di perjanjian kinerja {opd%:76-88} (sampel {n:5-8} salinan cocok). Jadwal rapat pimpinan dua kali setahun dijalankan, namun OPD yang tertinggal belum menerima surat dan keputusan rapat tidak dipantau.'
		],
		4: [
			'Rapor data empat triwulan dibahas dalam rapat pimpinan; {n:3-6} OPD tertinggal disurati dan didampingi. Rekap tindak lanjut: {%:81-92} keputusan selesai sesuai tenggat. Rapor belum diperhitungkan dalam penilaian kinerja kepala OPD seperti diminta tingkat 5.'
		],
		5: [
			'Pedoman penilaian kinerja {tahun-1} (Pasal {n:6-12}) memberi bobot {n:5-10} % bagi rapor data, dan ukurannya diubah sesudah evaluasi tahunan. {opd%:91-98} mencapai target datanya (rekap, lampiran 1).'
		]
	},
	A6: {
		1: [
			'Tidak ada kesepakatan data tertulis yang masih berlaku; nota dengan BPS berakhir {tahun-2}. Data kemiskinan dan pertanahan diminta lewat surat per kebutuhan ({n:4-9} surat tahun {tahun-1}). Pembaruan satu kesepakatan saja sudah membuka tingkat 2.',
			'Contoh permintaan data ke Kantor Pertanahan dan BPJS dijawab lewat hubungan perorangan. Kesepakatan tertulis tidak dapat ditunjukkan walidata maupun Bappeda, sehingga tingkat 1.'
		],
		2: [
			'Nota kesepakatan dengan BPS berlaku sampai {tahun+1}; berkas publikasi dan data mikro agregat diterima {bulan} {tahun-1} (tanda terima terlampir). {n:3-6} OPD mengurus kerja samanya sendiri dan SOP lewat walidata belum ada, maka belum tingkat 3.',
			'Perjanjian kerja sama Dukcapil dan satu berita acara dengan BPS masih berlaku dan datanya dipakai. Daftar kerja sama belum disusun; kesepakatan dengan {atasan} belum memuat dataset dan frekuensi. Keduanya syarat tingkat 3.'
		],
		3: [
			'SOP kerja sama data lewat walidata berlaku bagi {opd} OPD. Daftar memuat {n:6-11} kerja sama, termasuk BPS, {atasan}, Kantor Pertanahan, dan BPJS Kesehatan; lampirannya menyebut dataset, format, frekuensi, dan pelindungan data. Ketepatan jadwal pertukaran belum dicatat.',
			'Lima salinan kesepakatan yang diperiksa memuat dataset, frekuensi, dan pasal pelindungan data (Pasal {n:5-9}). Tinjauan bersama mitra belum pernah diadakan dalam 12 bulan terakhir; itu yang kurang untuk tingkat 4.'
		],
		4: [
			'Rekap pertukaran {tahun-1}: {%:81-89} dataset yang disepakati tepat jadwal, dan setiap kerja sama ditinjau bersama mitra (notula {bulan} {tahun-1}). Pengiriman masih unggah manual untuk sebagian besar dataset; tingkat 5 meminta 50 % mengalir antarsistem.'
		],
		5: [
			'Adendum {tahun-1} menambah {n:4-9} dataset menurut hasil tinjauan. {%:91-97} dataset tepat jadwal dan {%:52-71} mengalir lewat API (log per dataset, lampiran 2).'
		]
	}
};
