/** Who is assessed, as the addresses say it: `/rounds/2026/regions/99.78`, `/rounds/2026/agencies/dinkes-99`. */
export function match(param: string): param is 'regions' | 'agencies' {
	return param === 'regions' || param === 'agencies';
}
