import type { MilestoneKind } from '#lib/domain/calendar/milestones.ts';
import type { Locale } from '#lib/domain/locale.ts';
import { m } from '#lib/paraglide/messages.js';

/** Name of a milestone in one language: that of its kind, or its own title where the kind is `other`. */
export function milestoneName({ kind, title }: { kind: MilestoneKind; title: string }, locale: Locale): string {
	return kind === 'other' ? title : m[`milestone_${kind}`]({}, { locale });
}
