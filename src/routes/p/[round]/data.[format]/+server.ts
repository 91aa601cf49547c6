import { csvUseOf } from '#lib/domain/tables/csv-use.ts';
import { publicFile } from '../../public-file.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, params, url }) =>
	publicFile(locals, params.round, `data.${params.format}`, csvUseOf(url.searchParams));
