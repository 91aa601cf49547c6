import { legendKey, isIndexLike, type MeasureKind } from '#lib/domain/analysis/map-measure.ts';
import type { MapRegion } from '#lib/charts/map-region.ts';
import { formatIndex } from '#lib/words/format-index.ts';
import type { Locale } from '#lib/domain/locale.ts';
import { m } from '#lib/paraglide/messages.js';
import type { NamedClass } from '#lib/components/charts/map-options.ts';
import type { Mapped } from './map-regions.ts';

/** One line of the legend: its look, its meaning, its number of kabupaten and kota. */
export interface LegendEntry {
	/** Key as the address names it. */
	key: string;
	label: string;
	/** A sentence more; may be empty. */
	meaning: string;
	count: number;
	/** A region that looks like it. */
	sample: Pick<MapRegion, 'value' | 'className' | 'state'>;
}

type Step = 0 | 1 | 2 | 3 | 4;
const STEPS: readonly Step[] = [4, 3, 2, 1, 0];

/** The legend of a map, highest first, then what is unknown, provisional or hidden. It is the same on screen and on
 *  paper. The province's own government is not counted.
 *  @param isRunning whether the figures shown are still being calculated */
export function legendEntries(
	mapped: Omit<Mapped, 'classes'> & { classes: readonly (NamedClass & { meaning: string })[] },
	locale: Locale,
	isRunning = false
): LegendEntry[] {
	const { rows, by, classes, breaks } = mapped;
	const counts = new Map<string, number>();
	for (const row of rows.filter(({ region }) => region.type !== 'province')) {
		const key = legendKey(row, by.kind, breaks);
		counts.set(key, (counts.get(key) ?? 0) + 1);
	}
	const blank = { value: null, className: null } as const;
	const entry = (key: string, label: string, meaning: string, sample: LegendEntry['sample']): LegendEntry => ({
		key,
		label,
		meaning,
		count: counts.get(key) ?? 0,
		sample
	});
	const coloured =
		by.kind === 'class'
			? classes.map(({ code, name, meaning }) =>
					entry(code, name, meaning, { value: null, className: code, state: 'assessed' })
				)
			: STEPS.map((step) =>
					entry(String(step), stepLabel(by.kind, breaks, step, locale), '', {
						value: breaks[step - 1] ?? breaks[0]! - 1,
						className: null,
						state: 'assessed'
					})
				);
	const o = { locale };
	const unknown = isIndexLike(by.kind) ? m.map_not_assessed({}, o) : m.mapview_unknown({}, o);
	return [
		...coloured,
		entry('none', unknown, isRunning ? m.mapview_none_running({}, o) : m[`mapview_none_${by.kind}`]({}, o), {
			...blank,
			state: 'none'
		}),
		entry('provisional', m.report_legend_provisional({}, o), m.map_provisional_meaning({}, o), {
			...blank,
			state: 'provisional'
		}),
		entry('hidden', m.map_hidden_short({}, o), m.map_hidden_meaning({}, o), { ...blank, state: 'hidden' })
	].filter(({ key, count }) => count > 0 || (key !== 'provisional' && key !== 'hidden'));
}

function stepLabel(kind: MeasureKind, breaks: readonly number[], step: Step, locale: Locale): string {
	const o = { locale };
	const [from, to] = [breaks[step - 1] ?? 0, breaks[step] ?? Infinity];
	switch (kind) {
		case 'indicator':
			return m.map_level({ level: step + 1 }, o);
		case 'change':
			return m[`mapview_step_change_${step}`]({}, o);
		case 'gap':
			return m[`mapview_step_gap_${step}`]({}, o);
		case 'completeness':
			return m[`mapview_step_completeness_${step}`]({}, o);
		case 'waiting':
			return m[`mapview_step_waiting_${step}`]({}, o);
		case 'rank':
			return step === 4
				? m.mapview_step_rank_last({ from }, o)
				: from === to - 1
					? m.mapview_step_rank_one({ from }, o)
					: m.mapview_step_rank({ from, to: to - 1 }, o);
		default: {
			const [low, high] = [formatIndex(from, locale), formatIndex(to, locale)];
			if (step === 0) return m.map_step_below({ high }, o);
			return step === 4 ? m.map_step_from({ low }, o) : m.map_step_between({ low, high }, o);
		}
	}
}
