import type { MapRegion } from '#lib/charts/map-region.ts';
import { printPaint } from '#lib/charts/paint.ts';
import type { Locale } from '#lib/domain/locale.ts';
import { formatIndex } from '#lib/words/format-index.ts';
import { say } from '#lib/words/say.ts';
import { className } from './class-name.ts';
import type { Passage } from './passages.ts';
import type { ReportBasis, ReportResult } from '../types.ts';

/** A drawing with its words: `alt` for readers who cannot see it, `finding` as its numbered title, `caption` with
 *  its source. */
export interface Chart {
	svg: string;
	alt: string;
	/** Numbered title; null = not numbered. */
	finding: Passage | null;
	caption: string | null;
}

/** Gives the settings that all drawings of a document share: id, title, classes in one language, colours of print. */
export function drawn(id: string, title: string, basis: ReportBasis, locale: Locale) {
	const classes = basis.instrument.classes.map(({ code, name }) => ({ code, label: name[locale] }));
	return { id, title, classes, paint: printPaint };
}

/** Gives a region as a map draws it, with its index and class in words. */
export function mapRegion(basis: ReportBasis, { region, score }: ReportResult, locale: Locale): MapRegion {
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

/** Gives the source line below a drawing, with the name of the round. */
export function source({ round }: ReportBasis, locale: Locale): string {
	return say(locale).report_source({ round: round.name });
}
