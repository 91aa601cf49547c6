import { z } from 'zod';
import { ASSESSMENT_STATUSES, ROUND_STATUSES, TRACKS } from '#lib/domain/workflow/types.ts';

// The shapes that the API answers with. The OpenAPI document is made from them, and the contract tests hold every
// answer against them.

const Track = z.enum(TRACKS);
const Instant = z.iso.datetime();
const Named = z.object({ id: z.string(), en: z.string() });

/** What a scores list may be asked for. */
export const ScoresQuery = z.object({
	track: z.enum([...TRACKS, 'official']).default('official'),
	unit: z.enum(['region', 'agency']).default('region')
});

/** Which version of an instrument; the newest when left out. */
export const InstrumentQuery = z.object({ version: z.string().optional() });

const Result = z
	.strictObject({
		region: z.strictObject({
			code: z.string(),
			name: z.string(),
			type: z.enum(['kabupaten', 'kota', 'province'])
		}),
		agency: z.strictObject({ id: z.string(), name: z.string() }).optional(),
		status: z.enum(ASSESSMENT_STATUSES),
		track: Track.nullable(),
		index: z.number().nullable(),
		provisional: z.boolean(),
		completeness: z.number().min(0).max(1),
		predicate: z.string().nullable(),
		readinessClass: z.string().nullable(),
		domains: z.record(z.string(), z.number().nullable()),
		gates: z.record(z.string(), z.number().nullable())
	})
	.meta({ id: 'Result', description: 'Numbers are unrounded; null where there is none.' });

const Answer = z
	.strictObject({
		indicator: z.string(),
		track: Track,
		level: z.int().nullable(),
		notApplicable: z.boolean(),
		justification: z.string(),
		version: z.int().min(1),
		updatedAt: Instant
	})
	.meta({ id: 'Answer' });

export const Scores = z
	.strictObject({ round: z.string(), track: z.enum([...TRACKS, 'official']), scores: z.array(Result) })
	.meta({ id: 'Scores' });

export const AssessmentWithAnswers = Result.extend({ answers: z.array(Answer) }).meta({ id: 'AssessmentWithAnswers' });

export const Saved = z.strictObject({ version: z.int().min(1), answer: Answer, result: Result }).meta({ id: 'Saved' });

export const Round = z
	.strictObject({
		code: z.string(),
		name: z.string(),
		status: z.enum(ROUND_STATUSES),
		startsOn: z.iso.date(),
		endsOn: z.iso.date(),
		week: z.int(),
		weeks: z.int(),
		daysLeft: z.int(),
		targetClass: z.string(),
		sample: z.boolean(),
		instrument: z.strictObject({ code: z.string(), version: z.string() }),
		agencyInstrument: z.strictObject({ code: z.string(), version: z.string() }).nullable(),
		publishedAt: Instant.nullable()
	})
	.meta({ id: 'Round' });

export const Rounds = z.strictObject({ rounds: z.array(Round) }).meta({ id: 'Rounds' });

const InstrumentVersion = z
	.strictObject({
		code: z.string(),
		version: z.string(),
		unit: z.enum(['region', 'agency']),
		name: Named,
		status: z.enum(['draft', 'adopted']),
		adoptedBy: z.string().nullable(),
		decreeNumber: z.string().nullable(),
		decreeDate: z.string().nullable()
	})
	.meta({ id: 'InstrumentVersion' });

export const Instruments = z.strictObject({ instruments: z.array(InstrumentVersion) }).meta({ id: 'Instruments' });

const Level = z.looseObject({ criteria: Named, evidence: Named });

export const Instrument = InstrumentVersion.extend({
	content: z.looseObject({
		levels: z.array(z.looseObject({ level: z.int(), name: Named })),
		domains: z.array(
			z.looseObject({
				code: z.string(),
				name: Named,
				weight: z.number(),
				indicators: z.array(
					z.looseObject({ code: z.string(), name: Named, weight: z.number(), levels: z.record(z.string(), Level) })
				)
			})
		)
	})
}).meta({ id: 'Instrument', description: 'A version with its whole content.' });

const Standpoint = z.strictObject({
	date: z.iso.date(),
	index: z.number().nullable(),
	readinessClass: z.string().nullable(),
	effort: z.number()
});

const Plan = z
	.strictObject({
		targetClass: z.string(),
		reached: z.boolean(),
		reachable: z.boolean(),
		steps: z.array(
			z.strictObject({
				indicator: z.string(),
				from: z.int(),
				to: z.int(),
				title: Named,
				lead: z.string(),
				support: z.array(z.string()),
				effort: z.number(),
				days: z.int(),
				startsOn: z.iso.date(),
				endsOn: z.iso.date(),
				week: z.strictObject({ first: z.int(), last: z.int() }),
				output: Named,
				after: z.array(z.string()),
				afterDeadline: z.boolean(),
				assumed: z.boolean()
			})
		),
		effort: z.number(),
		assumed: z.array(z.string()),
		blocked: z.array(z.string()),
		now: Standpoint,
		byDeadline: Standpoint,
		atEnd: Standpoint
	})
	.meta({ id: 'Plan', description: 'Steps in the order of their start; effort in person-days.' });

export const RegionPlan = z
	.strictObject({ round: z.string(), region: z.string(), plan: Plan.nullable() })
	.meta({ id: 'RegionPlan' });

export const Imported = z.strictObject({ written: z.int().min(0), unchanged: z.int().min(0) }).meta({ id: 'Imported' });

export const ExportedRows = z
	.array(
		z.strictObject({
			round: z.string(),
			region_code: z.string(),
			region_name: z.string(),
			agency: z.string(),
			indicator: z.string(),
			track: Track,
			level: z.int().nullable(),
			not_applicable: z.boolean(),
			justification: z.string(),
			evidence_count: z.int(),
			version: z.int(),
			updated_at: Instant,
			updated_by: z.string()
		})
	)
	.meta({ id: 'ExportedRows' });

export const Health = z
	.strictObject({ status: z.literal('ok'), version: z.string(), database: z.literal('ok') })
	.meta({ id: 'Health' });

export const ProblemDocument = z
	.strictObject({
		type: z.string(),
		title: z.string(),
		status: z.int(),
		detail: z.string(),
		instance: z.string(),
		errors: z
			.array(
				z.strictObject({
					field: z.string().optional(),
					line: z.int().optional(),
					column: z.string().nullable().optional(),
					detail: z.string()
				})
			)
			.optional(),
		current: Answer.extend({ updatedBy: z.string() }).nullable().optional()
	})
	.meta({ id: 'Problem', description: 'RFC 9457. `current` only with stale_version, `errors` with faulty content.' });
