import { z } from 'zod';
import { MILESTONE_KINDS } from '#lib/domain/calendar/milestones.ts';
import { VISIT_STATES } from '#lib/domain/calendar/visits.ts';
import { REMINDER_REASONS } from '#lib/domain/reminders/types.ts';
import { CSV_USES } from '#lib/domain/tables/csv-use.ts';
import { STEPS } from '#lib/domain/workflow/assessment-machine.ts';
import { CHANGE_REASONS } from '#lib/domain/workflow/change-reasons.ts';
import { CLARIFICATION_STATES, CLARIFICATION_STEPS } from '#lib/domain/workflow/clarification-machine.ts';
import { Findings } from './evidence-schemas.ts';
import { ASSESSMENT_STATUSES, ROUND_STATUSES, TRACKS } from '#lib/domain/workflow/types.ts';

// Shapes of the API's answers. The OpenAPI document is made from them, and the contract tests hold every answer against
// them.

const Track = z.enum(TRACKS);
const Instant = z.iso.datetime();
const Named = z.object({ id: z.string(), en: z.string() });

/** Choices of a list of scores. */
export const ScoresQuery = z.object({
	track: z.enum([...TRACKS, 'official']).default('official'),
	unit: z.enum(['region', 'agency']).default('region')
});

/** What a CSV is for. */
export const CsvQuery = z.object({
	for: z
		.enum(CSV_USES)
		.default('programs')
		.describe(
			'`programs`: comma, decimal point. `spreadsheet`: for a spreadsheet set to Indonesian, with semicolon, decimal ' +
				'comma and byte order mark.'
		)
});

export const ScoresTableQuery = ScoresQuery.extend(CsvQuery.shape);

/** Version of an instrument; the newest when left out. */
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
		basis: z.strictObject({ final: z.int(), assessor: z.int(), self: z.int(), none: z.int() }).meta({
			description: 'Number of applicable indicators by the word that stands behind them; `none` = no answer.'
		}),
		provisional: z
			.boolean()
			.meta({ description: 'An applicable indicator is not assessed yet: no rank, mean or class count counts it.' }),
		index: z.number().nullable(),
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
		evidenceWaiver: z.string(),
		changeReason: z.enum(CHANGE_REASONS).nullable(),
		changeNote: z.string(),
		version: z.int().min(1),
		updatedAt: Instant
	})
	.meta({ id: 'Answer' });

export const Scores = z
	.strictObject({ round: z.string(), track: z.enum([...TRACKS, 'official']), scores: z.array(Result) })
	.meta({ id: 'Scores' });

export const AssessmentWithAnswers = Result.extend({ answers: z.array(Answer) }).meta({ id: 'AssessmentWithAnswers' });

const StepName = z.enum(STEPS);

export const Steps = z
	.strictObject({
		status: z.enum(ASSESSMENT_STATUSES),
		possible: z.array(StepName),
		steps: z.array(
			z.strictObject({
				n: z.int().min(1),
				step: StepName,
				from: z.enum(ASSESSMENT_STATUSES),
				to: z.enum(ASSESSMENT_STATUSES),
				at: Instant,
				by: z.string().nullable(),
				reason: z.string()
			})
		)
	})
	.meta({ id: 'Steps', description: 'The number of the last step is what `seen` must name.' });

export const Clarification = z
	.strictObject({
		id: z.string(),
		region: z.string(),
		agency: z.string().nullable(),
		indicator: z.string(),
		state: z.enum(CLARIFICATION_STATES),
		dueOn: z.iso.date(),
		overdue: z.boolean(),
		waitsForYou: z.boolean(),
		askedAt: Instant,
		changedAt: Instant,
		messages: z.array(
			z.strictObject({
				n: z.int().min(1),
				kind: z.enum(['ask', ...CLARIFICATION_STEPS]),
				by: z.string(),
				at: Instant,
				body: z.string()
			})
		)
	})
	.meta({ id: 'Clarification', description: 'The number of messages is what `seen` must name.' });

export const Clarifications = z
	.strictObject({ round: z.string(), clarifications: z.array(Clarification) })
	.meta({ id: 'Clarifications' });

const OwnScore = z
	.strictObject({
		level: z.int().nullable(),
		notApplicable: z.boolean(),
		justification: z.string(),
		version: z.int().min(0),
		scoredAt: Instant.nullable()
	})
	.meta({ id: 'SecondScore', description: 'A second score as its owner sees it; version 0 = not scored yet.' });

const Blind = z.strictObject({
	level: z.int().nullable(),
	notApplicable: z.boolean(),
	justification: z.string(),
	evidenceWaiver: z.string()
});

