import type { PublicDepth } from '#lib/domain/publication/depth.ts';
import { eq } from 'drizzle-orm';
import type { Locale } from '#lib/domain/locale.ts';
import { scoreRound } from '#lib/server/rounds/assessment/results.ts';
import type { Viewer } from '#lib/server/people/access/access.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { rounds } from '#lib/server/foundation/db/schema.ts';
import { isOpenToPublic } from '#lib/server/public/publication/find-public.ts';
import { readPublication } from '#lib/server/public/publication/settings.ts';
import { mayReadDocument } from '#lib/server/documents/kinds/document-access.ts';
import { KINDS, type ReportKind } from '#lib/domain/document/kinds.ts';
import { subjectNames } from '#lib/server/documents/kinds/subjects.ts';
import { findRound, type Round } from '#lib/server/rounds/round/find-round.ts';
import { checkPaper, type Paper } from './check-paper.ts';
import { cutFigures, type Figures } from './figures.ts';
import { printedCode, readCode } from './report-code.ts';

/** Knowledge of the system about a code on a paper. */
export interface Verification {
	code: string;
	kind: ReportKind;
	/** Name of the region, or of the agency with its region; null = the whole province, or a session. */
	subject: string | null;
	round: { code: string; name: string; sample: boolean };
	/** Language of the paper. */
	locale: Locale;
	state: 'draft' | 'final';
	documentNumber: string;
	/** ISO instant of printing. */
	printedOn: string;
	/** The figures printed are those that the frozen answers give. */
	isSound: boolean;
	/** Figures that the paper must show; null = not for the person who asks. */
	figures: Figures | null;
	/** The region's or agency's present index, where the paper is a draft and the index has changed since. */
	now: { index: number | null } | null;
}

/** Verifies the code on a paper. Every holder of the paper may learn that it is genuine and whether it was a draft.
 *  @param typed as it was typed or scanned
 *  @param now milliseconds: an embargo ends at an hour
 *  @returns figures for those who may see the result itself, by their role, or everybody once a final result is
 *  public; null when the system never issued the code */
export async function verifyCode(
	db: Db,
	viewer: Viewer | null,
	typed: string,
	{ locale, now }: { locale: Locale; now: number }
): Promise<Verification | null> {
	const code = readCode(typed);
	const paper = code === null ? null : await checkPaper(db, code);
	if (!paper) return null;
	const round = roundOf(db, paper);
	const mayRead = viewer !== null && mayReadDocument(db, viewer, round, paper);
	const figures = paper.figures[locale];
	const depth = mayRead ? null : openDepth(db, paper, round, now);
	return {
		code: printedCode(paper.code),
		kind: paper.kind,
		subject: paper.agencyTitle ?? subjectNames(db)(paper),
		round: { code: round.code, ...paper.round },
		locale: paper.locale,
		state: paper.state,
		documentNumber: paper.documentNumber,
		printedOn: paper.printedOn,
		isSound: paper.isSound,
		figures: mayRead ? figures : depth && cutFigures(figures, depth),
		now: mayRead && paper.state === 'draft' ? changedSince(db, paper, round) : null
	};
}

/** Depth that everybody may see of a final report, from the hour that the round is opened. Null = nothing; of
 *  agencies nothing is published. */
function openDepth(db: Db, { kind, state }: Paper, round: Round, now: number): PublicDepth | null {
	const publication = readPublication(db, round.id);
	if (state !== 'final' || !KINDS[kind].isPublic || !isOpenToPublic(round, publication, now)) return null;
	return publication.depth;
}

function roundOf(db: Db, { roundId }: Paper): Round {
	const { code } = db.select({ code: rounds.code }).from(rounds).where(eq(rounds.id, roundId)).get()!;
	return findRound(db, code)!;
}

function changedSince(db: Db, { kind, subject, figures, index: before }: Paper, round: Round): Verification['now'] {
	const { about } = KINDS[kind];
	if (figures.id.kind !== 'region' || (about !== 'region' && about !== 'agency')) return null;
	const found = scoreRound(db, round, about).find(({ region, agency }) => (agency?.id ?? region.code) === subject);
	const index = found?.result.index ?? null;
	return index === before ? null : { index };
}
