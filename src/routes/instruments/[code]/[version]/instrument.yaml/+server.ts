import { error } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { requireViewer } from '#lib/server/people/auth/require.ts';
import { findInstrument } from '#lib/server/rounds/instruments/stored-instruments.ts';
import { toYaml } from '../instrument-yaml.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, params, url }) => {
	requireViewer(locals, url);
	const stored = findInstrument(locals.db, params.code, params.version) ?? error(404, m.common_not_found());
	const { code, version } = stored.instrument;
	return new Response(toYaml(stored.instrument), {
		headers: {
			'content-type': 'application/yaml; charset=utf-8',
			'content-disposition': `attachment; filename="${code}-${version.replace(/[^\w.-]/g, '_')}.yaml"`
		}
	});
};
