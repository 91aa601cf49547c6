import { type Standing, standingsAgainst, type Standings } from '#lib/domain/analysis/strengths.ts';
import { FEWEST_PEERS } from '#lib/domain/analysis/mean.ts';
import { agencyTitle, shortName } from '#lib/domain/geography/region-name.ts';
import { explain } from '#lib/domain/scoring/explain.ts';
import { formatIndex } from '#lib/words/format-index.ts';
import type { Locale } from '#lib/domain/locale.ts';
import { say } from '#lib/words/say.ts';
import { assessedChapters, emptyNote } from '../shared/assessed-chapters.ts';
import { assessedFindings, changeFact, classMeaning } from '../shared/assessed-findings.ts';
import { documentFrame } from '../shared/document-frame.ts';
import { writeOut } from '../shared/passages.ts';
import type { Means } from '../shared/radar-charts.ts';
import type { AgencyReport, ReportResult } from '../types.ts';

/** Writes the report on one agency as `region.typ` prints it: the chapters of a region's report, without the map.
 *  @throws RangeError when the report holds no result of the agency */
export function agencyDocument(report: AgencyReport, locale: Locale) {
	return writeOut(agencyDraft(report, locale), report.texts);
}

/** Writes the same from the data alone, with its passages still to be told apart.
 *  @throws RangeError as above */
export function agencyDraft(report: AgencyReport, locale: Locale) {
	const { agency, instrument } = report;
	const [result] = report.results;
	if (!result) throw new RangeError(`no result of agency ${agency.id} in round ${report.round.code}`);
	const { region } = result;
	const explanation = explain(instrument, result.answers);
	const means = comparedWith(report);
	const words = {
		subject: agency.name,
		mean: say(locale).report_mean_label_agency({ region: shortName(region) }),
		radar: say(locale).report_radar_alt_agency({ agency: agency.name })
	};
	const compared = standings(report, result, means);
	const frame = documentFrame(
		report,
		{ subject: agencyTitle(agency.name, region.name), marked: region.code, own: report },
		locale
	);
	return {
		...frame,
		// no strength without a comparison: the label names the highest levels
		labels: compared.isCompared ? frame.labels : { ...frame.labels, strengths: say(locale).report_highest_levels({}) },
		empty: emptyNote(report, result, say(locale).report_nothing_assessed_agency({}), locale),
		findings: {
			code: agency.id,
			name: agency.name,
			meaning: classMeaning(report, result, 'summary', locale),
			...assessedFindings(report, { result, standings: compared, explanation, place: 'summary' }, locale),
			facts: facts(report, result, locale)
		},
		map: null,
		...assessedChapters(report, { result, means, explanation, words }, locale)
	};
}

function comparedWith({ means }: AgencyReport): Means {
	const { index, domains, indicators } = means;
	return { index, domains: new Map(Object.entries(domains)), indicators: new Map(Object.entries(indicators)) };
}

/** Standing against the mean of the region's agencies; without a mean, the highest levels take the place of
 *  strengths. */
function standings(
	{ instrument, means }: AgencyReport,
	result: ReportResult,
	{ indicators }: Means
): Standings & { isCompared: boolean } {
	const known = new Map(
		[...indicators].map(([code, mean]): [string, Pick<Standing, 'mean' | 'n'>] => [code, { mean, n: means.count }])
	);
	const found = standingsAgainst(instrument, result, known);
	const isCompared = [...indicators.values()].some((mean) => mean !== null);
	return { ...found, strengths: isCompared ? found.strengths : found.highest, isCompared };
}

function facts(report: AgencyReport, result: ReportResult, locale: Locale) {
	const { instrument, means, official } = report;
	const total = instrument.domains.reduce((sum, { indicators }) => sum + indicators.length, 0);
	return [
		changeFact(report, result, locale),
		{
			label: say(locale).report_mean_label_agency({ region: shortName(result.region) }),
			value: formatIndex(means.index, locale),
			note:
				means.index === null
					? say(locale).report_fact_mean_agency_few({ fewest: FEWEST_PEERS })
					: say(locale).report_fact_mean_agency({ count: means.count })
		},
		{
			label: say(locale).report_fact_answered({}),
			value: String(Object.keys(official).length),
			note: say(locale).report_fact_answered_of({ indicators: say(locale).report_n_indicators({ count: total }) })
		}
	];
}
