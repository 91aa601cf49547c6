import { publicMap } from '#lib/components/publication/public-map.ts';
import type { Locale } from '#lib/domain/locale.ts';
import { forScreen } from '#lib/server/places/boundaries/boundaries.ts';
import { bpsMetadata } from '#lib/server/public/publication/bps-metadata.ts';
import { publicColumns } from '#lib/server/public/publication/columns.ts';
import { dcatDataset } from '#lib/server/public/publication/dcat.ts';
import type { PublicContent } from '#lib/server/public/publication/public-content.ts';

interface Place {
	/** Address of the round's page, without the host. */
	base: string;
	/** Ending that keeps the language in an address. */
	ending: string;
	origin: string;
	locale: Locale;
}

/** Content of the public page of a round; the administrator's preview shows the same. */
export function roundData(content: PublicContent, { base, ending, origin, locale }: Place) {
	const { view, boundaries, files, noGeoJson } = content;
	return {
		view,
		map: publicMap(view, boundaries && forScreen(boundaries), { base, ending }, locale),
		/** Maker of the boundaries; null = the map is of tiles. */
		credit: boundaries?.credit ?? null,
		files,
		noGeoJson,
		columns: publicColumns(view, locale).map(({ name, meaning }) => ({ name, meaning })),
		metadata: bpsMetadata(view, locale),
		dcat: JSON.stringify(dcatDataset(view, files, `${origin}/p/${view.code}`, locale)),
		base,
		ending,
		origin
	};
}
