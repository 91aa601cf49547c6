import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { JUSTIFICATION_MAX } from '#lib/domain/workflow/limits.ts';
import { checkAnswer } from '#lib/server/rounds/assessment/save-answer.ts';
import { hasPermission } from '#lib/server/people/access/access.ts';
import { doubleScores } from '#lib/server/foundation/db/schema.ts';
import { getInstrument } from '#lib/server/rounds/instruments/stored-instruments.ts';
import type { Refused } from '#lib/server/people/commands/refusal.ts';
import { type OwnScore, openItems, ownScore } from './tasks.ts';
import { command, record } from '#lib/server/people/commands/command.ts';
import type { Acting } from '#lib/server/people/commands/context.ts';

/** A second score as form and API send it; `baseVersion` is the version that the writer saw (0 = none). */
export const DoubleWrite = z.strictObject({
	level: z.int().nullable(),
	notApplicable: z.boolean(),
	justification: z.string().max(JUSTIFICATION_MAX),
	baseVersion: z.int().min(0)
});
export type DoubleWrite = z.infer<typeof DoubleWrite>;

export type DoubleResult =
	| { kind: 'saved'; score: OwnScore }
	/** Saved elsewhere since, with another content: nothing was changed. */
	| { kind: 'conflict'; current: OwnScore }
	| { kind: 'invalid'; fault: NonNullable<ReturnType<typeof checkAnswer>> }
	| { kind: 'not_blind' | 'closed' }
	| Refused;

/** Writes a second score, in a table of its own that no result reads. Sending the same again answers the same. */
export function saveDoubleScore(
	context: Acting,
	{ round, region, indicator }: { round: string; region: string; indicator: string },
	write: DoubleWrite
): DoubleResult {
	const { actor, now } = context;
	return command(context, (tx, within): DoubleResult => {
		if (!hasPermission(actor, 'double.score')) return { kind: 'forbidden' };
		const opened = openItems(tx, actor, round, region);
		if (opened.kind !== 'opened') return opened;
		const item = opened.items.find((candidate) => candidate.indicator === indicator);
		if (!item) return { kind: 'missing' };
		const fault = checkAnswer(getInstrument(tx, opened.assessment.instrumentId).instrument, indicator, write);
		if (fault) return { kind: 'invalid', fault };
		const { level, notApplicable, justification } = write;
		const content = { level, notApplicable, justification };
		if (item.version === write.baseVersion + 1 && sameContent(item, write))
			return { kind: 'saved', score: ownScore(item) };
		if (item.version !== write.baseVersion) return { kind: 'conflict', current: ownScore(item) };
		const after = { ...item, ...content, version: item.version + 1, scoredAt: now };
		tx.update(doubleScores)
			.set(after)
			.where(
				and(
					eq(doubleScores.sampleId, item.sampleId),
					eq(doubleScores.assessmentId, item.assessmentId),
					eq(doubleScores.indicator, indicator)
				)
			)
			.run();
		record(within, {
			action: 'double.score',
			subject: `double/${round}/${region}/${indicator}`,
			before:
				item.version === 0
					? undefined
					: { level: item.level, notApplicable: item.notApplicable, justification: item.justification },
			after: content
		});
		return { kind: 'saved', score: ownScore(after) };
	});
}

function sameContent(a: Omit<DoubleWrite, 'baseVersion'>, b: DoubleWrite): boolean {
	return a.level === b.level && a.notApplicable === b.notApplicable && a.justification === b.justification;
}
