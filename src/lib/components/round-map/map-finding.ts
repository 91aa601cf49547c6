import { isIndexLike } from '#lib/domain/analysis/map-measure.ts';
import { shortName } from '#lib/domain/geography/region-name.ts';
import type { Obstacle } from '#lib/domain/analysis/types.ts';
import { incomparable } from '#lib/words/incomparable.ts';
import { m } from '#lib/paraglide/messages.js';
import type { MapMeasure, NamedClass } from '#lib/components/charts/map-options.ts';
import { formatMeasure, measureTitle, type MapRow } from './map-regions.ts';
import { formatDifference, formatIndex } from '#lib/words/format-index.ts';
import type { Locale } from '#lib/domain/locale.ts';

export interface Figures {
	rows: readonly MapRow[];
	by: MapMeasure;
	/** Classes, highest first. */
	classes: readonly NamedClass[];
	/** Code of the class that the round aims at. */
	target: string;
	distribution: {
		total: number;
		provisional: number;
		notAssessed: number;
		classes: readonly { code: string; count: number }[];
	};
	mean: { n: number; mean: number | null };
	/** Round that changes are counted from, with the reason where they cannot be. */
	previous: { name: string; obstacle: Obstacle | null } | null;
	simulation: { state: string; progress: number } | null;
}

/** Days that nobody should have to wait. */
const LONG_WAIT = 14;
/** Points within which a region counts as unmoved, as the map's colours have it. */
const STILL = 0.1;

/** Finding of the map, as the sentence over it: the number that reached the round's aim, or mean, highest and lowest.
 *  @param of units counted, in words: `kabupaten/kota` */
export function mapFinding(figures: Figures, of: string, locale: Locale): string {
	const { rows, by, distribution, mean } = figures;
	const counts = (row: MapRow) => !isIndexLike(by.kind) || row.state !== 'provisional';
	const valued = rows
		.filter((row) => row.region.type !== 'province' && row.value !== null && counts(row))
		.sort((a, b) => b.value! - a.value! || (a.region.code < b.region.code ? -1 : 1));
	switch (by.kind) {
		case 'class':
			return classFinding(figures, of, locale);
		case 'change':
		case 'gap':
			return sideFinding(figures, valued, of, locale);
		case 'completeness': {
			const complete = valued.filter(({ value }) => value === 1).length;
			return m.mapview_finding_completeness({ complete, total: valued.length, of }, { locale });
		}
		case 'waiting':
			return waitFinding(valued, of, locale);
		case 'rank':
			return rankFinding(figures, valued, locale);
		default: {
			const [best, worst] = [valued[0], valued.at(-1)];
			if (distribution.total === 0 || mean.n === 0 || !best || !worst) return m.map_finding_none({}, { locale });
			const subject = by.name ?? measureTitle(by, locale);
			const words = { subject, mean: formatIndex(mean.mean, locale) };
			if (by.kind === 'indicator') return m.map_finding_indicator({ ...words, n: mean.n }, { locale });
			return m.map_finding_number({ ...words, ...ends(best, worst, by, locale) }, { locale });
		}
	}
}

function ends(best: MapRow, worst: MapRow, { kind }: MapMeasure, locale: Locale) {
	return {
		best: shortName(best.region),
		high: formatMeasure(best, kind, locale),
		worst: shortName(worst.region),
		low: formatMeasure(worst, kind, locale)
	};
}

function classFinding({ classes, target, distribution, mean }: Figures, of: string, locale: Locale): string {
	const { total, provisional, notAssessed } = distribution;
	if (total === 0 || mean.n === 0) return m.map_finding_none({}, { locale });
	const upTo = classes.findIndex(({ code }) => code === target);
	const reached = distribution.classes.slice(0, upTo + 1).reduce((sum, { count }) => sum + count, 0);
	const finding = m.map_finding_class({ count: reached, total, of, target: classes[upTo]?.name ?? '' }, { locale });
	return [
		finding,
		...(provisional > 0 ? [m.map_finding_provisional({ count: provisional }, { locale })] : []),
		...(notAssessed > 0 ? [m.map_finding_blank({ count: notAssessed }, { locale })] : [])
	].join('; ');
}

function sideFinding({ by, previous }: Figures, valued: readonly MapRow[], of: string, locale: Locale): string {
	const up = valued.filter(({ value }) => value! >= STILL).length;
	const down = valued.filter(({ value }) => value! < -STILL).length;
	const same = valued.length - up - down;
	if (by.kind === 'change') {
		if (previous?.obstacle) return incomparable(previous.obstacle, previous.name, locale);
		if (valued.length === 0 || !previous) return m.mapview_finding_change_none({}, { locale });
		return m.mapview_finding_change({ up, down, same, round: previous.name }, { locale });
	}
	if (valued.length === 0) return m.mapview_finding_gap_none({}, { locale });
	const mean = valued.reduce((sum, { value }) => sum + value!, 0) / valued.length;
	return m.mapview_finding_gap({ up, total: valued.length, of, mean: formatDifference(mean, 0, locale) }, { locale });
}

function waitFinding(valued: readonly MapRow[], of: string, locale: Locale): string {
	const [longest] = valued;
	if (!longest || longest.value === 0) return m.mapview_finding_waiting_none({}, { locale });
	const count = valued.filter(({ value }) => value! >= LONG_WAIT).length;
	return m.mapview_finding_waiting(
		{ count, days: LONG_WAIT, of, longest: shortName(longest.region), most: longest.value! },
		{ locale }
	);
}

function rankFinding({ by, simulation }: Figures, valued: readonly MapRow[], locale: Locale): string {
	if (simulation?.state === 'running') return m.mapview_finding_rank_running({}, { locale });
	const [widest, narrowest] = [valued[0], valued.at(-1)];
	if (!widest || !narrowest) return m.mapview_finding_rank_none({}, { locale });
	return m.mapview_finding_rank(ends(widest, narrowest, by, locale), { locale });
}
