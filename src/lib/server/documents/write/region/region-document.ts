import { shortName } from '#lib/domain/geography/region-name.ts';
import { explain } from '#lib/domain/scoring/explain.ts';
import { say } from '#lib/words/say.ts';
import { assessedChapters, emptyNote } from '../shared/assessed-chapters.ts';
import { documentFrame } from '../shared/document-frame.ts';
import { writeOut } from '../shared/passages.ts';
import { comparison, regionFindings } from '../shared/region-findings.ts';
import { areaMap, classMap, tilesOf } from '../shared/map-charts.ts';
import type { RegionReport } from '../types.ts';
import type { Locale } from '#lib/domain/locale.ts';

/** Writes all parts that `region.typ` prints, as plain data in one language: numbers as text, charts as SVG, own
 *  texts of editors in their place.
 *  @throws RangeError when the region is not one of the round */
export function regionDocument(report: RegionReport, locale: Locale) {
	return writeOut(regionDraft(report, locale), report.texts);
}

/** Writes the same from the data alone, with its passages still to be told apart.
 *  @throws RangeError as above */
export function regionDraft(report: RegionReport, locale: Locale) {
	const result = report.results.find(({ region }) => region.code === report.region);
	if (!result) throw new RangeError(`no region ${report.region} in round ${report.round.code}`);
	const { region } = result;
	const compared = comparison(report);
	const explanation = explain(report.instrument, result.answers);
	const words = {
		subject: shortName(region),
		mean: say(locale).report_mean_label({}),
		radar: say(locale).report_radar_alt({ region: region.name })
	};
	return {
		...documentFrame(report, { subject: region.name, marked: region.code, own: report }, locale),
		empty: emptyNote(report, result, say(locale).report_nothing_assessed({}), locale),
		findings: regionFindings(report, { result, compared, explanation, place: 'summary' }, locale),
		tiles: tilesOf(report, region.code, locale),
		map: areaMap(report, region.code, locale) ?? classMap(report, region.code, locale),
		...assessedChapters(
			report,
			{ result, means: { ...compared, index: compared.index.mean }, explanation, words },
			locale
		)
	};
}
