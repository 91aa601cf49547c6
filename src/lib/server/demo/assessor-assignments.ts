import type { Region } from '#lib/domain/geography/types.ts';

/** Region codes by assessor, by Bakorwil as far as six to seven regions each allow. */
const AREAS: Record<string, readonly string[]> = {
	asesor1: ['35.01', '35.02', '35.18', '35.19', '35.20', '35.21', '35.77'], // Madiun, west
	asesor2: ['35.03', '35.04', '35.05', '35.06', '35.71', '35.72'], // Madiun, south, to Kediri and Blitar
	asesor3: ['35.16', '35.17', '35.22', '35.23', '35.24', '35.25', '35.76'], // Bojonegoro
	asesor4: ['35.07', '35.14', '35.15', '35.73', '35.75', '35.79'], // Malang
	asesor5: ['35', '35.26', '35.27', '35.28', '35.29', '35.78'], // Pamekasan, with Surabaya and the province
	asesor6: ['35.08', '35.09', '35.10', '35.11', '35.12', '35.13', '35.74'] // Jember
};

/** Gives the regions of each demo assessor: codes by username; every region has exactly one assessor. */
export function assessorAssignments(regions: readonly Pick<Region, 'code'>[]): Record<string, string[]> {
	const codes = new Set(regions.map((region) => region.code));
	return Object.fromEntries(
		Object.entries(AREAS).map(([assessor, area]) => [assessor, area.filter((code) => codes.has(code))])
	);
}
