import { requireViewer } from '#lib/server/people/auth/require.ts';
import { requireRound } from '#lib/server/rounds/subject/guard-round.ts';
import { parseCompared, readRegionPanels } from '#lib/server/insight/round-map/region-panel.ts';
import { roundInstrument } from '#lib/server/rounds/round/round-content.ts';
import { contextOf } from '#lib/server/people/commands/context.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url, untrack }) => {
	const { db, locale } = locals;
	const viewer = untrack(() => requireViewer(locals, url));
	const round = requireRound(db, params.round, locale);
	const { instrument } = roundInstrument(db, round, 'region');
	const chosen = url.searchParams.get('region');
	const read = (codes: readonly string[]) => readRegionPanels(contextOf(locals, viewer), round, instrument, codes);
	return {
		chosen,
		panel: chosen === null ? null : (read([chosen])[0] ?? null),
		compared: read(parseCompared(url.searchParams.get('compare')))
	};
};
