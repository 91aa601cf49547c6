import { requirePreview } from '../../require-preview.ts';
import { roundData } from '../../../../p/round-data.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) => {
	const { content, embargoUntil, isOpen } = requirePreview(locals, params.round, url);
	const base = `/admin/rounds/${params.round}/preview`;
	const { locale } = locals;
	return { ...roundData(content, { base, ending: '', origin: url.origin, locale }), embargoUntil, isOpen };
};
