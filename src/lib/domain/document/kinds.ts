import type { Text } from '../instrument/types.ts';

const ASSESSED = ['introduction', 'domains', 'indicators', 'gaps', 'plan', 'method'] as const;

const OF_ALL = [
	'introduction',
	'map',
	'ranking',
	'distribution',
	'domains',
	'weakest',
	'plan',
	'regions',
	'method',
	'instrument'
] as const;

/** Subject of a document. Its name is the code of a region, the id of an agency, the number of a plenary session, or
 *  empty for the whole province. */
export type DocumentSubject = 'region' | 'agency' | 'province' | 'session';

/** Forms of a document. Word is for offices that must edit the text of a report. */
export const FORMATS = ['pdf', 'docx'] as const;
export type DocumentFormat = (typeof FORMATS)[number];

/** Facts that follow from the kind of a document and need neither database nor printer. */
interface KindFacts {
	about: DocumentSubject;
	/** Name among the documents on its subject, in addresses and in the audit log. */
	document: 'report' | 'plan' | 'minutes';
	/** Chapters that can be left out, in their order. Summary and approval are always there. */
	sections: readonly string[];
	/** Further options: justifications of the answers quoted, evidence listed, cost of a person-day named. */
	extras: readonly ('justifications' | 'evidence' | 'unitCost')[];
	formats: readonly DocumentFormat[];
	/** Typst template that prints it, in `documents/print`. */
	template: string;
	/** Chapters with paragraphs that editors may rewrite, as they are read; null = signed as it is. */
	ownTexts: readonly string[] | null;
	/** Maps and coats of arms are printed in it; its code does not cover them. */
	isIllustrated: boolean;
	/** The certainty of the ranking is printed in it, which takes a while to work out. */
	showsCertainty: boolean;
	/** The figures of a final one are open to everybody where the round's publication reaches. */
	isPublic: boolean;
	/** Beginning of its file's name. */
	fileName: Text;
	/** Name of the whole province in its file's name; null = no document of the whole. */
	whole: Text | null;
}

/** Kinds of documents that are written from a round. */
export const KINDS = {
	region: {
		about: 'region',
		document: 'report',
		sections: ASSESSED,
		extras: ['justifications', 'evidence'],
		formats: ['pdf', 'docx'],
		template: 'region.typ',
		ownTexts: ['foreword', 'summary', ...ASSESSED, 'evidence'],
		isIllustrated: true,
		showsCertainty: true,
		isPublic: true,
		fileName: { id: 'laporan', en: 'report' },
		whole: null
	},
	// an agency's report has the shape of a region's
	agency: {
		about: 'agency',
		document: 'report',
		sections: ASSESSED,
		extras: ['justifications', 'evidence'],
		formats: ['pdf', 'docx'],
		template: 'region.typ',
		ownTexts: ['foreword', 'summary', ...ASSESSED, 'evidence'],
		isIllustrated: true,
		showsCertainty: false,
		isPublic: false,
		fileName: { id: 'laporan-opd', en: 'agency-report' },
		whole: null
	},
	province: {
		about: 'province',
		document: 'report',
		sections: OF_ALL,
		extras: ['evidence'],
		formats: ['pdf', 'docx'],
		template: 'province.typ',
		ownTexts: ['foreword', 'summary', ...OF_ALL, 'evidence'],
		isIllustrated: true,
		showsCertainty: true,
		isPublic: true,
		fileName: { id: 'laporan', en: 'report' },
		whole: { id: 'provinsi', en: 'province' }
	},
	// minutes are signed as they are
	minutes: {
		about: 'session',
		document: 'minutes',
		sections: [],
		extras: [],
		formats: ['pdf'],
		template: 'minutes.typ',
		ownTexts: null,
		isIllustrated: false,
		showsCertainty: false,
		isPublic: false,
		fileName: { id: 'berita-acara', en: 'minutes' },
		whole: null
	},
	plan: {
		about: 'region',
		document: 'plan',
		sections: ['schedule', 'steps', 'budget', 'sheets', 'method'],
		extras: ['unitCost'],
		formats: ['pdf'],
		template: 'plan.typ',
		ownTexts: ['summary', 'schedule', 'steps', 'leads', 'budget', 'regions', 'sheets', 'method'],
		isIllustrated: true,
		showsCertainty: false,
		isPublic: false,
		fileName: { id: 'rencana-aksi', en: 'action-plan' },
		whole: { id: 'provinsi', en: 'province' }
	}
} as const satisfies Record<string, KindFacts>;

export type ReportKind = keyof typeof KINDS;
const REPORT_KINDS = Object.keys(KINDS) as ReportKind[];

/** Folders with one kind of document on each of their subjects. */
export const FOLDERS = {
	regions: { ...KINDS.region, of: 'region', about: 'province', whole: { id: 'semua-wilayah', en: 'all-regions' } }
} as const satisfies Record<string, KindFacts & { of: ReportKind }>;

/** Order on the reports page: a document or a folder of them. */
export type ReportJobKind = ReportKind | keyof typeof FOLDERS;

/** Documents whose paragraphs can be rewritten. */
export type TextKind = { [K in ReportKind]: (typeof KINDS)[K]['ownTexts'] extends null ? never : K }[ReportKind];
export type TextChapter = (typeof KINDS)[TextKind]['ownTexts'][number];

/** Reports that offices may have as Word. */
export type WordKind = {
	[K in ReportKind]: 'docx' extends (typeof KINDS)[K]['formats'][number] ? K : never;
}[ReportKind];

/** Facts of a document or of a folder of them. */
export function factsOf(kind: ReportJobKind): KindFacts {
	return isFolder(kind) ? FOLDERS[kind] : KINDS[kind];
}

/** Tells whether an order is a folder of documents. */
export function isFolder(kind: ReportJobKind): kind is keyof typeof FOLDERS {
	return kind in FOLDERS;
}

/** Tells whether editors may rewrite paragraphs of a kind. */
export function isRewritable(kind: ReportKind): kind is TextKind {
	return KINDS[kind].ownTexts !== null;
}

/** Tells whether documents of a kind can be had as Word. */
export function hasWord(kind: ReportJobKind): boolean {
	return factsOf(kind).formats.includes('docx');
}

/** Subject of one document; the whole province where no name is given, but for minutes. */
export function aboutOf({ kind, subject }: { kind: ReportJobKind; subject: string }): DocumentSubject {
	const { about } = factsOf(kind);
	return subject === '' && about !== 'session' ? 'province' : about;
}

/** Kind of a document on a subject; undefined where there is none, such as a plan of one agency. */
export function kindOn(about: DocumentSubject, document: KindFacts['document']): ReportKind | undefined {
	return REPORT_KINDS.find((kind) => {
		const facts: KindFacts = KINDS[kind];
		return facts.document === document && (facts.about === about || (about === 'province' && facts.whole !== null));
	});
}

/** Owners of the coats of arms on the cover: the government's left, its partner's (the university's) right. */
export const EMBLEM_PLACES = ['government', 'partner'] as const;
export type EmblemPlace = (typeof EMBLEM_PLACES)[number];
