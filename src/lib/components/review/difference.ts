import { differs, type Stand } from '#lib/domain/workflow/change-reasons.ts';
import { type Track, TRACKS } from '#lib/domain/workflow/types.ts';
import { m } from '#lib/paraglide/messages.js';
import { answerName } from '#lib/components/answer/answer-name.ts';

/** Difference of one answer from the one on the track before it. */
export interface Difference {
	track: Track;
	before: Track;
	/** `+1`, `−2`, `=`, or `≠` where one of the two is not a level. */
	sign: string;
	sentence: string;
	differs: boolean;
}

const isAnswered = (stand: Stand | undefined): stand is Stand =>
	stand !== undefined && (stand.level !== null || stand.notApplicable);

/** Compares each answer that follows another one with that one, in words and with a sign. */
export function differencesOf(answers: Partial<Record<Track, Stand>>): Difference[] {
	const tracks = TRACKS.filter((track) => isAnswered(answers[track]));
	return tracks.slice(1).map((track, place) => {
		const before = tracks[place]!;
		const [now, then] = [answers[track]!, answers[before]!];
		const names = { track: m[`track_${track}`](), before: m[`track_${before}`]() };
		const base = { track, before, differs: differs(now, then) };
		if (!base.differs) return { ...base, sign: '=', sentence: m.review_same(names) };
		if (now.level === null || then.level === null)
			return {
				...base,
				sign: '≠',
				sentence: m.review_other({ ...names, now: answerName(now), then: answerName(then) })
			};
		const n = Math.abs(now.level - then.level);
		return now.level < then.level
			? { ...base, sign: `−${n}`, sentence: m.review_lower({ ...names, n }) }
			: { ...base, sign: `+${n}`, sentence: m.review_higher({ ...names, n }) };
	});
}
