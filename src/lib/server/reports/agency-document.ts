import { type Standing, standingsAgainst, type Standings } from '#lib/domain/analysis/strengths.ts';
import { FEWEST_PEERS } from '#lib/domain/analysis/mean.ts';
import { agencyTitle, shortName } from '#lib/domain/geography/region-name.ts';
import { DEFAULT_HEADER } from '#lib/domain/instrument/default-header.ts';
import { explain } from '#lib/domain/scoring/explain.ts';
import { formatIndex } from '#lib/domain/scoring/format-index.ts';
import { m } from '#lib/paraglide/messages.js';
import { assessedChapters, emptyNote } from './assessed-chapters.ts';
import { assessedFindings, changeFact, classMeaning } from './assessed-findings.ts';
import { documentFrame } from './document-frame.ts';
import { passage, writeOut } from './passages.ts';
import type { Means } from './report-charts.ts';
import type { AgencyReport, ReportLocale, ReportResult } from './types.ts';

/** The report on one agency as `region.typ` prints it: the same chapters as of a region, without a place on the map. */
export function agencyDocument(report: AgencyReport, locale: ReportLocale) {
	return writeOut(agencyDraft(report, locale), report.texts);
}

/** The same as it is written from the data, with its passages still to be told apart.
 *  @throws RangeError when the report holds no result of the agency */
export function agencyDraft(report: AgencyReport, locale: ReportLocale) {
	const { agency, instrument } = report;
	const [result] = report.results;
	if (!result) throw new RangeError(`no result of agency ${agency.id} in round ${report.round.code}`);
	const { region } = result;
	const explanation = explain(instrument, result.answers);
	const means = comparedWith(report);
	const words = {
		subject: agency.name,
		mean: m.report_mean_label_agency({ region: shortName(region) }, { locale }),
		radar: m.report_radar_alt_agency({ agency: agency.name }, { locale })
	};
	return {
		...documentFrame(report, locale, agencyTitle(agency.name, region.name), region.code, report),
		empty: emptyNote(report, result, m.report_nothing_assessed_agency({}, { locale }), locale),
		findings: {
			code: agency.id,
			name: agency.name,
			meaning: meaning(report, result, locale),
			...assessedFindings(report, result, standings(report, result, means), locale, explanation, 'summary'),
			facts: facts(report, result, locale)
		},
		map: null,
		...assessedChapters(report, result, means, explanation, words, locale)
	};
}

function comparedWith({ means }: AgencyReport): Means {
	const { index, domains, indicators } = means;
	return { index, domains: new Map(Object.entries(domains)), indicators: new Map(Object.entries(indicators)) };
}

/** Against the mean of the region's agencies where there is one. */
function standings({ instrument, means }: AgencyReport, result: ReportResult, { indicators }: Means): Standings {
	const known = new Map(
		[...indicators].map(([code, mean]): [string, Pick<Standing, 'mean' | 'n'>] => [code, { mean, n: means.count }])
	);
	return standingsAgainst(instrument, result, known);
}

/** Classes that are those of the regions' instrument speak of regions: there the report says that they are shared. */
function meaning(report: AgencyReport, result: ReportResult, locale: ReportLocale) {
	const { instrument, options } = report;
	const reached = instrument.classes.find(({ code }) => code === result.score.readinessClass);
	const shared = DEFAULT_HEADER.classes.find(({ code }) => code === reached?.code);
	if (!reached || reached.meaning[locale] !== shared?.meaning[locale])
		return classMeaning(report, result, 'summary', locale);
	const text = options?.without.includes('method')
		? m.report_class_shared({}, { locale })
		: m.report_class_shared_method({}, { locale });
	return passage('summary.meaning', text);
}

function facts(report: AgencyReport, result: ReportResult, locale: ReportLocale) {
	const o = { locale };
	const { instrument, means, official } = report;
	const total = instrument.domains.reduce((sum, { indicators }) => sum + indicators.length, 0);
	return [
		changeFact(report, result, locale),
		{
			label: m.report_mean_label_agency({ region: shortName(result.region) }, o),
			value: formatIndex(means.index, locale),
			note:
				means.index === null
					? m.report_fact_mean_agency_few({ fewest: FEWEST_PEERS }, o)
					: m.report_fact_mean_agency({ count: means.count }, o)
		},
		{
			label: m.report_fact_answered({}, o),
			value: String(Object.keys(official).length),
			note: m.report_fact_answered_of({ indicators: m.report_n_indicators({ count: total }, o) }, o)
		}
	];
}
