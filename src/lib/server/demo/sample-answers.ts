import { shortName } from '#lib/domain/geography/region-name.ts';
import type { Region } from '#lib/domain/geography/types.ts';
import type { Instrument } from '#lib/domain/instrument/types.ts';
import { ASSESSMENT_STEPS, type Step } from '#lib/domain/workflow/assessment-machine.ts';
import type { ChangeReason } from '#lib/domain/workflow/change-reasons.ts';
import type { AssessmentStatus, Track } from '#lib/domain/workflow/types.ts';
import { writeJustification } from './justifications.ts';
import { gaussian, integer, type Random, randomFor } from './random.ts';
import { explainChange } from './sample-changes.ts';
import { SAMPLE_AGENCIES, type SampleAgency } from './sample-agencies.ts';
import { previousLevels, sampleLevels, selfLevels, type Levels } from './sample-levels.ts';
import type { Facts } from './slots.ts';

export interface SampleAnswer {
	indicator: string;
	track: Track;
	/** Level of the answer; null exactly when not applicable. */
	level: number | null;
	notApplicable: boolean;
	justification: string;
	/** Reason why the assessor's level differs from the region's own. */
	changeReason: ChangeReason | null;
	changeNote: string;
	/** Whole days before the creation of the demo. */
	daysAgo: number;
	/** First answer, where the person thought again. */
	earlier: { level: number; justification: string; daysAgo: number } | null;
}

/** A step taken, whole days before the creation of the demo. */
export interface SampleStep {
	step: Step;
	to: AssessmentStatus;
	daysAgo: number;
}

export interface SampleAssessment {
	regionCode: string;
	/** Id of an agency; null for the region's own assessment. */
	agencyId: string | null;
	status: AssessmentStatus;
	/** Time when the status was reached, days before the creation of the demo; null when nothing was started. */
	statusDaysAgo: number | null;
	/** Every step up to the status, the first one first. */
	steps: SampleStep[];
	answers: SampleAnswer[];
}

/** Days since round 2026 began: the fourth day of week 9. */
export const ROUND_2026_AGE = 59;

/** Days since round 2025 began; it lasted 13 weeks. */
export const ROUND_2025_AGE = 424;

/** Day of a round on which the plenary sits: the Thursday of week 13. */
export const PLENARY_DAY = 87;

/** State of the regions that are not yet assessed, with the share answered of the track under way. */
const UNDER_WAY: Record<string, { status: AssessmentStatus; answered: number }> = {
	'35.21': { status: 'not_started', answered: 0 },
	'35.27': { status: 'not_started', answered: 0 },
	'35.12': { status: 'not_started', answered: 0 },
	'35.24': { status: 'not_started', answered: 0 },
	'35.01': { status: 'self_assessment', answered: 0.45 },
	'35.03': { status: 'self_assessment', answered: 0.6 },
	'35.08': { status: 'self_assessment', answered: 0.33 },
	'35.29': { status: 'self_assessment', answered: 0.4 },
	'35.75': { status: 'self_assessment', answered: 0.75 },
	'35.78': { status: 'in_review', answered: 0.55 },
	'35.14': { status: 'in_review', answered: 0.3 },
	'35.09': { status: 'clarification', answered: 0.7 },
	'35.17': { status: 'submitted', answered: 0 },
	'35.18': { status: 'submitted', answered: 0 },
	'35.26': { status: 'submitted', answered: 0 }
};

/** A region that calls an indicator not applicable where the assessor disagrees. */
const DISPUTED = { region: '35.28', indicator: 'G6' };

/** Makes round 2026, week 9 of 13 and a little behind plan: 24 of 39 assessed on both tracks, 3 in review (one of
 *  them waits for clarification), 3 submitted, 5 in self-assessment, 4 not started.
 *  @returns one assessment per region, in their order */
export function sampleRound(instrument: Instrument, regions: readonly Region[], seed: number): SampleAssessment[] {
	const levels = sampleLevels(instrument, regions, seed);
	return regions.map((region) => {
		const self = selfLevels(levels[region.code]!, randomFor(seed, region.code, 'self'));
		if (region.code === DISPUTED.region && DISPUTED.indicator in self) self[DISPUTED.indicator] = 'na';
		const { status, answered } = UNDER_WAY[region.code] ?? { status: 'assessed' as const, answered: 1 };
		const parts = { self, assessor: levels[region.code]!, status, answered };
		return assessment(instrument, { regionCode: region.code, agencyId: null }, parts, regionFacts(region, seed, 2026));
	});
}

