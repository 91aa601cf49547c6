import { z } from 'zod';
import { KINDS, type ReportKind } from './kinds.ts';

/** Chapters that can be left out, by kind of document. */
export type Section = (typeof KINDS)[ReportKind]['sections'][number];

/** Sheet in millimetres. F4 is the folio of Indonesian offices. */
export const PAPERS = { a4: [210, 297], f4: [215, 330] } as const;
export type Paper = keyof typeof PAPERS;

/** Layout of a report and its parts that are printed. They are part of the input of a document, so that a document with
 *  other chapters has another code. */
export interface ReportOptions {
	paper: Paper;
	/** Chapters left out. */
	without: Section[];
	/** The justification of each answer is printed. */
	justifications: boolean;
	/** The evidence behind the answers is listed; absent in documents from before the list existed. */
	evidence?: boolean;
	/** A final result is printed as a draft. */
	asDraft: boolean;
	/** Assumed cost of one person-day of a plan, in whole rupiah; absent = not said. The instrument knows no money. */
	unitCost?: number;
}

/** Bound of the unit cost in rupiah, above any real one. */
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

/** Options from outside; a missing one has its default. */
export const ReportOptionsSchema = z.object({
	paper: z.enum(['a4', 'f4']).default('a4'),
	without: z.array(z.enum(ALL_SECTIONS)).default([]),
	justifications: z.boolean().default(true),
	evidence: z.boolean().default(true),
	asDraft: z.boolean().default(false)
});

/** Layout as the templates ask for it: the sheet, and of each chapter whether it is printed. */
export function layoutOf({ options = EVERYTHING }: { options?: ReportOptions }) {
	const shown = Object.fromEntries(
		ALL_SECTIONS.map((section) => [section, !options.without.includes(section)])
	) as Record<Section, boolean>;
	return { paper: PAPERS[options.paper], show: { ...shown, justifications: options.justifications } };
}
