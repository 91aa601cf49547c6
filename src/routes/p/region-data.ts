import type { PublicView } from '#lib/domain/publication/types.ts';

/** Content of the public page of one region; null where the round does not have it. */
export function regionData(view: PublicView, code: string) {
	const row = view.regions.find(({ region }) => region.code === code);
	if (!row) return null;
	const { regions: _, ...round } = view;
	return { round, row };
}
