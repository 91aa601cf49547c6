/** Kinds of documents that are written from a round. */
export const REPORT_KINDS = ['region', 'agency', 'province', 'minutes', 'plan'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** Languages that a report can be written in. */
export type ReportLocale = 'id' | 'en';

/** Whose coat of arms stands where on the cover: the government's left, its partner's (the university's) right. */
export const EMBLEM_PLACES = ['government', 'partner'] as const;
export type EmblemPlace = (typeof EMBLEM_PLACES)[number];
