import type { Locale } from '#lib/domain/locale.ts';
import { error } from '@sveltejs/kit';
import { say } from '#lib/words/say.ts';
import { contactOffice, forbiddenSentence } from '#lib/words/province.ts';
import type { Permission } from '#lib/server/people/access/access.ts';
import type { Context } from '#lib/server/people/commands/context.ts';
import { findAgency } from '#lib/server/places/agencies/list-agencies.ts';
import { findRegion } from '#lib/server/places/regions/list-regions.ts';
import { type Assessment, type AssessmentKey, findAssessment } from '#lib/server/rounds/assessment/find-assessment.ts';
import { requireRound } from './guard-round.ts';

/** The region or agency assessed in a round, as an address names it. */
export interface Subject {
	/** Code of the round. */
	round: string;
	kind: 'regions' | 'agencies';
	/** A region's code or an agency's id. */
	code: string;
}

type Asked = Pick<Context, 'db' | 'actor' | 'locale'>;

/** The assessment of a subject that the person may read, or do something else with.
 *  @throws 404 or 403 with a sentence */
export function requireAssessment(
	{ db, actor, locale }: Asked,
	{ round, kind, code }: Subject,
	permission: Permission = 'assessment.read'
): Assessment {
	requireRound(db, round, locale);
	const place = kind === 'agencies' ? findAgency(db, code) : findRegion(db, code);
	if (!place) error(404, saidMissing(kind, code, locale));
	const { name } = place;
	const key = 'id' in place ? { region: place.regionCode, agency: place.id } : { region: place.code, agency: null };
	const found = findAssessment(db, actor, permission, { round, ...key });
	if (!found) error(404, say(locale).region_not_in_round({ region: name, round }));
	if (found.allowed) return found.assessment;
	error(
		403,
		permission === 'assessment.read'
			? say(locale).region_forbidden({ region: name, contact: contactOffice(locale) })
			: forbiddenSentence(locale)
	);
}

/** The assessment of a region, whose address names nothing else. @throws 404 or 403 with a sentence */
export function requireRegionAssessment(
	asked: Asked,
	{ round, region }: { round: string; region: string },
	permission?: Permission
): Assessment {
	return requireAssessment(asked, { round, kind: 'regions', code: region }, permission);
}

/** The key of a subject's assessment, for changes that look for it themselves.
 *  @throws 404 with a sentence for an unknown agency */
export function subjectKey(
	{ db, locale }: Pick<App.Locals, 'db' | 'locale'>,
	{ round, kind, code }: Subject
): AssessmentKey {
	if (kind === 'regions') return { round, region: code, agency: null };
	const agency = findAgency(db, code) ?? error(404, saidMissing(kind, code, locale));
	return { round, region: agency.regionCode, agency: agency.id };
}

function saidMissing(kind: Subject['kind'], code: string, locale: Locale): string {
	return kind === 'agencies' ? say(locale).region_agency_missing({}) : say(locale).region_missing({ code });
}
