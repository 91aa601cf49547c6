import { publicFile } from '../../public-file.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, params }) => publicFile(locals, params.round, `data.${params.format}`);
