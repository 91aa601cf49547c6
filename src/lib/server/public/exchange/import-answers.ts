import { eq } from 'drizzle-orm';
import type { RoundStatus } from '#lib/domain/workflow/types.ts';
import { listAnswers } from '#lib/server/rounds/assessment/find-assessment.ts';
import { contentOf, putAnswer, touchAssessment } from '#lib/server/rounds/assessment/save-answer.ts';
import { hasPermission } from '#lib/server/people/access/access.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { agencies, assessments, regions } from '#lib/server/foundation/db/schema.ts';
import { listRegions } from '#lib/server/places/regions/list-regions.ts';
import { findRound, type Round } from '#lib/server/rounds/round/find-round.ts';
import type { Refused } from '#lib/server/people/commands/refusal.ts';
import type { ImportFault } from './import-fault.ts';
import { readCsv } from './read-csv.ts';
import { type Change, type ImportContext, readRow } from './read-row.ts';
import { command, record } from '#lib/server/people/commands/command.ts';
import type { Acting } from '#lib/server/people/commands/context.ts';

export type ImportResult =
	/** `unchanged`: number of the rows that say what is stored. `codePage`: read as it, for the file is no Unicode. */
	| { kind: 'imported'; written: number; unchanged: number; codePage?: 'windows-1252' }
	/** Nothing was written; every bad row is named. */
	| { kind: 'rejected'; faults: ImportFault[] }
	| Refused
	/** A round takes an import while it is a draft or open. */
	| { kind: 'round_closed'; status: RoundStatus };

/** Takes over a CSV in the export's columns: all of its rows or, where one is at fault, none. An answer written since
 *  (of a higher version than the file's, where empty is 0) is a fault, never overwritten.
 *  @param content of the file, as it came */
export function importAnswers(context: Acting, roundCode: string, content: Uint8Array): ImportResult {
	const { actor } = context;
	if (!hasPermission(actor, 'answers.import')) return { kind: 'forbidden' };
	const { rows, faults: formFaults, encoding } = readCsv(content);
	return command(context, (tx, within): ImportResult => {
		const round = findRound(tx, roundCode);
		if (!round) return { kind: 'missing' };
		if (round.status !== 'draft' && round.status !== 'open') return { kind: 'round_closed', status: round.status };
		const context = loadContext(tx, round);
		const read = rows.map((row) => readRow(row, context));
		const faults = [...formFaults, ...read.flatMap((row) => ('faults' in row ? row.faults : []))];
		if (faults.length > 0) return { kind: 'rejected', faults: faults.sort((a, b) => a.line - b.line) };
		const changes = read.flatMap((row) => ('change' in row && row.change ? [row.change] : []));
		writeChanges(within, round, changes);
		return {
			...{ kind: 'imported', written: changes.length, unchanged: rows.length - changes.length },
			...(encoding === 'windows-1252' && { codePage: encoding })
		};
	});
}

function loadContext(tx: Db, round: Round): ImportContext {
	const agencyRows = tx.select().from(agencies).all();
	const assessmentRows = tx.select().from(assessments).where(eq(assessments.roundId, round.id)).all();
	const regionRows = tx.select({ code: regions.code }).from(regions).all();
	const answerRows = assessmentRows.flatMap(({ id }) => listAnswers(tx, id));
	return {
		db: tx,
		roundCode: round.code,
		regionCodes: new Set(regionRows.map(({ code }) => code)),
		agencyIds: new Map([
			...agencyRows.map(({ id, regionCode }) => [`${regionCode}/${id}`, id] as const),
			...agencyRows.map(({ id, regionCode, name }) => [`${regionCode}/${name}`, id] as const)
		]),
		assessments: new Map(assessmentRows.map((row) => [`${row.regionCode}/${row.agencyId ?? ''}`, row])),
		stored: new Map(answerRows.map((row) => [`${row.assessmentId}/${row.indicator}/${row.track}`, row])),
		seen: new Map()
	};
}

function writeChanges(within: Acting, round: Round, changes: readonly Change[]): void {
	const { db: tx, actor, now } = within;
	const regionByCode = new Map(listRegions(tx).map((region) => [region.code, region]));
	for (const assessment of new Set(changes.map(({ assessment }) => assessment))) {
		const { id, status, regionCode, agencyId } = assessment;
		const region = regionByCode.get(regionCode)!;
		const agency = agencyId === null ? null : { id: agencyId, name: '' };
		const { track } = changes.find((change) => change.assessment === assessment)!.answer;
		touchAssessment(within, { id, status, round, region, agency }, track);
	}
	for (const { assessment, before, answer, subject } of changes) {
		const version = (before?.version ?? 0) + 1;
		const after = {
			...{ evidenceWaiver: '', changeReason: null, changeNote: '', firstAt: now },
			...before,
			...{ assessmentId: assessment.id, ...answer, version, updatedAt: now, updatedBy: actor.id }
		};
		putAnswer(tx, after);
		record(within, { action: 'answer.import', subject, before: before && contentOf(before), after: contentOf(after) });
	}
}
