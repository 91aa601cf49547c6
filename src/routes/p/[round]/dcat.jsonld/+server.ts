import { dcatDataset } from '#lib/server/public/publication/dcat.ts';
import { requirePublic } from '#lib/server/public/publication/require-public.ts';
import { FOR_EVERYONE } from '../../public-file.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, params, url }) => {
	const { view, files } = requirePublic(locals.db, params.round, locals.locale, Date.now());
	const dataset = dcatDataset(view, files, `${url.origin}/p/${view.code}`, locals.locale);
	return new Response(`${JSON.stringify(dataset, null, '\t')}\n`, {
		headers: { ...FOR_EVERYONE, 'content-type': 'application/ld+json; charset=utf-8' }
	});
};
