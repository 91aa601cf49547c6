import { m } from '#lib/paraglide/messages.js';

export interface Place {
	href: string;
	label: string;
}

/** Pages that the menu at the head of every page leads to.
 *  @param viewer null = nobody is logged in, and there is no menu
 *  @param round code of the newest round that is not a draft; null = none yet */
export function placesOf(
	viewer: { maySeeAdmin: boolean; maySeeAudit: boolean } | null,
	round: string | null
): readonly Place[] {
	if (!viewer) return [];
	const ofRound = (path: string, label: string) => (round === null ? [] : [{ href: `/rounds/${round}${path}`, label }]);
	return [
		{ href: '/', label: m.common_home() },
		...ofRound('', m.common_map()),
		{ href: '/rounds', label: m.common_rounds() },
		...ofRound('/reports', m.common_reports()),
		{ href: '/instruments', label: m.common_instruments() },
		...(viewer.maySeeAdmin
			? [{ href: '/admin', label: m.common_admin() }]
			: viewer.maySeeAudit
				? [{ href: '/admin/audit', label: m.common_audit() }]
				: [])
	];
}

/** Address of the place that a page belongs to: the longest that its own address begins with; undefined = none. */
export function placeOf(path: string, places: readonly Place[]): string | undefined {
	return places
		.map(({ href }) => href)
		.filter((href) => path === href || (href !== '/' && path.startsWith(`${href}/`)))
		.sort((a, b) => b.length - a.length)[0];
}
