import type { MilestoneKind } from '#lib/domain/calendar/milestones.ts';
import type { Locale } from '#lib/domain/locale.ts';
import { m } from '#lib/paraglide/messages.js';

/** The name of a milestone in one language: of its kind, or its own where it is of no known kind. */
export function milestoneName({ kind, title }: { kind: MilestoneKind; title: string }, locale: Locale): string {
	return kind === 'other' ? title : m[`milestone_${kind}`]({}, { locale });
}
