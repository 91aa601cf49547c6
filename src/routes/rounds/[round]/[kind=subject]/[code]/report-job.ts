import type { Context } from '#lib/server/people/commands/context.ts';
import { maySeeEvidence } from '#lib/server/fieldwork/evidence/evidence-panel.ts';
import type { Assessment } from '#lib/server/rounds/assessment/find-assessment.ts';
import { collectAgencyReport } from '#lib/server/documents/gather/collect-agency.ts';
import { collectRegionReport } from '#lib/server/documents/gather/collect.ts';
import { withOwnTexts } from '#lib/server/documents/own-texts/own-texts.ts';

/** The report on a region or an agency, ready to be printed; evidence is listed for those who may see it. */
export async function reportJob({ db, actor, now }: Context, assessment: Assessment, locale: 'id' | 'en') {
	const { round, agency } = assessment;
	const withEvidence = maySeeEvidence(db, actor, assessment);
	if (agency) {
		const data = collectAgencyReport(db, assessment, now, withEvidence);
		return withOwnTexts(db, round, { kind: 'agency', data, locale } as const);
	}
	const data = await collectRegionReport(db, assessment, now, { withEvidence });
	return withOwnTexts(db, round, { kind: 'region', data, locale } as const);
}
