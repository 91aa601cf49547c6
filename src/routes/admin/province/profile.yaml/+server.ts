import { downloadResponse } from '#lib/server/foundation/http/download-response.ts';
import { requirePermission } from '#lib/server/people/auth/require.ts';
import { findInstalledProfile, findProvince } from '#lib/server/places/province/find-province.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, url }) => {
	requirePermission(locals, 'province.manage', url);
	const { code } = findProvince(locals.db);
	return downloadResponse(findInstalledProfile(locals.db).text, `siap-${code}.yaml`);
};
