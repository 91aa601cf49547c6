import { say } from '#lib/words/say.ts';
import { documentFrame } from '../shared/document-frame.ts';
import { evidenceTable } from '../shared/evidence-list.ts';
import { writeOut } from '../shared/passages.ts';
import { comparison } from '../shared/region-findings.ts';
import { areaMap, classLegend, classMap, tilesOf } from '../shared/map-charts.ts';
import type { ProvinceReport } from '../types.ts';
import type { Locale } from '#lib/domain/locale.ts';
import { distributionChapter } from './distribution-chapter.ts';
import { domainChapter, heatRows } from './domains-chapter.ts';
import { instrumentPart } from './instrument-appendix.ts';
import { consolidatedChapter } from './plan-chapter.ts';
import { rankingChapter } from './ranking-chapter.ts';
import { regionPages } from './region-pages.ts';
import { summaryChapter } from './summary-chapter.ts';
import { weakestChapter } from './weakest-chapter.ts';

/** Writes all parts that `province.typ` prints, as plain data in one language. Means, ranking and distribution are
 *  of the kabupaten and kota; the province's own government stands beside them.
 *  @returns numbers as text, charts as SVG, own texts of editors in their place */
export function provinceDocument(report: ProvinceReport, locale: Locale) {
	return writeOut(provinceDraft(report, locale), report.texts);
}

/** Writes the same from the data alone, with its passages still to be told apart. */
export function provinceDraft(report: ProvinceReport, locale: Locale) {
	const { instrument } = report;
	const own = report.results.find(({ region }) => region.type === 'province') ?? null;
	const compared = comparison(report);
	const highest = Math.max(...instrument.levels.map(({ level }) => level));
	const assessed = compared.index.n > 0;
	return {
		...documentFrame(report, { subject: own?.region.name ?? say(locale).report_all_regions({}), marked: null }, locale),
		'top-level': highest,
		empty: assessed ? null : say(locale).report_nothing_assessed_province({}),
		summary: summaryChapter(report, own, compared, locale),
		tiles: tilesOf(report, null, locale),
		map: classMap(report, null, locale),
		areas: areaMap(report, null, locale),
		legend: classLegend(report, locale),
		ranking: rankingChapter(report, compared, locale),
		distribution: distributionChapter(report, compared, locale),
		domains: domainChapter(report, compared, highest, locale),
		heat: heatRows(report, compared, highest, locale),
		weakest: weakestChapter(report, locale),
		plan: consolidatedChapter(report, locale),
		pages: regionPages(report, compared, highest, locale),
		evidence: evidenceTable(report, locale),
		instrument: instrument.domains.map((domain) => instrumentPart(report, domain, locale))
	};
}
