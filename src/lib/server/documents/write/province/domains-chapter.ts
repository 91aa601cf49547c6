import { domainMeans } from '#lib/domain/analysis/group-means.ts';
import { formatIndex } from '#lib/words/format-index.ts';
import type { Locale } from '#lib/domain/locale.ts';
import { domainFinding } from '../shared/domain-finding.ts';
import { caption } from '../shared/passages.ts';
import type { Comparison } from '../shared/region-findings.ts';
import { meanRadar } from '../shared/radar-charts.ts';
import type { ProvinceReport } from '../types.ts';

/** Writes the means of the domains, of all regions and by type.
 *  @param highest level of the instrument, the whole of a bar */
export function domainChapter(report: ProvinceReport, compared: Comparison, highest: number, locale: Locale) {
	const all = domainMeans(report.instrument, report.results);
	const ofType = (type: string) =>
		domainMeans(
			report.instrument,
			report.results.filter(({ region }) => region.type === type)
		);
	const [kabupaten, kota] = [ofType('kabupaten'), ofType('kota')];
	return {
		finding: caption(
			'domains.finding',
			domainFinding(
				report.instrument.domains.map((domain, position) => ({
					code: domain.code,
					name: domain.name[locale],
					value: all[position]!.mean
				})),
				locale
			)
		),
		radar: compared.index.n > 0 ? meanRadar(report, kabupaten, kota, locale) : null,
		rows: report.instrument.domains.map((domain, position) => {
			const { mean, min, max } = all[position]!;
			return {
				code: domain.code,
				name: domain.name[locale],
				share: mean === null ? null : mean / highest,
				mean: formatIndex(mean, locale),
				min: formatIndex(min, locale),
				max: formatIndex(max, locale),
				kabupaten: formatIndex(kabupaten[position]!.mean, locale),
				kota: formatIndex(kota[position]!.mean, locale)
			};
		})
	};
}

/** Lists region × domain; `share` of the range of levels gives the shade. The province stands last. */
export function heatRows(report: ProvinceReport, { ranking }: Comparison, highest: number, locale: Locale) {
	const lowest = Math.min(...report.instrument.levels.map(({ level }) => level));
	const cell = (value: number | null | undefined) => ({
		text: formatIndex(value ?? null, locale),
		share: typeof value === 'number' && highest > lowest ? (value - lowest) / (highest - lowest) : null
	});
	const own = report.results.filter(({ region }) => region.type === 'province');
	return {
		head: report.instrument.domains.map(({ code }) => code),
		key: report.instrument.domains.map((domain) => `${domain.code} ${domain.name[locale]}`).join('; '),
		rows: [...ranking.map(({ result }) => result), ...own].map(({ region, score }) => ({
			name: region.name,
			cells: [cell(score.index), ...report.instrument.domains.map(({ code }) => cell(score.domains[code]))]
		}))
	};
}