/** Makes round 2025, published: every region assessed, on the assessor's track alone. */
export function samplePublishedRound(
	instrument: Instrument,
	regions: readonly Region[],
	seed: number
): SampleAssessment[] {
	const levels = previousLevels(sampleLevels(instrument, regions, seed), seed);
	return regions.map((region) => {
		const facts = regionFacts(region, seed, 2025);
		const statusDaysAgo = ROUND_2025_AGE - integer(randomFor(seed, region.code, 'assessed in 2025'), 25, 84);
		const answers = track(instrument, { levels: levels[region.code]!, self: null }, facts, [
			statusDaysAgo + 7,
			statusDaysAgo
		]);
		const finalDaysAgo = ROUND_2025_AGE - PLENARY_DAY;
		const steps = stepsTo([
			['begin_review', statusDaysAgo + 7],
			['finish', statusDaysAgo],
			['finalise', finalDaysAgo]
		]);
		return { regionCode: region.code, agencyId: null, status: 'final', statusDaysAgo: finalDaysAgo, steps, answers };
	});
}

/** Makes the short forms of the sample agencies in round 2026, in several states.
 *  @param instrument the agencies' instrument, ikid-opd */
export function sampleAgencyRound(
	instrument: Instrument,
	regions: readonly Region[],
	seed: number
): SampleAssessment[] {
	return SAMPLE_AGENCIES.flatMap((agency) => {
		const region = regions.find(({ code }) => code === agency.regionCode);
		if (!region) return [];
		const levels = agencyLevels(instrument, agency, seed);
		const self = selfLevels(levels, randomFor(seed, agency.id, 'self'));
		const answered = agency.status === 'submitted' ? 0 : agency.answered;
		const parts = { self, assessor: levels, status: agency.status, answered };
		return assessment(
			instrument,
			{ regionCode: region.code, agencyId: agency.id },
			parts,
			agencyFacts(agency, region, seed)
		);
	});
}

interface Parts {
	self: Levels;
	assessor: Levels;
	status: AssessmentStatus;
	/** Share answered of the track under way, 0–1: `self` in progress, `assessor` once submitted. */
	answered: number;
}

function assessment(
	instrument: Instrument,
	{ regionCode, agencyId }: { regionCode: string; agencyId: string | null },
	{ self, assessor, status, answered }: Parts,
	facts: Facts
): SampleAssessment {
	const random = randomFor(facts.seed, facts.subject, 'days');
	const reached = { self_assessment: integer(random, 9, 16), submitted: integer(random, 4, 11) };
	const done = { regionCode, agencyId, status };
	if (status === 'not_started') return { ...done, statusDaysAgo: null, steps: [], answers: [] };
	if (status === 'self_assessment') {
		const answers = track(instrument, { levels: some(self, answered) }, facts, [reached.self_assessment, 0]);
		const steps = stepsTo([['start', reached.self_assessment]]);
		return { ...done, statusDaysAgo: reached.self_assessment, steps, answers };
	}
	const assessedAt = integer(random, 1, 36);
	const isThrough = status === 'assessed';
	const submittedAt = isThrough ? assessedAt + integer(random, 6, 10) : reached.submitted;
	const assessedUntil = isThrough ? assessedAt : 0;
	// a region that waits for its answer has been under review for longer, so that a question can be overdue
	const begunAt = Math.min(assessedUntil + (status === 'clarification' ? 8 : 4), submittedAt - 1);
	const taken: [Step, number][] = [
		['start', submittedAt + 11],
		['submit', submittedAt],
		['begin_review', begunAt],
		...(status === 'clarification' ? [['ask', Math.max(1, begunAt - 1)] as [Step, number]] : []),
		...(isThrough ? [['finish', assessedAt] as [Step, number]] : [])
	];
	const steps = stepsTo(status === 'submitted' ? taken.slice(0, 2) : taken);
	return {
		...done,
		statusDaysAgo: steps.at(-1)!.daysAgo,
		steps,
		answers: [
			...track(instrument, { levels: self }, facts, [submittedAt + 11, submittedAt]),
			...track(instrument, { levels: isThrough ? assessor : some(assessor, answered), self }, facts, [
				begunAt,
				assessedUntil
			])
		]
	};
}

/** Steps with the statuses that the state machine gives them. */
function stepsTo(taken: readonly [Step, number][]): SampleStep[] {
	return taken.map(([step, daysAgo]) => ({ step, to: ASSESSMENT_STEPS[step].to, daysAgo }));
}

