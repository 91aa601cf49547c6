// Properties of every text of the reports, for rounds of any shape: what grammar asks, and what may be claimed.
import { assessedOn } from '../../../../../tests/support/assessed-on.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EAST_JAVA } from '../../../../../tests/support/east-java.ts';
import { ranking } from '#lib/domain/analysis/ranking.ts';
import { planActions } from '#lib/domain/planning/plan-actions.ts';
import { addDays } from '#lib/domain/planning/working-days.ts';
import { formatIndex } from '#lib/words/format-index.ts';
import type { Locale } from '#lib/domain/locale.ts';
import type { AnswerValue } from '#lib/domain/scoring/types.ts';
import type { Track } from '#lib/domain/workflow/types.ts';
import { grammarFaults, textsOf } from '../../../../../tests/support/check-grammar.ts';
import { agencyDocument } from './agency/agency-document.ts';
import { minutesDocument } from './minutes/minutes-document.ts';
import { planDocument } from './plan/plan-document.ts';
import { provinceDocument } from './province/province-document.ts';
import { regionDocument } from './region/region-document.ts';
import { EVERYTHING } from '#lib/domain/document/report-options.ts';
import {
	instrument,
	SAMPLE_PIECES,
	sampleAgencyReport,
	sampleBasis,
	sampleMinutes,
	samplePlanReport
} from '../../../../../tests/support/sample-report.ts';
import type { AgencyReport, OfficialAnswer, PlanReport, ProvinceReport, RegionReport } from './types.ts';

const codes = instrument.domains.flatMap((domain) => domain.indicators.map(({ code }) => code));
const places = EAST_JAVA.filter(({ code }) => ['35', '35.01', '35.02', '35.09', '35.78', '35.79'].includes(code));

/** From not begun to complete; often alike, so that there are ties.
 *  @param asked codes of an instrument's indicators */
const anyAnswers = (asked: readonly string[]) =>
	fc
		.record({
			base: fc.constantFrom<AnswerValue>(1, 2, 3, 4, 5, 'na'),
			open: fc.constantFrom(0, 0, 1, 5, 30, asked.length),
			other: fc.array(fc.tuple(fc.constantFrom(...asked), fc.constantFrom<AnswerValue>(1, 3, 5, 'na', null)), {
				maxLength: 4
			})
		})
		.map(({ base, open, other }): Record<string, AnswerValue> => ({
			...Object.fromEntries(asked.slice(open).map((code) => [code, base])),
			...Object.fromEntries(other)
		}));

function officialOf(answers: Record<string, AnswerValue>, track: Track): Record<string, OfficialAnswer> {
	return Object.fromEntries(
		Object.entries(answers).flatMap(([code, value]): [string, OfficialAnswer][] => {
			const level = value === 'na' ? null : value;
			return value === null ? [] : [[code, { track, level, notApplicable: value === 'na', justification: '' }]];
		})
	);
}

const hasLevel = (answers: Record<string, AnswerValue>) =>
	Object.values(answers).some((value) => typeof value === 'number');

/** What a round is made of; small, so that a counterexample can be read. */
const anyRound = fc.record({
	answers: fc.array(anyAnswers(codes), { minLength: 1, maxLength: places.length }),
	hasPrevious: fc.boolean(),
	target: fc.constantFrom(...instrument.classes.map(({ code }) => code)),
	state: fc.constantFrom('draft' as const, 'final' as const),
	track: fc.constantFrom('self' as const, 'assessor' as const, 'final' as const),
	/** Days up to the deadline, on which the plans begin; 0 = it is over. */
	days: fc.constantFrom(0, 3, 14, 210),
	/** Of the groups that the ranking falls into; null = its certainty is not known. */
	groupSize: fc.constantFrom(null, 1, 2, places.length),
	pieces: fc.constantFrom(0, 1, SAMPLE_PIECES.length),
	unitCost: fc.constantFrom(undefined, 350_000)
});
const STARTS_ON = '2026-08-03';

type AnyRound = typeof anyRound extends fc.Arbitrary<infer T> ? T : never;

