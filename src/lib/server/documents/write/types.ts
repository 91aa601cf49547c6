import type { EmblemPlace, ReportKind } from '#lib/domain/document/kinds.ts';
import type { Locale } from '#lib/domain/locale.ts';
import type { Geometries } from '#lib/charts/boundary-map.ts';
import type { PrintedPiece } from '#lib/domain/evidence/printed-piece.ts';
import type { PlenaryDecision } from '#lib/domain/workflow/plenary-decision.ts';
import type { Assessed, AssessedScore, Obstacle } from '#lib/domain/analysis/types.ts';
import type { MilestoneKind } from '#lib/domain/calendar/milestones.ts';
import type { MapWindows } from '#lib/domain/geography/types.ts';
import type { Instrument, Text } from '#lib/domain/instrument/types.ts';
import type { Plan, PlanOptions } from '#lib/domain/planning/types.ts';
import type { Score } from '#lib/domain/scoring/types.ts';
import type { AssessmentStatus, Track } from '#lib/domain/workflow/types.ts';
import type { OwnTexts } from './shared/passages.ts';
import type { ReportOptions } from '#lib/domain/document/report-options.ts';

/** Adoption of a version of the instrument: authority and decree. */
export interface Adoption {
	adoptedBy: string;
	decreeNumber: string;
	/** ISO date. */
	decreeDate: string;
}

export interface ReportRound {
	code: string;
	name: string;
	/** ISO dates; `endsOn` is the deadline. */
	startsOn: string;
	endsOn: string;
	/** Code of the readiness class that the round aims at; the plans lead there. */
	targetClass: string;
	/** Sample data, marked as such on every page. */
	sample: boolean;
}

/** A region of the round with its official answers; `score` and `answers` are empty where no answer was given. */
export interface ReportResult extends Assessed {
	status: AssessmentStatus;
	/** The last track with an answer; null when there is none. */
	track: Track | null;
}

/** The official answer of one indicator with its justification. */
export interface OfficialAnswer {
	track: Track;
	level: number | null;
	notApplicable: boolean;
	/** Justification as typed by the person, of any length; empty when none was written. */
	justification: string;
}

export type Emblems = Record<EmblemPlace, { type: 'png' | 'jpeg'; content: Uint8Array } | null>;

/** Gives the name by which the templates know a picture. */
export function emblemFile(place: EmblemPlace, { type }: { type: string }): string {
	return `emblem-${place}.${type}`;
}

/** Facts of the province that documents print. */
export interface PrintedProvince {
	/** Kemendagri code. */
	code: string;
	name: Text;
	/** Name of the grouping; null = regions are in no groups. */
	grouping: Text | null;
	/** Office that signs beside the assessors. */
	signer: Text;
}

/** Data that all reports on regions need. Plain data: it survives JSON. */
export interface ReportBasis {
	instrument: Instrument;
	/** Adoption of the version; null = the version is a draft (rancangan). */
	adoption: Adoption | null;
	round: ReportRound;
	province: PrintedProvince;
	/** Every region of the round, the province's own government included; in the report on one agency its own alone. */
	results: ReportResult[];
	/** Scores of the round before, by region code; null when there is none. With an obstacle to comparing there are no
	 *  scores; it is absent in documents that were issued before it was known. */
	previous: { code: string; name: string; scores: Record<string, AssessedScore>; obstacle?: Obstacle | null } | null;
	/** Certainty of the ranking by region code, and groups of regions that cannot be told apart, best group first;
	 *  null = not worked out. */
	robustness: {
		runs: number;
		regions: Record<string, { medianRank: number; rankBand: [number, number] }>;
		groups: string[][];
	} | null;
	/** Outlines of the regions and who made them; null while none are installed. */
	boundaries: { geometries: Geometries; credit: string; windows: MapWindows | null } | null;
	/** Steps of the round with their first and last day (ISO dates), in order. */
	milestones: { kind: MilestoneKind; title: string; startsOn: string; endsOn: string }[];
	/** Assessors with the codes of the regions that they are appointed for, by name. */
	team: { name: string; regions: string[] }[];
	/** Coats of arms; absent = none. */
	emblems?: Emblems;
	/** Chapters, paper and the like; absent = everything, on A4. */
	options?: ReportOptions;
	/** Own texts of editors; absent = every passage as it is written from the data. */
	texts?: OwnTexts;
	documentNumber: string;
	/** `final` once the round is published; until then the figures may still change. */
	state: 'draft' | 'final';
	/** ISO instant: noon of the day of printing, so that a document made twice on a day is the same. */
	now: string;
}

