import { isAssessed } from '#lib/domain/workflow/types.ts';
import type { ControlRegion } from './read-control.ts';

const SHOWN = ['late', 'open', 'all'] as const;
const WAITS = ['region', 'assessor', 'plenary'] as const;
const SORTS = ['waiting', 'name', 'done', 'forecast'] as const;
export type ControlSort = (typeof SORTS)[number];

/** Regions and order of the control tower's table; all of it stands in the address. */
export interface ControlChoice {
	show: (typeof SHOWN)[number];
	/** The party whose turn it is; null = any. */
	waits: (typeof WAITS)[number] | null;
	sort: ControlSort;
	descending: boolean;
}

/** Reads the choice from an address; unknown values fall back to the late regions, those that wait longest first. */
export function parseControlChoice(search: URLSearchParams): ControlChoice {
	const sort = SORTS.find((key) => key === search.get('sort')) ?? 'waiting';
	const order = search.get('order');
	return {
		show: SHOWN.find((key) => key === search.get('show')) ?? 'late',
		waits: WAITS.find((key) => key === search.get('waits')) ?? null,
		sort,
		descending: order === 'desc' || (order !== 'asc' && (sort === 'waiting' || sort === 'forecast'))
	};
}

/** The chosen regions in the chosen order; equals by code. */
export function chooseRegions(
	regions: readonly ControlRegion[],
	{ show, waits, sort, descending }: ControlChoice
): ControlRegion[] {
	const direction = descending ? -1 : 1;
	return regions
		.filter(({ status, reasons }) => show === 'all' || (show === 'late' ? reasons.length > 0 : !isAssessed(status)))
		.filter((region) => waits === null || region.waitsFor === waits)
		.sort((a, b) => direction * compare(a, b, sort) || (a.code < b.code ? -1 : 1));
}

function compare(a: ControlRegion, b: ControlRegion, sort: ControlSort): number {
	switch (sort) {
		case 'name':
			return a.name.localeCompare(b.name, 'id');
		case 'done':
			return a.done - b.done;
		case 'waiting':
			return a.waitingDays - b.waitingDays;
		case 'forecast':
			return forecastKey(a).localeCompare(forecastKey(b));
	}
}

/** Sort key of a region's forecast: without a forecast it comes last, once assessed first. */
function forecastKey({ status, forecast }: ControlRegion): string {
	return forecast?.date ?? (isAssessed(status) ? '' : '9');
}
