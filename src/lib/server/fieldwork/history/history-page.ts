import { error } from '@sveltejs/kit';
import { say } from '#lib/words/say.ts';
import { forbiddenSentence } from '#lib/words/province.ts';
import { type Assessment, listAnswers } from '#lib/server/rounds/assessment/find-assessment.ts';
import { toView } from '#lib/server/rounds/assessment/save-answer.ts';
import { canReach, reachOf } from '#lib/server/people/access/access.ts';
import { readAnswerHistory } from './answer-history.ts';
import type { Context } from '#lib/server/people/commands/context.ts';

/** The data of the page of an answer's history.
 *  @throws 403 for a viewer who may not read histories here, 404 for an indicator that the instrument does not have */
export function readHistoryPage(
	{ db, actor: viewer, locale }: Pick<Context, 'db' | 'actor' | 'locale'>,
	assessment: Assessment,
	indicatorCode: string
) {
	const { round, region, agency, stored } = assessment;
	const subject = { regionCode: region.code, agencyId: agency?.id ?? null };
	if (!canReach(reachOf(db, viewer, 'history.read', round), subject)) error(403, forbiddenSentence(locale));
	const domain = stored.instrument.domains.find(({ indicators }) =>
		indicators.some(({ code }) => code === indicatorCode)
	);
	const indicator = domain?.indicators.find(({ code }) => code === indicatorCode);
	if (!domain || !indicator) error(404, say(locale).common_not_found({}));
	return {
		where: agency ? `${agency.name}, ${region.name}` : region.name,
		indicator: { code: indicator.code, name: indicator.name[locale], domain: domain.code },
		levels: stored.instrument.levels.map(({ level, name }) => ({ level, name: name[locale] })),
		now: listAnswers(db, assessment.id)
			.filter((row) => row.indicator === indicatorCode)
			.map(toView),
		...readAnswerHistory(db, assessment, indicatorCode)
	};
}
