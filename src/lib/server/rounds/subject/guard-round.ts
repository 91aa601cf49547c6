import { error } from '@sveltejs/kit';
import type { Text } from '#lib/domain/instrument/types.ts';
import { m } from '#lib/paraglide/messages.js';
import { findAgency } from '#lib/server/places/agencies/list-agencies.ts';
import { type Assessment, findAssessment } from '#lib/server/rounds/assessment/find-assessment.ts';
import { hasPermission, type Permission, type Viewer } from '#lib/server/people/access/access.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { findRegion } from '#lib/server/places/regions/list-regions.ts';
import { findRound, type Round } from '#lib/server/rounds/round/find-round.ts';

type Locale = keyof Text;

/** The round of an address. @throws 404 with a sentence when there is none */
export function requireRound(db: Db, code: string, locale: Locale): Round {
	return findRound(db, code) ?? error(404, m.map_round_missing({ code }, { locale }));
}

/** The same, once it has been opened: before, there is nothing that a document could say. @throws 404 with a sentence */
export function requireOpenedRound(db: Db, code: string, locale: Locale): Round {
	const round = requireRound(db, code, locale);
	if (round.status === 'draft') error(404, m.map_round_draft({}, { locale }));
	return round;
}

/** Refuses whoever may not see what concerns the whole province. @throws 403 with a sentence */
export function requireProvince(viewer: Viewer, locale: Locale): void {
	if (!hasPermission(viewer, 'province.report')) error(403, m.map_province_forbidden({}, { locale }));
}

/** A region's assessment that the viewer may read, or do something else with. @throws 404 or 403 with a sentence */
export function requireRegionAssessment(
	db: Db,
	viewer: Viewer,
	params: { round: string; region: string },
	locale: Locale,
	permission: Permission = 'assessment.read'
): Assessment {
	requireRound(db, params.round, locale);
	const region = findRegion(db, params.region);
	if (!region) error(404, m.region_missing({ code: params.region }, { locale }));
	const found = findAssessment(db, viewer, permission, { ...params, agency: null });
	if (!found) error(404, m.region_not_in_round({ region: region.name, round: params.round }, { locale }));
	if (!found.allowed) error(403, forbidden(permission, region.name, locale));
	return found.assessment;
}

/** An agency's assessment, as above. @throws 404 or 403 with a sentence */
export function requireAgencyAssessment(
	db: Db,
	viewer: Viewer,
	params: { round: string; agency: string },
	locale: Locale,
	permission: Permission = 'assessment.read'
): Assessment {
	requireRound(db, params.round, locale);
	const agency = findAgency(db, params.agency);
	if (!agency) error(404, m.region_agency_missing({}, { locale }));
	const key = { round: params.round, region: agency.regionCode, agency: agency.id };
	const found = findAssessment(db, viewer, permission, key);
	if (!found) error(404, m.region_not_in_round({ region: agency.name, round: params.round }, { locale }));
	if (!found.allowed) error(403, forbidden(permission, agency.name, locale));
	return found.assessment;
}

function forbidden(permission: Permission, region: string, locale: Locale): string {
	return permission === 'assessment.read'
		? m.region_forbidden({ region }, { locale })
		: m.common_forbidden({}, { locale });
}