export const DoubleTasks = z
	.strictObject({
		round: z.string(),
		tasks: z.array(
			z.strictObject({
				region: z.strictObject({ code: z.string(), name: z.string() }),
				items: z.array(
					z.strictObject({
						indicator: z.string(),
						region: Blind.nullable(),
						evidence: z.array(
							z.strictObject({
								id: z.string(),
								title: z.string(),
								place: z.string(),
								url: z.string().nullable(),
								fileName: z.string()
							})
						),
						own: OwnScore
					})
				)
			})
		)
	})
	.meta({
		id: 'DoubleTasks',
		description: 'What you score as the second assessor: what the region says, and nothing of the first assessor.'
	});

export const SavedSecond = z.strictObject({ indicator: z.string(), own: OwnScore }).meta({ id: 'SavedSecondScore' });

export const SampleQuery = z.object({ sample: z.string().optional() });

const Agreement = z
	.strictObject({
		n: z.int(),
		levels: z.int(),
		applicability: z.int(),
		same: z.number().nullable(),
		near: z.number().nullable(),
		shift: z.number().nullable(),
		kappa: z.number().nullable(),
		interval: z.strictObject({ low: z.number(), high: z.number() }).nullable(),
		quadratic: z.number().nullable(),
		why: z.enum(['few', 'one_level']).nullable()
	})
	.meta({ id: 'Agreement', description: 'kappa has linear weights; null with `why`. See docs/agreement.md.' });

const AgreementRow = z.strictObject({ label: z.string(), name: z.string(), agreement: Agreement });

const Sample = z
	.strictObject({ id: z.int(), seed: z.string(), drawnAt: Instant, closedAt: Instant.nullable() })
	.meta({ id: 'DoubleSample' });

export const DrawnSample = z
	.strictObject({ round: z.string(), sample: Sample, regions: z.array(z.string()), indicators: z.array(z.string()) })
	.meta({ id: 'DrawnSample', description: 'Codes of the regions drawn, and of the indicators scored in each.' });

export const ClosedSample = z.strictObject({ round: z.string(), sample: Sample }).meta({ id: 'ClosedSample' });

export const DoubleResults = z
	.strictObject({
		round: z.string(),
		sample: Sample.nullable(),
		items: z.int(),
		scored: z.int(),
		overall: Agreement.nullable(),
		indicators: z.array(AgreementRow),
		pairs: z.array(AgreementRow)
	})
	.meta({ id: 'DoubleResults', description: 'Weakest agreement first; `sample` is null before the first draw.' });

const Value = z
	.union([z.int(), z.literal('na')])
	.nullable()
	.describe('A level, na = does not apply, null = nothing was said');
const Changed = z.strictObject({ from: z.string().nullable(), to: z.string().nullable() }).nullable();

export const Agenda = z
	.strictObject({
		round: z.string(),
		items: z.array(
			z.strictObject({
				region: z.strictObject({ code: z.string(), name: z.string() }),
				indicator: z.string(),
				kind: z.enum(['disputed', 'added', 'small']),
				causes: z.array(z.enum(['applicability', 'levels', 'gate', 'class', 'predicate', 'second'])),
				self: Value,
				assessor: Value,
				second: Value,
				effect: z.strictObject({ index: z.number(), readinessClass: Changed, predicate: Changed }),
				final: Value,
				finalVersion: z.int().min(0),
				decided: z.boolean()
			})
		),
		regions: z.array(
			z.strictObject({
				region: z.strictObject({ code: z.string(), name: z.string() }),
				status: z.enum(ASSESSMENT_STATUSES),
				items: z.int(),
				open: z.int()
			})
		)
	})
	.meta({ id: 'Agenda', description: 'Largest effect first; small differences follow the assessor.' });

export const PlenarySessions = z
	.strictObject({
		round: z.string(),
		sessions: z.array(
			z.strictObject({
				id: z.int(),
				heldOn: z.iso.date(),
				place: z.string(),
				chair: z.string(),
				number: z.string(),
				attendees: z.array(z.strictObject({ name: z.string(), office: z.string() })),
				decisions: z.int(),
				closedAt: Instant.nullable()
			})
		)
	})
	.meta({ id: 'PlenarySessions' });

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

const Share = z.number().min(0).max(1);
const Day = z.iso.date();
const ForecastDates = z.strictObject({ from: Day, date: Day, to: Day, daysLate: z.int() }).meta({
	id: 'ForecastDates',
	description: 'Eight of ten runs end between `from` and `to`. `daysLate` over 0: after the deadline.'
});

