import { z } from 'zod';
import { KINDS, type ReportKind } from './kinds.ts';

/** Chapters that can be left out, by kind of document. */
export type Section = (typeof KINDS)[ReportKind]['sections'][number];

/** Sheet in millimetres. F4 is the folio of Indonesian offices. */
export const PAPERS = { a4: [210, 297], f4: [215, 330] } as const;
export type Paper = keyof typeof PAPERS;

/** How a report is laid out and how much of it is printed. */
export interface ReportOptions {
	paper: Paper;
	/** Chapters left out. */
	without: Section[];
	/** Print what was written to each answer. */
	justifications: boolean;
	/** List the evidence behind the answers; documents of before there was a list have none. */
	evidence?: boolean;
	/** Print a result that is final as a draft. */
	asDraft: boolean;
	/** Of a plan: what one person-day is assumed to cost, in whole rupiah; absent = not said. */
	unitCost?: number;
}

/** More than any person-day costs. */
export const MOST_UNIT_COST = 100_000_000;

export const EVERYTHING: ReportOptions = {
	paper: 'a4',
	without: [],
	justifications: true,
	evidence: true,
	asDraft: false
};

/** Every chapter of any report, once. */
export const ALL_SECTIONS = [...new Set(Object.values(KINDS).flatMap(({ sections }) => [...sections]))] as [
	Section,
	...Section[]
];

/** Options from outside; what is missing has its default. */
export const ReportOptionsSchema = z.object({
	paper: z.enum(['a4', 'f4']).default('a4'),
	without: z.array(z.enum(ALL_SECTIONS)).default([]),
	justifications: z.boolean().default(true),
	evidence: z.boolean().default(true),
	asDraft: z.boolean().default(false)
});

/** What the templates ask: the sheet, and of each chapter whether it is printed. */
export function layoutOf({ options = EVERYTHING }: { options?: ReportOptions }) {
	const shown = Object.fromEntries(
		ALL_SECTIONS.map((section) => [section, !options.without.includes(section)])
	) as Record<Section, boolean>;
	return { paper: PAPERS[options.paper], show: { ...shown, justifications: options.justifications } };
}
