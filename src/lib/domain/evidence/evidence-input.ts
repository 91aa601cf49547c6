import { z } from 'zod';
import { EVIDENCE_KINDS } from './kinds.ts';
import { PLACE_MAX, TITLE_MAX } from './piece.ts';

const URL_MAX = 2000;

/** A fault of a piece of evidence as it was typed; a message key's ending. */
export type EvidenceFault =
	| 'title_missing'
	| 'title_long'
	| 'kind_unknown'
	| 'document_date'
	| 'valid_until'
	| 'valid_before_document'
	| 'place_long'
	| 'url_invalid'
	| 'url_credentials';

const fault = (code: EvidenceFault) => ({ error: code });

/** ISO date of a day that exists; null = nothing was typed. */
const day = (code: EvidenceFault) =>
	z.union([z.literal('').transform(() => null), z.null(), z.iso.date(fault(code))], fault(code)).default(null);

const details = {
	title: z.string(fault('title_missing')).trim().min(1, fault('title_missing')).max(TITLE_MAX, fault('title_long')),
	kind: z.enum(EVIDENCE_KINDS, fault('kind_unknown')),
	documentDate: day('document_date'),
	validUntil: day('valid_until')
};

const inOrder = ({ documentDate, validUntil }: { documentDate: string | null; validUntil: string | null }) =>
	documentDate === null || validUntil === null || validUntil >= documentDate;

/** Title, kind and dates of a piece of evidence. */
export const EvidenceDetails = z
	.strictObject(details)
	.refine(inOrder, { error: 'valid_before_document', path: ['validUntil'] })
	.meta({ id: 'EvidenceDetails' });
export type EvidenceDetails = z.output<typeof EvidenceDetails>;

/** Place of the proof in the document: page, article. */
export const EvidencePlace = z.string().trim().max(PLACE_MAX, fault('place_long')).default('');

/** A web address without user name and password. */
export const EvidenceUrl = z
	.string(fault('url_invalid'))
	.trim()
	.max(URL_MAX, fault('url_invalid'))
	.refine((text) => /^https?:\/\//i.test(text) && URL.canParse(text), fault('url_invalid'))
	.refine((text) => !URL.canParse(text) || (new URL(text).username === '' && new URL(text).password === ''), {
		error: 'url_credentials'
	})
	.transform((text) => new URL(text).href);

const use = z.strictObject({ indicator: z.string().max(20), place: EvidencePlace });

/** A new piece of evidence: a finished upload, a link, or one of the same assessment to be used again. */
export const EvidenceAddition = z
	.strictObject({
		/** Exactly one of the three. */
		upload: z.string().max(64).optional(),
		url: EvidenceUrl.optional(),
		from: z.string().max(64).optional(),
		/** Absent for `from`: the details of that piece stay as they are. */
		details: EvidenceDetails.optional(),
		uses: z.array(use).max(60).default([]),
		/** The person has seen the suspected personal data and adds the file all the same. */
		acceptPersonalData: z.boolean().default(false)
	})
	.refine(({ upload, url, from }) => [upload, url, from].filter((given) => given !== undefined).length === 1, {
		error: 'url_invalid',
		path: ['url']
	})
	.refine(({ details, from }) => from !== undefined || details !== undefined, {
		error: 'title_missing',
		path: ['details', 'title']
	})
	.meta({ id: 'EvidenceAddition' });
export type EvidenceAddition = z.output<typeof EvidenceAddition>;