export const Control = z
	.strictObject({
		round: z.string(),
		startsOn: Day,
		endsOn: Day,
		today: Day,
		week: z.int(),
		weeks: z.int(),
		daysLeft: z.int(),
		daysOver: z.int(),
		selfPlanEnds: Day,
		planEnds: Day,
		done: Share,
		planned: Share,
		outlook: z.discriminatedUnion('kind', [
			z.strictObject({ kind: z.literal('no_regions') }),
			z.strictObject({ kind: z.literal('done'), date: Day }),
			z.strictObject({ kind: z.literal('unknown') }),
			ForecastDates.extend({ kind: z.literal('date'), unforeseen: z.int().min(0) })
		]),
		lateIfPaceStays: z.int().min(0),
		curve: z.strictObject({
			plan: z.array(z.strictObject({ date: Day, share: Share })),
			done: z.array(z.strictObject({ date: Day, share: Share })),
			forecast: z.array(z.strictObject({ date: Day, low: Share, middle: Share, high: Share }))
		}),
		regions: z.array(
			z.strictObject({
				region: z.strictObject({
					code: z.string(),
					name: z.string(),
					type: z.enum(['kabupaten', 'kota', 'province'])
				}),
				status: z.enum(ASSESSMENT_STATUSES),
				waitsFor: z.enum(['region', 'assessor', 'plenary']).nullable(),
				since: Day,
				waitingDays: z.int().min(0),
				done: Share,
				assessors: z.array(z.string()),
				overdueClarifications: z.int().min(0),
				forecast: ForecastDates.nullable(),
				reasons: z.array(z.enum(['no_assessor', 'self_overdue', 'clarification_overdue', 'no_pace', 'forecast_late']))
			})
		),
		assessors: z.array(
			z.strictObject({
				username: z.string(),
				name: z.string(),
				active: z.boolean(),
				regions: z.int(),
				assessed: z.int(),
				left: z.number(),
				pace: z.number().nullable(),
				paceOfOthers: z.boolean(),
				forecast: ForecastDates.nullable()
			})
		),
		agencies: z.strictObject({ total: z.int(), assessed: z.int() }).nullable()
	})
	.meta({
		id: 'Control',
		description: 'Shares of the work from 0 to 1; load (`left`) in whole regions, pace in whole regions a week.'
	});

export const Imported = z
	.strictObject({
		written: z.int().min(0),
		unchanged: z.int().min(0),
		codePage: z
			.literal('windows-1252')
			.optional()
			.describe('The code page that a file which is no Unicode was read as.')
	})
	.meta({ id: 'Imported' });

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

export const PublicRounds = z
	.strictObject({
		rounds: z.array(
			z
				.strictObject({
					code: z.string(),
					name: z.string(),
					sample: z.boolean(),
					publishedAt: z.iso.datetime(),
					depth: z
						.enum(['class', 'index', 'domains', 'indicators'])
						.meta({ description: 'How much is open; each holds what those before it hold.' }),
					licence: z.url(),
					snapshotSha256: z.string().meta({ description: 'Of the frozen snapshot, in hex.' }),
					page: z.url(),
					files: z.array(
						z.strictObject({ name: z.string(), url: z.url(), bytes: z.int(), sha256: z.string() }).meta({
							id: 'PublicFile'
						})
					)
				})
				.meta({ id: 'PublicRound' })
		)
	})
	.meta({ id: 'PublicRounds' });

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
		current: z
			.union([Answer.extend({ updatedBy: z.string() }), OwnScore])
			.nullable()
			.optional(),
		offset: z.int().optional(),
		findings: Findings.optional()
	})
	.meta({
		id: 'Problem',
		description:
			'RFC 9457. `current` only with stale_version, `errors` with faulty content, `offset` with chunk_misplaced, ' +
			'`findings` with personal_data.'
	});

export const Calendar = z
	.strictObject({
		round: z.string(),
		milestones: z.array(
			z.strictObject({
				id: z.string(),
				kind: z.enum(MILESTONE_KINDS),
				title: z.string().meta({ description: 'Only of kind other.' }),
				startsOn: z.iso.date(),
				endsOn: z.iso.date(),
				place: z.string()
			})
		),
		visits: z.array(
			z.strictObject({
				id: z.string(),
				region: z.strictObject({ code: z.string(), name: z.string() }),
				assessor: z.string(),
				visitOn: z.iso.date(),
				place: z.string(),
				note: z.string(),
				state: z.enum(VISIT_STATES)
			})
		)
	})
	.meta({ id: 'Calendar' });

/** Ids of one's reminders that were seen. */
export const SeenRequest = z.strictObject({ ids: z.union([z.array(z.string()).max(500), z.literal('all')]) });

export const Reminders = z
	.strictObject({
		unseen: z.int().min(0),
		reminders: z.array(
			z.strictObject({
				id: z.string(),
				reason: z.enum(REMINDER_REASONS),
				round: z.string(),
				sentence: z.string(),
				why: z.string(),
				href: z.string(),
				createdAt: Instant,
				seenAt: Instant.nullable(),
				settled: z.boolean().describe('No longer holds, and was not seen before.')
			})
		)
	})
	.meta({ id: 'Reminders' });
