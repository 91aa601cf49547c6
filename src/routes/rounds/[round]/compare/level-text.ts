import { m } from '#lib/paraglide/messages.js';

/** A level as a table shows it; in words where there is none. */
export function levelText(level: number | 'na' | null): string {
	if (level === 'na') return m.compare_na();
	return level === null ? m.compare_unanswered() : String(level);
}
