import { m } from '#lib/paraglide/messages.js';
import type { Outlook } from '#lib/server/fieldwork/control/read-control.ts';
import { formatDate } from '#lib/words/format-date.ts';

/** Says in one sentence when the whole will be done, and in a second one how many regions it leaves out. */
export function outlookSentence(outlook: Outlook): string {
	switch (outlook.kind) {
		case 'no_regions':
			return m.control_outlook_no_regions();
		case 'unknown':
			return m.control_outlook_unknown();
		case 'done':
			return m.control_outlook_done({ date: formatDate(outlook.date) });
		case 'date':
			return outlook.unforeseen === 0
				? dated(outlook)
				: `${dated(outlook)} ${m.control_outlook_unforeseen({ n: outlook.unforeseen })}`;
	}
}

function dated({ from, date, to, daysLate }: Extract<Outlook, { kind: 'date' }>): string {
	const dates = { from: formatDate(from), date: formatDate(date), to: formatDate(to) };
	if (daysLate === 0) return m.control_outlook_on_day(dates);
	const days = Math.abs(daysLate);
	return daysLate > 0 ? m.control_outlook_late({ ...dates, days }) : m.control_outlook_early({ ...dates, days });
}
