import { fail } from '@sveltejs/kit';
import { boundaryMap } from '#lib/charts/boundary-map.ts';
import { screenPaint } from '#lib/charts/paint.ts';
import { decodeText } from '#lib/domain/tables/decode-text.ts';
import { m } from '#lib/paraglide/messages.js';
import { say } from '#lib/words/say.ts';
import { describeTextFault } from '#lib/words/text-fault.ts';
import { requirePermission } from '#lib/server/people/auth/require.ts';
import { describeBoundaryFault } from '#lib/server/places/boundaries/describe-boundary-fault.ts';
import { BOUNDARIES_MAX_BYTES, installBoundaries } from '#lib/server/places/boundaries/install-boundaries.ts';
import { listRegions } from '#lib/server/places/regions/list-regions.ts';
import { findBoundaries, findInstallation, forScreen } from '#lib/server/places/boundaries/boundaries.ts';
import { contextOf } from '#lib/server/people/commands/context.ts';
import { refuse } from '../read-form.ts';
import type { Actions, PageServerLoad } from './$types';

/** Faults listed; the rest is counted: a file with the wrong code property has a fault in every region. */
const MAX_FAULTS_SHOWN = 60;

export const load: PageServerLoad = ({ locals, url }) => {
	requirePermission(locals, 'region.manage', url);
	const { db, locale } = locals;
	const boundaries = findBoundaries(db);
	return {
		installation: findInstallation(db),
		credit: boundaries?.credit ?? null,
		preview:
			boundaries &&
			boundaryMap(
				listRegions(db)
					.filter(({ type }) => type !== 'province')
					.map((region) => ({
						region,
						value: null,
						label: '',
						className: null,
						state: 'hidden' as const,
						ariaLabel: region.name
					})),
				forScreen(boundaries).geometries,
				{
					id: 'preview',
					title: say(locale).boundaries_preview({}),
					colourBy: 'class',
					classes: [],
					paint: screenPaint,
					credit: boundaries.credit,
					windows: boundaries.windows
				}
			)
	};
};

export const actions: Actions = {
	default: async ({ locals, request, url }) => {
		const viewer = requirePermission(locals, 'region.manage', url);
		const form = await request.formData();
		const attribution = String(form.get('attribution') ?? '').trim();
		const values = { attribution };
		const file = form.get('boundaries');
		if (!(file instanceof File) || file.size === 0)
			return refuse('boundaries', values, { boundaries: m.admin_error_file() });
		if (attribution === '') return refuse('boundaries', values, { attribution: m.boundaries_attribution_missing() });
		if (file.size > BOUNDARIES_MAX_BYTES)
			return refuse('boundaries', values, { boundaries: m.error_geo_too_large() }, 413);
		const decoded = decodeText(new Uint8Array(await file.arrayBuffer()));
		if ('fault' in decoded)
			return refuse('boundaries', values, { boundaries: describeTextFault(decoded.fault, locals.locale) });
		const result = installBoundaries(contextOf(locals, viewer), decoded.text, attribution);
		if ('regions' in result) return { installed: result.regions };
		const errors: Record<string, string> = { boundaries: m.boundaries_refused({ count: result.faults.length }) };
		const faults = result.faults.slice(0, MAX_FAULTS_SHOWN).map((fault) => describeBoundaryFault(fault, locals.locale));
		return fail(400, { form: 'boundaries', values, errors, faults, more: result.faults.length - faults.length });
	}
};
