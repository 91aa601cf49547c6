import { shortName } from '#lib/domain/geography/region-name.ts';
import type { Text } from '#lib/domain/instrument/types.ts';
import { m } from '#lib/paraglide/messages.js';
import { formatMeasure, type MapMeasure, type MapRow, type NamedClass } from './map-regions.ts';
import { formatIndex } from '#lib/domain/scoring/format-index.ts';

interface Figures {
	rows: readonly MapRow[];
	by: MapMeasure;
	/** Highest first. */
	classes: readonly NamedClass[];
	/** Code of the class that the round aims at. */
	target: string;
	distribution: { total: number; notAssessed: number; classes: readonly { code: string; count: number }[] };
	mean: { n: number; mean: number | null };
}

/** What the map shows, as the sentence over it: how many reached the round's aim, or mean, highest and lowest.
 *  @param of who is counted, in words: `kabupaten/kota` */
export function mapFinding(
	{ rows, by, classes, target, distribution, mean }: Figures,
	of: string,
	locale: keyof Text
): string {
	const { total, notAssessed } = distribution;
	if (total === 0 || mean.n === 0) return m.map_finding_none({}, { locale });
	if (by.kind === 'class') {
		const upTo = classes.findIndex(({ code }) => code === target);
		const reached = distribution.classes.slice(0, upTo + 1).reduce((sum, { count }) => sum + count, 0);
		const finding = m.map_finding_class({ count: reached, total, of, target: classes[upTo]?.name ?? '' }, { locale });
		return notAssessed === 0 ? finding : `${finding}; ${m.map_finding_blank({ count: notAssessed }, { locale })}`;
	}
	const valued = rows
		.filter((row) => row.rank !== null && row.value !== null)
		.sort((a, b) => b.value! - a.value! || (a.region.code < b.region.code ? -1 : 1));
	const [best, worst] = [valued[0], valued.at(-1)];
	if (!best || !worst) return m.map_finding_none({}, { locale });
	const subject = by.name ?? m.map_by_index({}, { locale });
	const figures = { subject, mean: formatIndex(mean.mean, locale) };
	if (by.kind === 'indicator') return m.map_finding_indicator({ ...figures, n: mean.n }, { locale });
	return m.map_finding_number(
		{
			...figures,
			best: shortName(best.region),
			high: formatMeasure(best.value, by, locale),
			worst: shortName(worst.region),
			low: formatMeasure(worst.value, by, locale)
		},
		{ locale }
	);
}