/** The reports and plans of such a round; the region's own are of the last place, a kota. */
function reportsOn({ answers, hasPrevious, target, state, track, days, groupSize, pieces, unitCost }: AnyRound): {
	province: ProvinceReport;
	region: RegionReport;
	plans: PlanReport[];
} {
	const results = places.slice(-answers.length).map((region, at) => {
		const own = answers[at]!;
		const isBegun = Object.keys(own).length > 0;
		return {
			region,
			status: isBegun ? ('assessed' as const) : ('not_started' as const),
			track: isBegun ? track : null,
			answers: own,
			score: assessedOn(instrument, own, track ?? 'self')
		};
	});
	const previous = { code: '2025', name: 'Putaran 2025', scores: { '35.79': assessedOn(instrument, { A1: 2 }) } };
	const sample = sampleBasis({
		results,
		state,
		previous: hasPrevious ? previous : null,
		robustness: certaintyOf(results, groupSize)
	});
	const endsOn = addDays(STARTS_ON, days - 1);
	const basis = { ...sample, round: { ...sample.round, targetClass: target, endsOn } };
	const time = { startsOn: STARTS_ON, weeks: days / 7, dailyCapacity: 2, firstWeek: 10 };
	const plans = Object.fromEntries(
		results
			.filter((result) => hasLevel(result.answers))
			.map((result) => [result.region.code, planActions(instrument, result.answers, { ...time, targetClass: target })])
	);
	const own = results.at(-1)!;
	const { code } = own.region;
	const plan = plans[code] ?? null;
	const evidenceTally = { [code]: { pieces, answered: pieces, supported: pieces } };
	const options = { ...EVERYTHING, ...(unitCost !== undefined && { unitCost }) };
	const local = Object.fromEntries(Object.entries(plans).filter(([place]) => place !== '35'));
	return {
		province: { ...basis, plans, evidenceTally },
		region: {
			...basis,
			region: code,
			official: officialOf(own.answers, track),
			self: {},
			plan,
			evidence: SAMPLE_PIECES.slice(0, pieces)
		},
		plans: [
			{ ...basis, options, region: code, plans: plan ? { [code]: plan } : {}, time },
			{ ...basis, options, region: null, plans: local, time }
		]
	};
}

/** The ranking in groups of a size, as if the uncertainty had given them. */
function certaintyOf(results: ProvinceReport['results'], size: number | null): ProvinceReport['robustness'] {
	const order = ranking(results).flatMap(({ rank, result }) => (rank === null ? [] : [result.region.code]));
	if (size === null || order.length === 0) return null;
	const groups = order.flatMap((_, at) => (at % size === 0 ? [order.slice(at, at + size)] : []));
	const bands = order.map((code, at): [string, { medianRank: number; rankBand: [number, number] }] => [
		code,
		{ medianRank: at + 1, rankBand: [at + 1, Math.min(order.length, at + size)] }
	]);
	return { runs: 1000, regions: Object.fromEntries(bands), groups };
}

const sampleAgency = sampleAgencyReport();
const agencyInstrument = sampleAgency.instrument;
const agencyCodes = agencyInstrument.domains.flatMap((domain) => domain.indicators.map(({ code }) => code));

/** What the report on an agency is made of, alone or among others; small as above. */
const anyAgency = fc.record({
	answers: anyAnswers(agencyCodes),
	isAlone: fc.boolean(),
	hasPrevious: fc.boolean(),
	target: fc.constantFrom(...agencyInstrument.classes.map(({ code }) => code)),
	state: fc.constantFrom('draft' as const, 'final' as const),
	track: fc.constantFrom('self' as const, 'assessor' as const, 'final' as const),
	days: fc.constantFrom(0, 3, 14, 210),
	pieces: fc.constantFrom(0, 1, SAMPLE_PIECES.length)
});
type AnyAgency = typeof anyAgency extends fc.Arbitrary<infer T> ? T : never;

