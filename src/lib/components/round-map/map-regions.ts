import { legendKey, type MeasureKind, passes } from '#lib/domain/analysis/map-measure.ts';
import { formatBand } from '#lib/words/format-rank.ts';
import { formatCompleteness } from '#lib/words/format-share.ts';
import type { MapRegion } from '#lib/charts/map-region.ts';
import type { Coloured, MapMeasure, NamedClass } from '#lib/components/charts/map-options.ts';
import { formatDifference, formatIndex } from '#lib/words/format-index.ts';
import type { Locale } from '#lib/domain/locale.ts';
import { m } from '#lib/paraglide/messages.js';

/** Facts that a map needs on one region; a row of the round's overview. */
export interface MapRow extends Pick<MapRegion, 'region' | 'state'> {
	status: string | null;
	index: number | null;
	readinessClass: string | null;
	completeness: number | null;
	value: number | null;
	band: [number, number] | null;
	rank: number | null;
}

/** Figures that map, legend and sentence are made of. */
export interface Mapped extends Coloured {
	rows: readonly MapRow[];
	/** Codes of the regions shown in full; all when left out. */
	only?: readonly string[] | null;
}

/** Name of the measure shown: `Indeks`, `A Kebijakan`. */
export function measureTitle({ kind, code, name }: MapMeasure, locale: Locale): string {
	if (kind === 'domain' || kind === 'indicator') return `${code} ${name}`;
	return m[`mapview_by_${kind}`]({}, { locale });
}

/** A measured value as a map shows it: two decimals, a level or days as they are, a band of ranks; null = `–`. */
export function formatMeasure(
	{ value, band }: Pick<MapRow, 'value' | 'band'>,
	kind: MeasureKind,
	locale: Locale
): string {
	if (value === null) return '–';
	switch (kind) {
		case 'indicator':
		case 'waiting':
			return String(value);
		case 'change':
		case 'gap':
			return formatDifference(value, 0, locale);
		case 'completeness':
			return formatCompleteness(value, locale);
		case 'rank':
			return band ? formatBand(...band) : '–';
		default:
			return formatIndex(value, locale);
	}
}

/** Rows as the drawings take them, every word in the reader's language.
 *  @param hrefOf address that a region's link leads to; a hidden region has none
 *  @param filter entries of the legend shown in full; regions with none of them step back */
export function mapRegions(
	{ rows, by, classes, breaks, only }: Mapped,
	hrefOf: ((code: string) => string) | null,
	filter: readonly string[],
	locale: Locale
): MapRegion[] {
	return rows.map((row) => ({
		region: row.region,
		value: row.value,
		label: row.state === 'hidden' ? m.map_hidden_short({}, { locale }) : formatMeasure(row, by.kind, locale),
		className: row.readinessClass,
		state: row.state,
		...(row.status !== null && hrefOf !== null && { href: hrefOf(row.region.code) }),
		ariaLabel: sentence(row, by, classes, locale),
		...(!(passes(legendKey(row, by.kind, breaks), filter) && (only?.includes(row.region.code) ?? true)) && {
			dimmed: true
		})
	}));
}

function sentence(row: MapRow, by: MapMeasure, classes: readonly NamedClass[], locale: Locale): string {
	const { name } = row.region;
	if (row.state === 'hidden') return m.map_tile_hidden({ name }, { locale });
	const parts: string[] = [];
	if (row.state === 'none') parts.push(m.map_tile_none({ name }, { locale }));
	else {
		const readinessClass = classes.find(({ code }) => code === row.readinessClass);
		parts.push(m.map_tile_index({ name, index: formatIndex(row.index, locale) }, { locale }));
		parts.push(readinessClass?.name ?? m.map_no_class({}, { locale }));
	}
	const isSaid = by.kind === 'class' || by.kind === 'index';
	if (!isSaid && (row.state !== 'none' || row.value !== null))
		parts.push(`${measureTitle(by, locale)}: ${formatMeasure(row, by.kind, locale)}`);
	if (row.rank !== null) parts.push(m.mapview_rank_short({ rank: row.rank }, { locale }));
	if (row.state === 'provisional') parts.push(m.map_provisional({}, { locale }));
	return parts.join(', ');
}
