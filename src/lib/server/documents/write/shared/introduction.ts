import { joinNames } from '#lib/domain/analysis/join-names.ts';
import type { Instrument } from '#lib/domain/instrument/types.ts';
import type { Plan } from '#lib/domain/planning/types.ts';
import { m } from '#lib/paraglide/messages.js';
import { milestoneName } from '#lib/words/milestone-name.ts';
import { className } from './class-name.ts';
import { formatDate } from '../number-format.ts';
import { passage } from './passages.ts';
import type { ReportBasis } from '../types.ts';
import type { ReportLocale } from '#lib/domain/document/kinds.ts';

/** Legal sources named in the text; more of them would be a list that nobody reads. */
const NAMED = 6;

/** Basis, aim, scope, team and calendar of the round: the chapter that opens a report, written from its data.
 *  @param subject the region or agency that the report is about, with the plan printed in it; null = all of them */
export function introduction(
	basis: ReportBasis,
	locale: ReportLocale,
	adoption: string,
	subject: { name: string; code: string; plan: Plan | null } | null
) {
	const o = { locale };
	const { instrument, round, results } = basis;
	const sources = references(instrument, locale);
	const indicators = instrument.domains.flatMap((domain) => domain.indicators);
	const facts = {
		round: round.name,
		start: formatDate(round.startsOn, locale),
		end: formatDate(round.endsOn, locale),
		domains: m.report_n_domains({ count: instrument.domains.length }, o),
		indicators: m.report_n_indicators({ count: indicators.length }, o)
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
					? m.report_intro_scope_agency(facts, o)
					: m.report_intro_scope_regions({ ...facts, regions: m.report_n_regions({ count: results.length }, o) }, o)
			),
			...(basis.options?.without.includes('method')
				? []
				: [passage('introduction.method', m.report_intro_scope_method({}, o))])
		],
		team: team.map(({ name, regions }) => ({ name, regions: String(regions.length) })),
		calendar: basis.milestones.map((milestone) => ({
			name: milestoneName(milestone, locale),
			period: period(milestone, locale)
		})),
		labels: {
			title: m.report_introduction({}, o),
			basis: m.report_intro_basis({}, o),
			aim: m.report_intro_aim({}, o),
			scope: m.report_intro_scope({}, o),
			team: m.report_intro_team({}, o),
			team_none: m.report_intro_team_none({}, o),
			table_team: m.report_table_team({}, o),
			table_calendar: m.report_table_calendar({}, o),
			calendar: m.report_intro_calendar({}, o),
			calendar_none: m.report_intro_calendar_none({}, o),
			col_assessor: m.report_col_assessor({}, o),
			col_regions: m.report_col_region_count({}, o),
			col_milestone: m.report_col_milestone({}, o),
			col_period: m.report_col_period({}, o)
		}
	};
}

/** What the report shows of one region: steps only where its plan has some and is printed. */
function aimOfRegion(
	basis: ReportBasis,
	{ name: subject, code, plan }: { name: string; code: string; plan: Plan | null },
	locale: ReportLocale
): string {
	const o = { locale };
	const target = className(basis, plan?.targetClass ?? basis.round.targetClass, locale);
	const { index } = basis.results.find(({ region }) => region.code === code)!.score;
	if (index === null) return m.report_intro_aim_region_none({ subject, target }, o);
	if (plan?.reached) return m.report_intro_aim_region_reached({ subject, target }, o);
	const hasSteps = plan !== null && plan.reachable && !basis.options?.without.includes('plan');
	return hasSteps
		? m.report_intro_aim_region({ subject, target }, o)
		: m.report_intro_aim_region_plain({ subject, target }, o);
}

function aimOfAll({ instrument, round, options }: ReportBasis, locale: ReportLocale): string {
	const target = className({ instrument }, round.targetClass, locale);
	return options?.without.includes('plan')
		? m.report_intro_aim_province_plain({ target }, { locale })
		: m.report_intro_aim_province({ target }, { locale });
}

/** The sources that most indicators refer to, as one sentence; nothing where the instrument names none. */
function references({ domains }: Instrument, locale: ReportLocale): string {
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
		? m.report_intro_references_more({ references: list }, { locale })
		: m.report_intro_references({ references: list }, { locale });
}

function period({ startsOn, endsOn }: { startsOn: string; endsOn: string }, locale: ReportLocale): string {
	const from = formatDate(startsOn, locale);
	return startsOn === endsOn ? from : m.report_period({ from, to: formatDate(endsOn, locale) }, { locale });
}
