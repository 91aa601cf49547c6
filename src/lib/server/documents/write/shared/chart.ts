import type { MapRegion } from '#lib/charts/map-region.ts';
import { printPaint } from '#lib/charts/paint.ts';
import type { ReportLocale } from '#lib/domain/document/kinds.ts';
import { formatIndex } from '#lib/domain/scoring/format-index.ts';
import { m } from '#lib/paraglide/messages.js';
import { className } from './class-name.ts';
import type { Passage } from './passages.ts';
import type { ReportBasis, ReportResult } from '../types.ts';

/** A drawing with its words: `alt` for those who cannot see it, `finding` as its numbered title, `caption` with its source. */
export interface Chart {
	svg: string;
	alt: string;
	/** Null = not numbered. */
	finding: Passage | null;
	caption: string | null;
}

export function drawn(id: string, title: string, basis: ReportBasis, locale: ReportLocale) {
	const classes = basis.instrument.classes.map(({ code, name }) => ({ code, label: name[locale] }));
	return { id, title, classes, paint: printPaint };
}

export function mapRegion(basis: ReportBasis, { region, score }: ReportResult, locale: ReportLocale): MapRegion {
	const label = formatIndex(score.index, locale);
	const state = score.index === null ? 'none' : score.provisional ? 'provisional' : 'assessed';
	return {
		region,
		value: score.index,
		label,
		className: score.readinessClass,
		state,
		ariaLabel: `${region.name}, ${label}, ${className(basis, score.readinessClass, locale)}`
	};
}

export function source({ round }: ReportBasis, locale: ReportLocale): string {
	return m.report_source({ round: round.name }, { locale });
}
