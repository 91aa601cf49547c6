import { eq } from 'drizzle-orm';
import { agencyTitle } from '#lib/domain/geography/region-name.ts';
import type { Text } from '#lib/domain/instrument/types.ts';
import { scoreRound } from '../assessments/results.ts';
import type { Viewer } from '../auth/access.ts';
import type { Db } from '../db/open.ts';
import { rounds } from '../db/schema.ts';
import { isOpenToPublic } from '../publication/find-public.ts';
import { readPublication } from '../publication/settings.ts';
import { findRegion } from '../regions/list-regions.ts';
import { mayReadDocument } from '../reports/document-access.ts';
import type { ReportKind, ReportLocale } from '../reports/types.ts';
import { findRound, type Round } from '../rounds/find-round.ts';
import { cutFigures, type Figures, figuresOf, isSound } from './figures.ts';
import { findIssued, type Issued } from './issued.ts';
import { printedCode, readCode } from './report-code.ts';

/** What the system says of a code that stands on a paper. */
export interface Verification {
	code: string;
	kind: ReportKind;
	/** Name of the region, or of the agency with its region; null = the whole province, or a session. */
	subject: string | null;
	round: { code: string; name: string; sample: boolean };
	/** Language of the paper. */
	locale: ReportLocale;
	state: 'draft' | 'final';
	documentNumber: string;
	/** ISO instant. */
	printedOn: string;
	/** The figures printed are those that the frozen answers give. */
	isSound: boolean;
	/** What the paper must show; null = not for the one who asks. */
	figures: Figures | null;
	/** The region's or agency's index as it stands now, where the paper is a draft and it has changed since. */
	now: { index: number | null } | null;
}

/** What the system knows of the code on a paper; null when it never issued it. Whoever holds the paper may learn that it is
 *  genuine and whether it was a draft; figures are shown to those who may see the result itself: by their role, or
 *  everybody once a final result is public.
 *  @param typed as it was typed or scanned
 *  @param now milliseconds: an embargo ends at an hour */
export function verifyCode(
	db: Db,
	viewer: Viewer | null,
	typed: string,
	locale: keyof Text,
	now: number
): Verification | null {
	const code = readCode(typed);
	const issued = code === null ? null : findIssued(db, code);
	if (!issued) return null;
	const { job, state } = issued;
	const round = roundOf(db, issued);
	const mayRead = viewer !== null && mayReadDocument(db, viewer, round, issued);
	return {
		code: printedCode(issued.code),
		kind: job.kind,
		subject: subjectOf(db, issued),
		round: { code: round.code, name: job.data.round.name, sample: job.data.round.sample },
		locale: issued.locale,
		state,
		documentNumber: job.kind === 'minutes' ? job.data.session.number : job.data.documentNumber,
		printedOn: job.data.now,
		isSound: isSound(job),
		figures: mayRead ? figuresOf(job, locale) : publicFigures(db, issued, round, locale, now),
		now: mayRead && state === 'draft' ? changedSince(db, issued, round) : null
	};
}

/** What everybody may see of it: of a final report, down to the depth and from the hour that the round is opened. Of agencies
 *  nothing is published. */
function publicFigures(db: Db, { job, state }: Issued, round: Round, locale: keyof Text, now: number): Figures | null {
	const publication = readPublication(db, round.id);
	if (
		state !== 'final' ||
		(job.kind !== 'region' && job.kind !== 'province') ||
		!isOpenToPublic(round, publication, now)
	)
		return null;
	return cutFigures(figuresOf(job, locale), publication.depth);
}

function subjectOf(db: Db, { job, subject }: Issued): string | null {
	if (job.kind === 'agency') return agencyTitle(job.data.agency.name, job.data.results[0]!.region.name);
	const ofRegion = job.kind === 'region' || (job.kind === 'plan' && subject !== '');
	return ofRegion ? (findRegion(db, subject)?.name ?? null) : null;
}

function roundOf(db: Db, { roundId }: Issued): Round {
	const { code } = db.select({ code: rounds.code }).from(rounds).where(eq(rounds.id, roundId)).get()!;
	return findRound(db, code)!;
}

function changedSince(db: Db, { job }: Issued, round: Round): Verification['now'] {
	if (job.kind !== 'region' && job.kind !== 'agency') return null;
	const { region: code, results } = job.data;
	const before = results.find(({ region }) => region.code === code)!.score.index;
	const found = scoreRound(db, round, job.kind).find(({ region, agency }) =>
		job.kind === 'agency' ? agency?.id === job.data.agency.id : region.code === code
	);
	const index = found?.result.index ?? null;
	return index === before ? null : { index };
}
