import { INDEX_BREAKS, type MapOptions, type MapRegion } from '#lib/charts/map-region.ts';
import { screenPaint } from '#lib/charts/paint.ts';
import type { Text } from '#lib/domain/instrument/types.ts';
import { formatIndex } from '#lib/domain/scoring/format-index.ts';
import { m } from '#lib/paraglide/messages.js';

/** What a map needs to know of one region; a row of the round's overview. */
export interface MapRow extends Pick<MapRegion, 'region' | 'state'> {
	status: string | null;
	index: number | null;
	readinessClass: string | null;
	completeness: number | null;
	value: number | null;
	rank: number | null;
}

/** What the map is coloured by. */
export interface MapMeasure {
	kind: 'class' | 'index' | 'domain' | 'indicator';
	code: string;
	/** Name of the domain or indicator; null for class and index. */
	name: string | null;
}

export interface NamedClass {
	code: string;
	name: string;
}

/** Levels are whole numbers, so their colours change halfway between two. */
const LEVEL_BREAKS: readonly number[] = [1.5, 2.5, 3.5, 4.5];

/** Options that tile map, boundary map and ranking share. */
export function mapOptions(id: string, title: string, by: MapMeasure, classes: readonly NamedClass[]): MapOptions {
	return {
		id,
		title,
		colourBy: by.kind === 'class' ? 'class' : 'number',
		classes: classes.map(({ code, name }) => ({ code, label: name })),
		breaks: by.kind === 'indicator' ? LEVEL_BREAKS : INDEX_BREAKS,
		paint: screenPaint
	};
}

/** A measured value as shown: two decimals, a level as it is; null = `–`. */
export function formatMeasure(value: number | null, by: MapMeasure, locale: keyof Text): string {
	return by.kind === 'indicator' && value !== null ? String(value) : formatIndex(value, locale);
}

/** The rows as the drawings take them, every word in the reader's language. A hidden region has no address. */
export function mapRegions(
	rows: readonly MapRow[],
	round: string,
	by: MapMeasure,
	classes: readonly NamedClass[],
	locale: keyof Text
): MapRegion[] {
	return rows.map((row) => ({
		region: row.region,
		value: row.value,
		label: row.state === 'hidden' ? m.map_hidden_short({}, { locale }) : formatMeasure(row.value, by, locale),
		className: row.readinessClass,
		state: row.state,
		...(row.status !== null && { href: `/rounds/${round}/regions/${row.region.code}` }),
		ariaLabel: sentence(row, by, classes, locale)
	}));
}

function sentence(row: MapRow, by: MapMeasure, classes: readonly NamedClass[], locale: keyof Text): string {
	const { name } = row.region;
	if (row.state === 'hidden') return m.map_tile_hidden({ name }, { locale });
	if (row.state === 'none') return m.map_tile_none({ name }, { locale });
	const parts: string[] = [m.map_tile_index({ name, index: formatIndex(row.index, locale) }, { locale })];
	const readinessClass = classes.find(({ code }) => code === row.readinessClass);
	parts.push(readinessClass?.name ?? m.map_no_class({}, { locale }));
	if (by.name !== null) parts.push(`${by.code} ${by.name}: ${formatMeasure(row.value, by, locale)}`);
	if (row.state === 'provisional') parts.push(m.map_provisional({}, { locale }));
	return parts.join(', ');
}
