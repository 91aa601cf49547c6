import type { Finding } from '#lib/domain/analysis/story.ts';
import type { Instrument } from '#lib/domain/instrument/types.ts';
import { formatIndex } from '#lib/words/format-index.ts';
import type { Locale } from '#lib/domain/locale.ts';
import { m } from '#lib/paraglide/messages.js';

/** A finding as a meeting room reads it. */
export interface FindingWords {
	title: string;
	/** Ground that the finding rests on. */
	why: string;
	/** Codes of the regions that it is about; null = all. */
	regions: string[] | null;
	/** Measure that the map beside it shows. */
	by: string;
}

/** Puts a finding into words.
 *  @param grouping name for a group of regions; empty where there are no groups */
export function findingWords(finding: Finding, instrument: Instrument, grouping: string, locale: Locale): FindingWords {
	const o = { locale };
	const className = (code: string) => instrument.classes.find((one) => one.code === code)?.name[locale] ?? code;
	const nameOf = (code: string) =>
		instrument.domains.flatMap(({ indicators }) => indicators).find((one) => one.code === code)?.name[locale] ?? '';
	switch (finding.kind) {
		case 'gate': {
			const { indicator, required, target, regions, of } = finding;
			const words = { count: regions.length, of, target: className(target), indicator, name: nameOf(indicator) };
			return { title: m.present_gate(words, o), why: m.present_gate_why({ required }, o), regions, by: 'class' };
		}
		case 'near': {
			const { target, within, regions } = finding;
			const title = m.present_near({ count: regions.length, target: className(target) }, o);
			return { title, why: m.present_near_why({ within: formatIndex(within, locale) }, o), regions, by: 'class' };
		}
		case 'weakest': {
			const { indicator, mean, n } = finding;
			const title = m.present_weakest({ indicator, name: nameOf(indicator), mean: formatIndex(mean, locale) }, o);
			return { title, why: m.present_weakest_why({ n }, o), regions: null, by: indicator };
		}
		case 'blank': {
			const { regions, of } = finding;
			const title = m.present_blank({ count: regions.length, of }, o);
			return { title, why: m.present_blank_why({}, o), regions, by: 'class' };
		}
		case 'area': {
			const { best, high, worst, low } = finding;
			const words = { grouping, best, high: formatIndex(high, locale), worst, low: formatIndex(low, locale) };
			return { title: m.present_area(words, o), why: m.present_area_why({ grouping }, o), regions: null, by: 'index' };
		}
	}
}
