import { shortName } from '#lib/domain/geography/region-name.ts';
import type { Region } from '#lib/domain/geography/types.ts';
import type { Instrument } from '#lib/domain/instrument/types.ts';
import type { AssessmentStatus, Track } from '#lib/domain/workflow/types.ts';
import { writeJustification } from './justifications.ts';
import { gaussian, integer, randomFor } from './random.ts';
import { SAMPLE_AGENCIES, type SampleAgency } from './sample-agencies.ts';
import { previousLevels, sampleLevels, selfLevels, type Levels } from './sample-levels.ts';
import type { Facts } from './slots.ts';

export interface SampleAnswer {
	indicator: string;
	track: Track;
	/** Null exactly when not applicable. */
	level: number | null;
	notApplicable: boolean;
	justification: string;
	/** Whole days before the creation of the demo. */
	daysAgo: number;
}

export interface SampleAssessment {
	regionCode: string;
	/** Id of an agency; null for the region's own assessment. */
	agencyId: string | null;
	status: AssessmentStatus;
	/** When the status was reached, days before the creation of the demo; null when nothing was started. */
	statusDaysAgo: number | null;
	answers: SampleAnswer[];
}

/** Days since round 2026 began: the fourth day of week 9. */
export const ROUND_2026_AGE = 59;

/** Days since round 2025 began; it lasted 13 weeks. */
export const ROUND_2025_AGE = 424;

/** Where the regions that are not yet assessed stand, with the share answered of the track under way. */
const UNDER_WAY: Record<string, { status: AssessmentStatus; answered: number }> = {
	'35.21': { status: 'not_started', answered: 0 },
	'35.27': { status: 'not_started', answered: 0 },
	'35.12': { status: 'not_started', answered: 0 },
	'35.24': { status: 'not_started', answered: 0 },
	'35.01': { status: 'in_progress', answered: 0.45 },
	'35.03': { status: 'in_progress', answered: 0.6 },
	'35.08': { status: 'in_progress', answered: 0.33 },
	'35.29': { status: 'in_progress', answered: 0.4 },
	'35.75': { status: 'in_progress', answered: 0.75 },
	'35.78': { status: 'submitted', answered: 0.55 },
	'35.14': { status: 'submitted', answered: 0.3 },
	'35.09': { status: 'submitted', answered: 0.7 },
	'35.17': { status: 'submitted', answered: 0 },
	'35.18': { status: 'submitted', answered: 0 },
	'35.26': { status: 'submitted', answered: 0 }
};

/** A region that calls an indicator not applicable where the assessor disagrees. */
const DISPUTED = { region: '35.28', indicator: 'G6' };

/** Round 2026, week 9 of 13 and a little behind plan: 24 of 39 assessed on both tracks, 6 submitted (some partly
 *  assessed), 5 in progress, 4 not started. One assessment per region, in their order. */
export function sampleRound(instrument: Instrument, regions: readonly Region[], seed: number): SampleAssessment[] {
	const levels = sampleLevels(instrument, regions, seed);
	return regions.map((region) => {
		const self = selfLevels(levels[region.code]!, randomFor(seed, region.code, 'self'));
		if (region.code === DISPUTED.region && DISPUTED.indicator in self) self[DISPUTED.indicator] = 'na';
		const { status, answered } = UNDER_WAY[region.code] ?? { status: 'assessed' as const, answered: 1 };
		const parts = { self, assessor: levels[region.code]!, status, answered };
		return assessment(instrument, region.code, null, parts, regionFacts(region, seed, 2026));
	});
}

/** Round 2025, published: every region assessed, on the assessor's track alone. */
export function samplePublishedRound(
	instrument: Instrument,
	regions: readonly Region[],
	seed: number
): SampleAssessment[] {
	const levels = previousLevels(sampleLevels(instrument, regions, seed), seed);
	return regions.map((region) => {
		const facts = regionFacts(region, seed, 2025);
		const statusDaysAgo = ROUND_2025_AGE - integer(randomFor(seed, region.code, 'assessed in 2025'), 25, 84);
		const answers = track(instrument, levels[region.code]!, null, facts, [statusDaysAgo + 7, statusDaysAgo]);
		return { regionCode: region.code, agencyId: null, status: 'assessed', statusDaysAgo, answers };
	});
}

/** The short forms of the sample agencies in round 2026, in several states.
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
		return assessment(instrument, region.code, agency.id, parts, agencyFacts(agency, region, seed));
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
	regionCode: string,
	agencyId: string | null,
	{ self, assessor, status, answered }: Parts,
	facts: Facts
): SampleAssessment {
	const random = randomFor(facts.seed, facts.subject, 'days');
	const reached = { not_started: 0, in_progress: integer(random, 9, 16), submitted: integer(random, 4, 11) };
	const done = { regionCode, agencyId, status };
	if (status === 'not_started') return { ...done, statusDaysAgo: null, answers: [] };
	if (status === 'in_progress') {
		const answers = track(instrument, some(self, answered), undefined, facts, [reached.in_progress, 0]);
		return { ...done, statusDaysAgo: reached.in_progress, answers };
	}
	const assessedAt = integer(random, 1, 36);
	const submittedAt = status === 'submitted' ? reached.submitted : assessedAt + integer(random, 6, 10);
	const assessedPart = status === 'submitted' ? some(assessor, answered) : assessor;
	const assessedUntil = status === 'submitted' ? 0 : assessedAt;
	return {
		...done,
		statusDaysAgo: status === 'submitted' ? submittedAt : assessedAt,
		answers: [
			...track(instrument, self, undefined, facts, [submittedAt + 11, submittedAt]),
			...track(instrument, assessedPart, self, facts, [Math.min(assessedUntil + 4, submittedAt - 1), assessedUntil])
		]
	};
}

/** The answers of one track in the instrument's order, written from `days[0]` down to `days[1]` days ago.
 *  @param self undefined for the self-assessment itself; for the assessor what it says, null without one */
function track(
	instrument: Instrument,
	levels: Levels,
	self: Levels | null | undefined,
	facts: Facts,
	[from, to]: [number, number]
): SampleAnswer[] {
	const name: Track = self === undefined ? 'self' : 'assessor';
	const codes = instrument.domains.flatMap((domain) => domain.indicators.map((indicator) => indicator.code));
	const answered = codes.filter((code) => levels[code] !== undefined);
	return answered.map((indicator, place) => {
		const value = levels[indicator]!;
		return {
			indicator,
			track: name,
			level: value === 'na' ? null : value,
			notApplicable: value === 'na',
			justification: writeJustification(instrument.code, indicator, value, name, facts, self?.[indicator]),
			daysAgo: Math.round(from - ((from - to) * place) / Math.max(1, answered.length - 1))
		};
	});
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
