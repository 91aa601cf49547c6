/** Three letters for each kabupaten and kota of East Java, by Kemendagri code. K before two letters is a kota; Surabaya
 *  and Batu are kota too, so the type must always be told beside the letters. */
const ABBREVIATIONS: Readonly<Record<string, string>> = {
	'35': 'JATIM',
	'35.01': 'PCT',
	'35.02': 'PNG',
	'35.03': 'TRG',
	'35.04': 'TAG',
	'35.05': 'BLT',
	'35.06': 'KDR',
	'35.07': 'MLG',
	'35.08': 'LMJ',
	'35.09': 'JMB',
	'35.10': 'BWI',
	'35.11': 'BDW',
	'35.12': 'SIT',
	'35.13': 'PRB',
	'35.14': 'PAS',
	'35.15': 'SDA',
	'35.16': 'MJK',
	'35.17': 'JBG',
	'35.18': 'NJK',
	'35.19': 'MAD',
	'35.20': 'MGT',
	'35.21': 'NGW',
	'35.22': 'BJN',
	'35.23': 'TBN',
	'35.24': 'LMG',
	'35.25': 'GSK',
	'35.26': 'BKL',
	'35.27': 'SPG',
	'35.28': 'PMK',
	'35.29': 'SMP',
	'35.71': 'KKD',
	'35.72': 'KBL',
	'35.73': 'KML',
	'35.74': 'KPB',
	'35.75': 'KPS',
	'35.76': 'KMJ',
	'35.77': 'KMD',
	'35.78': 'SBY',
	'35.79': 'BTU'
};

/** Short mark of a region on a map; a region outside the list shows the end of its code (`35.80` → `80`). */
export function tileAbbreviation(code: string): string {
	return ABBREVIATIONS[code] ?? code.slice(code.lastIndexOf('.') + 1);
}