export interface RegionReport extends ReportBasis {
	/** Code of the region, one of `results`. */
	region: string;
	/** Official answers by indicator code; unanswered ones are absent. */
	official: Record<string, OfficialAnswer>;
	/** The region's own levels, by indicator code; unanswered ones are absent. */
	self: Record<string, number | 'na'>;
	/** Plan of the region; null = no plan has been made, for example because nothing is assessed. */
	plan: Plan | null;
	/** Evidence to list; absent = not listed: it was not wanted, or is not for the reader. */
	evidence?: PrintedPiece[];
}

/** Means of the agencies of one region, itself included; null where too few have a value, so that the mean would
 *  reveal theirs. */
export interface AgencyMeans {
	/** Number of agencies of the region with an index. */
	count: number;
	index: number | null;
	/** Means by code of the domain. */
	domains: Record<string, number | null>;
	indicators: Record<string, number | null>;
}

/** The report on one agency of `region`. `results` holds its result alone, under the region: of other agencies only
 *  the means are in it. */
export interface AgencyReport extends RegionReport {
	agency: { id: string; name: string };
	means: AgencyMeans;
}

/** Number of answers of a region, and of those with evidence. */
export interface EvidenceTally {
	pieces: number;
	/** Answered indicators, and those of them that a piece is named under. */
	answered: number;
	supported: number;
}

export interface ProvinceReport extends ReportBasis {
	/** Plans by region code; a region without a plan is absent. */
	plans: Record<string, Plan>;
	/** Counts by region code; absent = not counted. */
	evidenceTally?: Record<string, EvidenceTally>;
}

/** The plan of action as a document of its own. */
export interface PlanReport extends ReportBasis {
	/** Code of the region, one of `results`; null = all kabupaten and kota together. */
	region: string | null;
	/** Plans by region code; a region without a plan is absent. */
	plans: Record<string, Plan>;
	/** Options that the plans were made with, except the target: each plan names its own. */
	time: Omit<PlanOptions, 'targetClass'>;
}

/** A session of the plenary as its minutes name it. */
export interface PrintedSession {
	/** Number of the minutes; empty while they have none. */
	number: string;
	/** ISO date. */
	heldOn: string;
	place: string;
	chair: string;
	attendees: { name: string; office: string }[];
}

/** Minutes of one session of the plenary. */
export interface MinutesReport {
	instrument: Instrument;
	round: ReportRound;
	province: PrintedProvince;
	session: PrintedSession;
	/** Decisions by region and in the instrument's order. */
	decisions: PlenaryDecision[];
	/** The regions decided on, with their scores by the assessors and with the plenary's decisions. */
	results: { region: { code: string; name: string }; before: Score; after: Score; decided: number }[];
	/** Items on the agenda of the round that are not decided yet. */
	pending: number;
	/** `final` once the session is closed. */
	state: 'draft' | 'final';
	/** ISO instant: noon of the day of printing, so that a document made twice on a day is the same. */
	now: string;
}

/** Input by kind of report. */
export interface ReportKinds extends Record<ReportKind, object> {
	region: RegionReport;
	agency: AgencyReport;
	province: ProvinceReport;
	minutes: MinutesReport;
	plan: PlanReport;
}

/** Means to check a printed document: its short code, and the address that the QR code leads to, if there is one. */
export interface Stamp {
	code: string;
	address: string | null;
}

/** A document to be written. */
export type ReportJob<Kind extends ReportKind = ReportKind> = {
	[K in Kind]: { kind: K; data: ReportKinds[K]; locale: Locale };
}[Kind];
