import { error } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { requirePreview } from '../../../require-preview.ts';
import { regionData } from '../../../../../p/region-data.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) => {
	const { content, embargoUntil, isOpen } = requirePreview(locals, params.round, url);
	const data = regionData(content.view, params.region) ?? error(404, m.common_not_found());
	return { ...data, base: `/admin/rounds/${params.round}/preview`, embargoUntil, isOpen };
};
