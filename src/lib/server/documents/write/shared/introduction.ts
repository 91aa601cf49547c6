import { joinNames } from '#lib/words/join-names.ts';
import { formatDate } from '#lib/words/format-date.ts';
import type { Locale } from '#lib/domain/locale.ts';
import type { Instrument } from '#lib/domain/instrument/types.ts';
import type { Plan } from '#lib/domain/planning/types.ts';
import { say } from '#lib/words/say.ts';
import { milestoneName } from '#lib/words/milestone-name.ts';
import { className } from './class-name.ts';
import { passage } from './passages.ts';
import type { ReportBasis } from '../types.ts';

/** Legal sources named in the text; more of them would be a list that nobody reads. */
const NAMED = 6;

/** Writes the chapter that opens a report from its data: basis, aim, scope, team and calendar of the round.
 *  @param subject the region or agency that the report is about, with the plan printed in it; null = all of them */
export function introduction(
	basis: ReportBasis,
	locale: Locale,
	adoption: string,
	subject: { name: string; code: string; plan: Plan | null } | null
) {
	const { instrument, round, results } = basis;
	const sources = references(instrument, locale);
	const indicators = instrument.domains.flatMap((domain) => domain.indicators);
	const facts = {
		round: round.name,
		start: formatDate(round.startsOn, locale),
		end: formatDate(round.endsOn, locale),
		domains: say(locale).report_n_domains({ count: instrument.domains.length }),
		indicators: say(locale).report_n_indicators({ count: indicators.length })
	};
	const team = basis.team.filter(({ regions }) => !subject || regions.includes(subject.code));
	return {
		basis: [
			passage('introduction.adoption', adoption),
			...(sources === '' ? [] : [passage('introduction.references', sources)])
		],
		aim: passage('introduction.aim', subject ? aimOfRegion(basis, subject, locale) : aimOfAll(basis, locale)),
		scope: [
			passage(
				'introduction.scope',
				instrument.unit === 'agency'
					? say(locale).report_intro_scope_agency(facts)
					: say(locale).report_intro_scope_regions({
							...facts,
							regions: say(locale).report_n_regions({ count: results.length })
						})
			),
			...(basis.options?.without.includes('method')
				? []
				: [passage('introduction.method', say(locale).report_intro_scope_method({}))])
		],
		team: team.map(({ name, regions }) => ({ name, regions: String(regions.length) })),
		calendar: basis.milestones.map((milestone) => ({
			name: milestoneName(milestone, locale),
			period: period(milestone, locale)
		})),
		labels: {
			title: say(locale).report_introduction({}),
			basis: say(locale).report_intro_basis({}),
			aim: say(locale).report_intro_aim({}),
			scope: say(locale).report_intro_scope({}),
			team: say(locale).report_intro_team({}),
			team_none: say(locale).report_intro_team_none({}),
			table_team: say(locale).report_table_team({}),
			table_calendar: say(locale).report_table_calendar({}),
			calendar: say(locale).report_intro_calendar({}),
			calendar_none: say(locale).report_intro_calendar_none({}),
			col_assessor: say(locale).report_col_assessor({}),
			col_regions: say(locale).report_col_region_count({}),
			col_milestone: say(locale).report_col_milestone({}),
			col_period: say(locale).report_col_period({})
		}
	};
}

/** Content of the report on one region: steps only where its plan has some and is printed. */
function aimOfRegion(
	basis: ReportBasis,
	{ name: subject, code, plan }: { name: string; code: string; plan: Plan | null },
	locale: Locale
): string {
	const target = className(basis, plan?.targetClass ?? basis.round.targetClass, locale);
	const { index } = basis.results.find(({ region }) => region.code === code)!.score;
	if (index === null) return say(locale).report_intro_aim_region_none({ subject, target });
	if (plan?.reached) return say(locale).report_intro_aim_region_reached({ subject, target });
	const hasSteps = plan !== null && plan.reachable && !basis.options?.without.includes('plan');
	return hasSteps
		? say(locale).report_intro_aim_region({ subject, target })
		: say(locale).report_intro_aim_region_plain({ subject, target });
}

function aimOfAll({ instrument, round, options }: ReportBasis, locale: Locale): string {
	const target = className({ instrument }, round.targetClass, locale);
	return options?.without.includes('plan')
		? say(locale).report_intro_aim_province_plain({ target })
		: say(locale).report_intro_aim_province({ target });
}

/** Sentence on the sources that most indicators refer to; empty where the instrument names none. */
function references({ domains }: Instrument, locale: Locale): string {
	const counts = new Map<string, number>();
	for (const { reference } of domains.flatMap(({ indicators }) => indicators)) {
		for (const source of (reference ?? '').split(';').map((part) => part.trim())) {
			if (source) counts.set(source, (counts.get(source) ?? 0) + 1);
		}
	}
	if (counts.size === 0) return '';
	const named = [...counts].sort((a, b) => b[1] - a[1]).slice(0, NAMED);
	const list = joinNames(
		named.map(([source]) => source),
		locale
	);
	return named.length < counts.size
		? say(locale).report_intro_references_more({ references: list })
		: say(locale).report_intro_references({ references: list });
}

function period({ startsOn, endsOn }: { startsOn: string; endsOn: string }, locale: Locale): string {
	const from = formatDate(startsOn, locale);
	return startsOn === endsOn ? from : say(locale).report_period({ from, to: formatDate(endsOn, locale) });
}
