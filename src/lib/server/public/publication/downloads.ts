import { createHash } from 'node:crypto';
import type { Locale } from '#lib/domain/locale.ts';
import type { CsvUse } from '#lib/domain/tables/csv-use.ts';
import type { NoGeoJson, PublicFile, PublicView } from '#lib/domain/publication/types.ts';
import { LICENCES, openLicenceIn } from '#lib/domain/publication/licences.ts';
import { writeCsv } from '#lib/server/foundation/tables/write-csv.ts';
import type { Boundaries } from '#lib/server/places/boundaries/boundaries.ts';
import { publicColumns } from './columns.ts';
import { bpsMetadata } from './bps-metadata.ts';

export const DOWNLOADS = {
	'data.csv': 'text/csv; charset=utf-8',
	'data.json': 'application/json; charset=utf-8',
	'data.geojson': 'application/geo+json; charset=utf-8',
	'metadata.json': 'application/json; charset=utf-8'
} as const;
export type DownloadName = keyof typeof DOWNLOADS;

interface Source {
	view: PublicView;
	boundaries: Boundaries | null;
	locale: Locale;
}

/** The reason why the boundaries of a round cannot be passed on as a file; null = they can. */
export function whyNoGeoJson(boundaries: Boundaries | null): NoGeoJson | null {
	if (!boundaries) return 'no_boundaries';
	return openLicenceIn(boundaries.credit) === null ? 'no_open_licence' : null;
}

/** The text of a file as it is sent; null where this one is not offered.
 *  @param use what a CSV is for */
export function writeDownload(name: DownloadName, source: Source, use?: CsvUse): string | null {
	switch (name) {
		case 'data.csv':
			return writeCsv(
				{ columns: publicColumns(source.view, source.locale).map(({ name }) => name), rows: rowsOf(source) },
				use
			);
		case 'data.json':
			return toJson({ ...head(source), columns: describedColumns(source), rows: rowsOf(source) });
		case 'data.geojson':
			return toGeoJson(source);
		case 'metadata.json':
			return toJson({ ...head(source), metadata: bpsMetadata(source.view, source.locale) });
	}
}

/** The files that are offered, with their size in bytes and their SHA-256 in hex. */
export function listDownloads(source: Source): PublicFile<DownloadName>[] {
	return (Object.keys(DOWNLOADS) as DownloadName[]).flatMap((name) => {
		const text = writeDownload(name, source);
		if (text === null) return [];
		return {
			name,
			bytes: Buffer.byteLength(text),
			sha256: createHash('sha256').update(text).digest('hex')
		};
	});
}

function toGeoJson(source: Source): string | null {
	const { boundaries } = source;
	if (!boundaries || whyNoGeoJson(boundaries)) return null;
	const features = rowsOf(source).map((properties) => ({
		type: 'Feature',
		properties,
		// the province's government has no outline of its own
		geometry: boundaries.geometries[String(properties.region_code)] ?? null
	}));
	return toJson({
		type: 'FeatureCollection',
		...head(source),
		attribution: boundaries.credit,
		boundariesLicence: openLicenceIn(boundaries.credit),
		columns: describedColumns(source),
		features
	});
}

function head({ view }: Source) {
	return {
		round: view.code,
		name: view.name,
		sample: view.sample,
		publishedAt: view.publishedAt,
		snapshotSha256: view.hash,
		depth: view.depth,
		licence: LICENCES[view.licence].url,
		...(view.contact && { contact: view.contact })
	};
}

function describedColumns({ view, locale }: Source) {
	return publicColumns(view, locale).map(({ name, meaning }) => ({ name, meaning }));
}

function rowsOf({ view, locale }: Source) {
	const columns = publicColumns(view, locale);
	return view.regions.map((row) => Object.fromEntries(columns.map(({ name, read }) => [name, read(row)] as const)));
}

function toJson(content: object): string {
	return `${JSON.stringify(content)}\n`;
}
