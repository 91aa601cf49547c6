import { error } from '@sveltejs/kit';
import type { CsvUse } from '#lib/domain/tables/csv-use.ts';
import { m } from '#lib/paraglide/messages.js';
import { csvName } from '#lib/server/foundation/tables/write-csv.ts';
import { type DownloadName, DOWNLOADS } from '#lib/server/public/publication/downloads.ts';
import { requirePublic } from '#lib/server/public/publication/require-public.ts';

/** Any page of any site may read a public file; nothing here knows who asks. */
export const FOR_EVERYONE = { 'access-control-allow-origin': '*', 'access-control-expose-headers': 'ETag' };

/** Answers with a public download.
 *  @param use what a CSV is for
 *  @throws 404 where the round or this file of it is not there */
export function publicFile(
	{ db, locale }: App.Locals,
	round: string,
	name: string,
	use: CsvUse = 'programs'
): Response {
	const content = requirePublic(db, round, locale, Date.now());
	const text = isDownload(name) ? content.read(name, use) : null;
	if (!isDownload(name) || text === null) error(404, m.publication_missing({}, { locale }));
	const file = name.endsWith('.csv') ? csvName(name, use) : name;
	return new Response(text, {
		headers: {
			...FOR_EVERYONE,
			'content-type': DOWNLOADS[name],
			'content-disposition': `attachment; filename="siap-${round.replace(/[^\w.-]/g, '_')}-${file}"`
		}
	});
}

function isDownload(name: string): name is DownloadName {
	return Object.hasOwn(DOWNLOADS, name);
}
