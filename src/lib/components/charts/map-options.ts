import type { MapOptions } from '#lib/charts/map-region.ts';
import { screenPaint } from '#lib/charts/paint.ts';
import { isDiverging, type MeasureKind } from '#lib/domain/analysis/map-measure.ts';

/** Measure that the map is coloured by. */
export interface MapMeasure {
	kind: MeasureKind;
	code: string;
	/** Name of the domain or indicator; null for the others. */
	name: string | null;
}

export interface NamedClass {
	code: string;
	name: string;
}

/** Measure, classes and borders that the colours of a map are made of. */
export interface Coloured {
	by: MapMeasure;
	/** Classes, highest first. */
	classes: readonly NamedClass[];
	/** The four borders between the colours of a number. */
	breaks: readonly number[];
}

/** Options that all views of the map and the ranking share, painted for the screen. */
export function mapOptions(id: string, title: string, { by, classes, breaks }: Coloured): MapOptions {
	return {
		id,
		title,
		colourBy: by.kind === 'class' ? 'class' : 'number',
		classes: classes.map(({ code, name }) => ({ code, label: name })),
		breaks,
		diverging: isDiverging(by.kind),
		paint: screenPaint
	};
}
