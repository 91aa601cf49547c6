import { printPaint } from '#lib/charts/paint.ts';
import { radarChart, type RadarSeries } from '#lib/charts/radar-chart.ts';
import type { CodedMean } from '#lib/domain/analysis/group-means.ts';
import type { Locale } from '#lib/domain/locale.ts';
import { shownDifference } from '#lib/domain/scoring/shown-index.ts';
import { say } from '#lib/words/say.ts';
import { type Chart, source } from './chart.ts';
import { domainFinding } from './domain-finding.ts';
import { caption, type Passage } from './passages.ts';
import type { ReportBasis, ReportResult } from '../types.ts';

/** Data of a radar, for documents that draw it themselves. */
export interface RadarData {
	axes: { code: string; name: string }[];
	series: RadarSeries[];
}

/** Fewest axes of a radar: with fewer the table beside it says more. */
const RADAR_AXES = 4;

/** Means that a result is compared with; null where there is none. */
export interface Means {
	index: number | null;
	/** Means by code of the domain. */
	domains: ReadonlyMap<string, number | null>;
	indicators: ReadonlyMap<string, number | null>;
}

/** Names of the subject and of the mean in a drawing, and its description for readers who cannot see it. */
export interface RadarWords {
	subject: string;
	mean: string;
	radar: string;
}

/** Draws the domain indices against the mean, where there is one. */
export function domainRadar(
	basis: ReportBasis,
	{ result: { score }, means, words }: { result: Pick<ReportResult, 'score'>; means: Means; words: RadarWords },
	locale: Locale
): (Chart & RadarData) | null {
	const { domains } = basis.instrument;
	const finding = caption(
		'domains.finding',
		domainFinding(
			domains.map(({ code, name }) => ({ code, name: name[locale], value: score.domains[code] ?? null })),
			locale
		)
	);
	const compared = domains.map(({ code }) => means.domains.get(code) ?? null);
	return radar(
		basis,
		{
			title: words.radar,
			finding,
			series: [
				{ name: words.subject, values: domains.map(({ code }) => score.domains[code] ?? null) },
				...(compared.every((mean) => mean === null) ? [] : [{ name: words.mean, values: compared }])
			]
		},
		locale
	);
}

/** Draws the domain means of kabupaten and kota side by side. */
export function meanRadar(
	basis: ReportBasis,
	kabupaten: CodedMean[],
	kota: CodedMean[],
	locale: Locale
): (Chart & RadarData) | null {
	const finding = caption('domains.radar', radarMeansFinding(kabupaten, kota, locale));
	return radar(
		basis,
		{
			title: say(locale).report_radar_means_alt({}),
			finding,
			series: [
				{ name: say(locale).report_col_kabupaten({}), values: kabupaten.map(({ mean }) => mean) },
				{ name: say(locale).report_col_kota({}), values: kota.map(({ mean }) => mean) }
			]
		},
		locale
	);
}

/** Number of domains in which the kota are ahead, among those in which both have a mean. */
function radarMeansFinding(kabupaten: CodedMean[], kota: CodedMean[], locale: Locale): string {
	const pairs = kota.flatMap(({ mean }, at) => {
		const other = kabupaten[at]!.mean;
		return mean === null || other === null ? [] : [{ isAbove: (shownDifference(mean, other) ?? 0) > 0 }];
	});
	if (pairs.length === 0) return say(locale).report_radar_means_finding_plain({});
	const above = pairs.filter(({ isAbove }) => isAbove).length;
	if (above === 0) return say(locale).report_radar_means_finding_none({});
	return above === kota.length
		? say(locale).report_radar_means_finding_all({})
		: say(locale).report_radar_means_finding({ above, domains: say(locale).report_n_domains({ count: pairs.length }) });
}

function radar(
	basis: ReportBasis,
	{ title, finding, series }: { title: string; finding: Passage; series: RadarSeries[] },
	locale: Locale
): (Chart & RadarData) | null {
	const { domains, levels } = basis.instrument;
	if (domains.length < RADAR_AXES) return null;
	const axes = domains.map(({ code, name }) => ({ code, name: name[locale] }));
	const max = Math.max(...levels.map(({ level }) => level));
	const svg = radarChart(
		axes.map(({ code, name }) => `${code} ${name}`),
		{ title, paint: printPaint, max, series }
	);
	return { svg, alt: title, finding, caption: source(basis, locale), axes, series };
}