function agencyReport({ answers, isAlone, hasPrevious, target, state, track, days, pieces }: AnyAgency): AgencyReport {
	const { results, means, round } = sampleAgency;
	const before = { code: '2025', name: 'Putaran 2025', scores: { '35.78': assessedOn(agencyInstrument, { A1: 2 }) } };
	const time = { startsOn: STARTS_ON, weeks: days / 7, dailyCapacity: 2, targetClass: target };
	return {
		...sampleAgency,
		state,
		round: { ...round, targetClass: target, endsOn: addDays(STARTS_ON, days - 1) },
		results: [{ ...results[0]!, track, answers, score: assessedOn(agencyInstrument, answers, track ?? 'self') }],
		previous: hasPrevious ? before : null,
		means: isAlone ? { count: 1, index: null, domains: {}, indicators: {} } : means,
		official: officialOf(answers, track),
		plan: hasLevel(answers) ? planActions(agencyInstrument, answers, time) : null,
		evidence: SAMPLE_PIECES.slice(0, pieces)
	};
}

const locales: Locale[] = ['id', 'en'];
const runs = { numRuns: 40, seed: 20260803 };

describe('every text of a report', () => {
	test('keeps the grammar of its language', () => {
		fc.assert(
			fc.property(anyRound, (round) => {
				const { province, region } = reportsOn(round);
				for (const locale of locales) {
					for (const doc of [provinceDocument(province, locale), regionDocument(region, locale)]) {
						expect(grammarFaults(textsOf(doc), locale)).toEqual([]);
					}
				}
			}),
			runs
		);
	});

	test('keeps it in the plans of action', () => {
		fc.assert(
			fc.property(anyRound, (round) => {
				for (const plan of reportsOn(round).plans)
					for (const locale of locales) expect(grammarFaults(textsOf(planDocument(plan, locale)), locale)).toEqual([]);
			}),
			{ ...runs, numRuns: 8 } // the drawings take their time
		);
	});

	test('keeps it in the report on an agency, which speaks of no region where the agency is meant', () => {
		fc.assert(
			fc.property(anyAgency, (agency) => {
				const report = agencyReport(agency);
				for (const locale of locales) {
					const doc = agencyDocument(report, locale);
					expect(grammarFaults(textsOf(doc), locale)).toEqual([]);
					const said = [doc.findings, doc.method, doc.foreword, doc.plan.paragraphs, doc.empty];
					expect(JSON.stringify(said)).not.toMatch(/\bdaerah (dapat|sudah)|kabupaten\/kota|the region (can|has)/i);
				}
			}),
			runs
		);
	});

	test.each(locales)('of plans and minutes of the sample too, in %s', (locale) => {
		const plans = ['35.01', '35.29', null].map((code) => planDocument(samplePlanReport(code), locale));
		const minutes = [
			sampleMinutes([]),
			sampleMinutes([[4, 3, 3]], { pending: 1 }),
			sampleMinutes([
				[4, 3, 4],
				[1, 2, 3]
			])
		];
		for (const doc of [...plans, ...minutes.map((report) => minutesDocument(report, locale))])
			expect(grammarFaults(textsOf(doc), locale)).toEqual([]);
	});

	test('the reader of the grammar finds what is wrong', () => {
		const faults = (text: string, locale: Locale = 'en') => grammarFaults([['findings.text', text]], locale).length;
		for (const wrong of [
			'Of 1 regions, 2 are final.',
			'It has  two spaces.',
			'A , B.',
			'Ends twice..',
			'undefined regions.',
			'The mean is NaN.',
			'lower case begins a sentence.',
			'A {name} was forgotten.',
			'The index is 2,50.',
			' starts late',
			'0 of 3 regions are final.'
		])
			expect([wrong, faults(wrong)]).not.toEqual([wrong, 0]);
		expect(faults('Indeksnya 2.50.', 'id')).toBe(1);
		expect(faults('Of 11 regions, 1 is final.')).toBe(0);
	});
});