/** The answers of one track in the instrument's order, written from `days[0]` down to `days[1]` days ago.
 *  @param self undefined for the self-assessment itself; for the assessor its answers, null without one */
function track(
	instrument: Instrument,
	{ levels, self }: { levels: Levels; self?: Levels | null },
	facts: Facts,
	[from, to]: [number, number]
): SampleAnswer[] {
	const name: Track = self === undefined ? 'self' : 'assessor';
	const codes = instrument.domains.flatMap((domain) => domain.indicators.map((indicator) => indicator.code));
	const answered = codes.filter((code) => levels[code] !== undefined);
	return answered.map((indicator, place) => {
		const value = levels[indicator]!;
		const daysAgo = Math.round(from - ((from - to) * place) / Math.max(1, answered.length - 1));
		const write = (level: number | 'na') =>
			writeJustification(
				{ instrument: instrument.code, indicator },
				{ value: level, self: self?.[indicator] },
				name,
				facts
			);
		return {
			indicator,
			track: name,
			level: value === 'na' ? null : value,
			notApplicable: value === 'na',
			justification: write(value),
			...explainChange(self?.[indicator], value, randomFor(facts.seed, facts.subject, indicator, 'change')),
			daysAgo,
			earlier: secondThought(
				value,
				{ daysAgo, from },
				write,
				randomFor(facts.seed, facts.subject, indicator, name, 'earlier')
			)
		};
	});
}

/** One answer in eight was another at first: mostly a level higher, written one to three days before. */
function secondThought(
	value: number | 'na',
	{ daysAgo, from }: { daysAgo: number; from: number },
	write: (level: number) => string,
	random: Random
): SampleAnswer['earlier'] {
	if (value === 'na' || random() > 0.125) return null;
	const level = value < 5 && random() < 0.75 ? value + 1 : Math.max(1, value - 1);
	const earlierDay = Math.min(from, daysAgo + integer(random, 1, 3));
	return earlierDay > daysAgo && level !== value ? { level, justification: write(level), daysAgo: earlierDay } : null;
}

/** The first answers of a form: people work through it in order and leave what they must ask others about. */
function some(levels: Levels, share: number): Levels {
	const entries = Object.entries(levels);
	const count = Math.round(entries.length * share);
	const leftForLater = count > 8 ? [3, 7] : [];
	const worked = entries.slice(0, count + leftForLater.length);
	return Object.fromEntries(worked.filter((_entry, place) => !leftForLater.includes(place)));
}

function agencyLevels(instrument: Instrument, agency: SampleAgency, seed: number): Levels {
	const codes = instrument.domains.flatMap((domain) => domain.indicators.map((indicator) => indicator.code));
	return Object.fromEntries(
		codes.map((code) => {
			const level = agency.ability + 0.6 * gaussian(randomFor(seed, agency.id, code));
			return [code, Math.min(5, Math.max(1, Math.round(level)))];
		})
	);
}

/** Plausible sizes: about 30 to 36 OPD in a kabupaten, fewer in a kota, 50 in the province. */
function regionFacts(region: Region, seed: number, year: number): Facts {
	const random = randomFor(seed, region.code, 'facts');
	const province = region.type === 'province';
	const kota = region.type === 'kota';
	return {
		seed,
		subject: region.code,
		year,
		agencies: province ? 50 : kota ? integer(random, 27, 32) : integer(random, 30, 36),
		datasets: province ? integer(random, 600, 720) : integer(random, 140, 310),
		words: {
			wilayah: shortName(region),
			perkada: province ? 'Pergub' : kota ? 'Perwali' : 'Perbup',
			kepala: province ? 'Gubernur' : kota ? 'Wali Kota' : 'Bupati',
			wil: province ? 'kabupaten/kota' : 'kecamatan',
			unit_bawah: province ? 'UPT' : 'kecamatan',
			atasan: province ? 'kabupaten/kota' : 'provinsi',
			portal: province ? 'portal SDI' : 'Satu Data Jatim',
			mitra: province ? 'Sekretariat SDI' : 'Diskominfo Provinsi'
		}
	};
}

function agencyFacts(agency: SampleAgency, region: Region, seed: number): Facts {
	const datasets = integer(randomFor(seed, agency.id, 'facts'), 18, 56);
	return {
		...regionFacts(region, seed, 2026),
		subject: agency.id,
		datasets,
		words: { wilayah: shortName(region), bidang: String(agency.fields), dataset: String(datasets) }
	};
}
