import { m } from '#lib/paraglide/messages.js';

/** Text to send the address of a document with, in paragraphs.
 *  @param code as it is printed; null for a document that bears none */
export function coverText(document: {
	title: string;
	round: string;
	address: string;
	code: string | null;
	isDraft: boolean;
}): string {
	const { code, isDraft, ...named } = document;
	return [
		m.documents_cover(named),
		...(isDraft ? [m.documents_cover_draft()] : []),
		...(code ? [m.documents_cover_code({ code })] : []),
		m.documents_cover_access()
	].join('\n\n');
}