describe('claims, counted again from the answers', () => {
	test('who leads, and how many are above the mean', () => {
		fc.assert(
			fc.property(anyRound, (round) => {
				const { province } = reportsOn(round);
				const local = province.results.filter(({ region }) => region.type !== 'province');
				const valued = local.filter(({ score: { index, provisional } }) => index !== null && !provisional);
				const finding = provinceDocument(province, 'id').ranking.finding ?? '';
				const top = Math.max(...valued.map(({ score: { index } }) => index!));
				const leaders = valued.filter(({ score: { index } }) => index === top);
				if (valued.length > 1 && leaders.length < valued.length) {
					const mean = valued.reduce((sum, { score: { index } }) => sum + index!, 0) / valued.length;
					const above = valued.filter(({ score: { index } }) => index! - mean > 1e-9).length;
					expect(finding).toContain(`${above} dari ${valued.length} kabupaten/kota di atas rata-rata`);
					expect(finding).toContain(formatIndex(top, 'id'));
				} else expect(finding).not.toContain('memimpin');
				const isLeader = (name: string) => leaders.some(({ region }) => region.name === name);
				for (const { region } of local) {
					if (finding.includes(region.name)) expect([region.name, isLeader(region.name)]).toEqual([region.name, true]);
				}
			}),
			runs
		);
	});

	test('how many have reached the target, and the largest class', () => {
		fc.assert(
			fc.property(anyRound, (round) => {
				const { province } = reportsOn(round);
				const local = province.results.filter(({ region }) => region.type !== 'province');
				const order = instrument.classes.map(({ code }) => code);
				const inClass = local.flatMap(({ score: { readinessClass, provisional } }) =>
					readinessClass === null || provisional ? [] : [readinessClass]
				);
				const target = order.indexOf(province.round.targetClass);
				const reached = inClass.filter((code) => order.indexOf(code) <= target).length;
				const doc = provinceDocument(province, 'en');
				const said = doc.map?.finding ?? '';
				if (inClass.length === 0) expect(said).toMatch(/^No kabupaten or kota has a readiness class/);
				else if (reached === 0) expect(said).toMatch(/^No kabupaten or kota has reached/);
				else expect(said).toMatch(new RegExp(`^(All ${reached}|${reached} of ${local.length}) kabupaten and kota ha`));
				const counts = order.map((code) => inClass.filter((one) => one === code).length);
				const largest = Math.max(...counts);
				for (const [at, { name }] of instrument.classes.entries()) {
					const isNamed = doc.distribution.classes.finding?.includes(name.en) ?? false;
					// "Ready to Integrate" is no part of another class's name
					expect([name.en, isNamed]).toEqual([name.en, largest > 0 && counts[at] === largest]);
				}
			}),
			runs
		);
	});

	test('the domains ahead and behind, and what blocks the next class', () => {
		fc.assert(
			fc.property(anyRound, (round) => {
				const { region: report } = reportsOn(round);
				const own = report.results.find(({ region }) => region.code === report.region)!;
				const doc = regionDocument(report, 'id');
				const values = instrument.domains.flatMap(({ code, name }) => {
					const value = own.score.domains[code] ?? null;
					return value === null ? [] : [{ name: `${code} ${name.id}`, shown: formatIndex(value, 'id'), value }];
				});
				const sorted = values.toSorted((a, b) => b.value - a.value);
				const [high, low] = [sorted[0]?.shown, sorted.at(-1)?.shown];
				if (high !== low) {
					const [ahead = '', behind = ''] = (doc.domains.finding ?? '').split(', sedangkan ');
					for (const { name, shown } of values) {
						expect([name, ahead.includes(name), behind.includes(name)]).toEqual([name, shown === high, shown === low]);
					}
				}
				for (const blocker of doc.findings.blockers) {
					const gate = /tingkat (\d) pada (\w+) .*: sekarang tingkat (\d)\.$/.exec(blocker);
					if (!gate) continue;
					expect(own.answers[gate[2]!]).toBe(Number(gate[3]));
					expect(Number(gate[1])).toBeGreaterThan(Number(gate[3]));
				}
				const { strengths, gaps } = doc.findings;
				const means = (code: string) => {
					const levels = report.results.flatMap(({ region, answers, score }) => {
						const level = answers[code];
						return region.type === 'province' || score.provisional || typeof level !== 'number' ? [] : [level];
					});
					return levels.reduce((sum, level) => sum + level, 0) / levels.length;
				};
				for (const { code, level } of strengths) expect(level).toBeGreaterThan(means(code));
				const below = gaps.filter(({ code, level }) => level < means(code));
				expect([0, gaps.length]).toContain(below.length); // below the mean, or where most is to be won: not mixed
			}),
			runs
		);
	});
});
