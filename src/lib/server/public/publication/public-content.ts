import type { Locale } from '#lib/domain/locale.ts';
import type { CsvUse } from '#lib/domain/tables/csv-use.ts';
import type { NoGeoJson, PublicFile, PublicView } from '#lib/domain/publication/types.ts';
import { keeper } from '#lib/server/foundation/cache/keeper.ts';
import type { Boundaries } from '#lib/server/places/boundaries/boundaries.ts';
import { type DownloadName, listDownloads, whyNoGeoJson, writeDownload } from './downloads.ts';
import type { PublicRound } from './find-public.ts';
import { makePublicView } from './public-view.ts';

/** All content of a public round in one language, shown and sent. */
export interface PublicContent {
	view: PublicView;
	/** Outlines of the time of the publication; null = tiles. */
	boundaries: Boundaries | null;
	files: PublicFile<DownloadName>[];
	noGeoJson: NoGeoJson | null;
	/** Text of a file as it is sent, a CSV for its use; null where it is not offered. */
	read: (name: DownloadName, use?: CsvUse) => string | null;
}

// The snapshot of a published round is one object as long as the program runs; its contents are kept with it.
const kept = keeper<PublicContent>(20);

/** The content of a public round, made once for each language and each state of the settings. */
export function publicContent(round: PublicRound, locale: Locale): PublicContent {
	const of = JSON.stringify([locale, round.publication]);
	return kept(round.snapshot, { of }, () => makeContent(round, locale));
}

function makeContent(round: PublicRound, locale: Locale): PublicContent {
	const view = makePublicView(round, locale);
	const boundaries = round.snapshot.boundaries ?? null;
	const source = { view, boundaries, locale };
	return {
		view,
		boundaries,
		files: listDownloads(source),
		noGeoJson: whyNoGeoJson(boundaries),
		read: (name, use) => writeDownload(name, source, use)
	};
}
