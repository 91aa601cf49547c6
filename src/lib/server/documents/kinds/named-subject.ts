import { findAgency } from '#lib/server/places/agencies/list-agencies.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import type { DocumentKind } from './document-name.ts';

/** What a document is about as its file is named: an agency by its region and name, for an id says nothing to a person. */
export function namedSubject(db: Db, { kind, subject }: { kind: DocumentKind; subject: string }): string {
	const agency = kind === 'agency' ? findAgency(db, subject) : null;
	return agency ? `${agency.regionCode}-${agency.name}` : subject;
}
