import type { Region } from './types.ts';

/** The 38 kabupaten/kota of East Java (codes and names: Kepmendagri 300.2.2-2138/2025) and the province itself.
 *  Bakorwil is partly unconfirmed, so an administrator may change it in the database. */
export const EAST_JAVA: readonly Region[] = [
	{
		code: '35',
		name: 'Provinsi Jawa Timur',
		type: 'province',
		bakorwil: null,
		capital: 'Surabaya',
		lat: -7.72,
		lon: 112.73,
		tile: null
	},
	{
		code: '35.01',
		name: 'Kabupaten Pacitan',
		type: 'kabupaten',
		bakorwil: 'Madiun',
		capital: 'Pacitan',
		lat: -8.1261,
		lon: 111.1791,
		tile: { row: 4, col: 0 }
	},
	{
		code: '35.02',
		name: 'Kabupaten Ponorogo',
		type: 'kabupaten',
		bakorwil: 'Madiun',
		capital: 'Ponorogo',
		lat: -7.9313,
		lon: 111.4994,
		tile: { row: 3, col: 1 }
	},
	{
		code: '35.03',
		name: 'Kabupaten Trenggalek',
		type: 'kabupaten',
		bakorwil: 'Madiun',
		capital: 'Trenggalek',
		lat: -8.1617,
		lon: 111.6262,
		tile: { row: 4, col: 1 }
	},
	{
		code: '35.04',
		name: 'Kabupaten Tulungagung',
		type: 'kabupaten',
		bakorwil: 'Madiun',
		capital: 'Tulungagung',
		lat: -8.1132,
		lon: 111.8872,
		tile: { row: 4, col: 2 }
	},
	{
		code: '35.05',
		name: 'Kabupaten Blitar',
		type: 'kabupaten',
		bakorwil: 'Malang',
		capital: 'Kanigoro',
		lat: -8.1301,
		lon: 112.2382,
		tile: { row: 4, col: 4 }
	},
	{
		code: '35.06',
		name: 'Kabupaten Kediri',
		type: 'kabupaten',
		bakorwil: 'Bojonegoro',
		capital: 'Ngasem',
		lat: -7.8289,
		lon: 112.0897,
		tile: { row: 3, col: 3 }
	},
	{
		code: '35.07',
		name: 'Kabupaten Malang',
		type: 'kabupaten',
		bakorwil: 'Malang',
		capital: 'Kepanjen',
		lat: -8.1259,
		lon: 112.6409,
		tile: { row: 4, col: 6 }
	},
	{
		code: '35.08',
		name: 'Kabupaten Lumajang',
		type: 'kabupaten',
		bakorwil: 'Jember',
		capital: 'Lumajang',
		lat: -8.1253,
		lon: 113.1376,
		tile: { row: 5, col: 7 }
	},
	{
		code: '35.09',
		name: 'Kabupaten Jember',
		type: 'kabupaten',
		bakorwil: 'Jember',
		capital: 'Jember',
		lat: -8.23,
		lon: 113.6635,
		tile: { row: 5, col: 8 }
	},
	{
		code: '35.10',
		name: 'Kabupaten Banyuwangi',
		type: 'kabupaten',
		bakorwil: 'Jember',
		capital: 'Banyuwangi',
		lat: -8.3649,
		lon: 114.2056,
		tile: { row: 5, col: 9 }
	},
	{
		code: '35.11',
		name: 'Kabupaten Bondowoso',
		type: 'kabupaten',
		bakorwil: 'Jember',
		capital: 'Bondowoso',
		lat: -7.944,
		lon: 113.9476,
		tile: { row: 4, col: 8 }
	},
	{
		code: '35.12',
		name: 'Kabupaten Situbondo',
		type: 'kabupaten',
		bakorwil: 'Jember',
		capital: 'Situbondo',
		lat: -7.798,
		lon: 114.2641,
		tile: { row: 3, col: 8 }
	},
	{
		code: '35.13',
		name: 'Kabupaten Probolinggo',
		type: 'kabupaten',
		bakorwil: 'Jember',
		capital: 'Kraksaan',
		lat: -7.8666,
		lon: 113.3209,
		tile: { row: 4, col: 7 }
	},
	{
		code: '35.14',
		name: 'Kabupaten Pasuruan',
		type: 'kabupaten',
		bakorwil: 'Malang',
		capital: 'Bangil',
		lat: -7.7429,
		lon: 112.8318,
		tile: { row: 3, col: 5 }
	},
	{
		code: '35.15',
		name: 'Kabupaten Sidoarjo',
		type: 'kabupaten',
		bakorwil: 'Malang',
		capital: 'Sidoarjo',
		lat: -7.452,
		lon: 112.7014,
		tile: { row: 2, col: 5 }
	},
	{
		code: '35.16',
		name: 'Kabupaten Mojokerto',
		type: 'kabupaten',
		bakorwil: 'Bojonegoro',
		capital: 'Mojosari',
		lat: -7.55,
		lon: 112.4853,
		tile: { row: 2, col: 4 }
	},
	{
		code: '35.17',
		name: 'Kabupaten Jombang',
		type: 'kabupaten',
		bakorwil: 'Bojonegoro',
		capital: 'Jombang',
		lat: -7.5451,
		lon: 112.2651,
		tile: { row: 1, col: 3 }
	},
	{
		code: '35.18',
		name: 'Kabupaten Nganjuk',
		type: 'kabupaten',
		bakorwil: 'Madiun',
		capital: 'Nganjuk',
		lat: -7.5974,
		lon: 111.9385,
		tile: { row: 2, col: 3 }
	},
	{
		code: '35.19',
		name: 'Kabupaten Madiun',
		type: 'kabupaten',
		bakorwil: 'Madiun',
		capital: 'Caruban',
		lat: -7.6242,
		lon: 111.6457,
		tile: { row: 2, col: 2 }
	},
	{
		code: '35.20',
		name: 'Kabupaten Magetan',
		type: 'kabupaten',
		bakorwil: 'Madiun',
		capital: 'Magetan',
		lat: -7.6629,
		lon: 111.3579,
		tile: { row: 2, col: 0 }
	},
	{
		code: '35.21',
		name: 'Kabupaten Ngawi',
		type: 'kabupaten',
		bakorwil: 'Madiun',
		capital: 'Ngawi',
		lat: -7.4392,
		lon: 111.3431,
		tile: { row: 1, col: 1 }
	},
	{
		code: '35.22',
		name: 'Kabupaten Bojonegoro',
		type: 'kabupaten',
		bakorwil: 'Bojonegoro',
		capital: 'Bojonegoro',
		lat: -7.2554,
		lon: 111.8098,
		tile: { row: 1, col: 2 }
	},
	{
		code: '35.23',
		name: 'Kabupaten Tuban',
		type: 'kabupaten',
		bakorwil: 'Bojonegoro',
		capital: 'Tuban',
		lat: -6.9531,
		lon: 111.8915,
		tile: { row: 0, col: 2 }
	},
	{
		code: '35.24',
		name: 'Kabupaten Lamongan',
		type: 'kabupaten',
		bakorwil: 'Bojonegoro',
		capital: 'Lamongan',
		lat: -7.1312,
		lon: 112.3008,
		tile: { row: 0, col: 3 }
	},
	{
		code: '35.25',
		name: 'Kabupaten Gresik',
		type: 'kabupaten',
		bakorwil: 'Bojonegoro',
		capital: 'Gresik',
		lat: -7.1405,
		lon: 112.5388,
		tile: { row: 0, col: 4 }
	},
	{
		code: '35.26',
		name: 'Kabupaten Bangkalan',
		type: 'kabupaten',
		bakorwil: 'Pamekasan',
		capital: 'Bangkalan',
		lat: -7.0442,
		lon: 112.9296,
		tile: { row: 0, col: 6 }
	},
	{
		code: '35.27',
		name: 'Kabupaten Sampang',
		type: 'kabupaten',
		bakorwil: 'Pamekasan',
		capital: 'Sampang',
		lat: -7.0517,
		lon: 113.2563,
		tile: { row: 0, col: 7 }
	},
	{
		code: '35.28',
		name: 'Kabupaten Pamekasan',
		type: 'kabupaten',
		bakorwil: 'Pamekasan',
		capital: 'Pamekasan',
		lat: -7.0651,
		lon: 113.504,
		tile: { row: 0, col: 8 }
	},
	{
		code: '35.29',
		name: 'Kabupaten Sumenep',
		type: 'kabupaten',
		bakorwil: 'Pamekasan',
		capital: 'Sumenep',
		lat: -6.9901,
		lon: 113.8204,
		tile: { row: 0, col: 9 }
	},
	{
		code: '35.71',
		name: 'Kota Kediri',
		type: 'kota',
		bakorwil: 'Bojonegoro',
		capital: 'Kediri',
		lat: -7.8262,
		lon: 112.0139,
		tile: { row: 3, col: 2 }
	},
	{
		code: '35.72',
		name: 'Kota Blitar',
		type: 'kota',
		bakorwil: 'Malang',
		capital: 'Blitar',
		lat: -8.0951,
		lon: 112.1669,
		tile: { row: 4, col: 3 }
	},
	{
		code: '35.73',
		name: 'Kota Malang',
		type: 'kota',
		bakorwil: 'Malang',
		capital: 'Malang',
		lat: -7.979,
		lon: 112.6364,
		tile: { row: 4, col: 5 }
	},
	{
		code: '35.74',
		name: 'Kota Probolinggo',
		type: 'kota',
		bakorwil: 'Jember',
		capital: 'Probolinggo',
		lat: -7.7744,
		lon: 113.2054,
		tile: { row: 3, col: 7 }
	},
	{
		code: '35.75',
		name: 'Kota Pasuruan',
		type: 'kota',
		bakorwil: 'Malang',
		capital: 'Pasuruan',
		lat: -7.6496,
		lon: 112.9101,
		tile: { row: 3, col: 6 }
	},
	{
		code: '35.76',
		name: 'Kota Mojokerto',
		type: 'kota',
		bakorwil: 'Bojonegoro',
		capital: 'Mojokerto',
		lat: -7.4714,
		lon: 112.4372,
		tile: { row: 1, col: 4 }
	},
	{
		code: '35.77',
		name: 'Kota Madiun',
		type: 'kota',
		bakorwil: 'Madiun',
		capital: 'Madiun',
		lat: -7.6275,
		lon: 111.5285,
		tile: { row: 2, col: 1 }
	},
	{
		code: '35.78',
		name: 'Kota Surabaya',
		type: 'kota',
		bakorwil: 'Malang',
		capital: 'Surabaya',
		lat: -7.2752,
		lon: 112.7239,
		tile: { row: 1, col: 5 }
	},
	{
		code: '35.79',
		name: 'Kota Batu',
		type: 'kota',
		bakorwil: 'Malang',
		capital: 'Batu',
		lat: -7.8331,
		lon: 112.5312,
		tile: { row: 3, col: 4 }
	}
];
