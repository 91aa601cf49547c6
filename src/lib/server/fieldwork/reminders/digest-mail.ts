import type { Text } from '#lib/domain/instrument/types.ts';
import { m } from '#lib/paraglide/messages.js';
import { type DescribedReminder, longDate } from './describe-reminder.ts';

export interface Digest {
	subject: string;
	text: string;
	html: string;
}

/** A person's reminders of the day as one message, in plain words and the same as simple HTML.
 *  @param origin public address, which every link begins with
 *  @param today ISO date */
export function writeDigest(
	person: { name: string; username: string },
	list: readonly DescribedReminder[],
	{ origin, today, locale }: { origin: string; today: string; locale: keyof Text }
): Digest {
	const say = { locale };
	const subject = m.reminders_mail_subject({ count: list.length, date: longDate(today, locale) }, say);
	const greeting = m.reminders_mail_greeting({ name: person.name }, say);
	const lead = m.reminders_mail_lead({ count: list.length }, say);
	const end = m.reminders_mail_end({ username: person.username }, say);
	const text = [
		greeting,
		lead,
		...list.map(({ sentence, why, href }) => `• ${sentence}\n  ${why}\n  ${origin}${href}`),
		m.reminders_mail_all({}, say) + `\n${origin}/reminders`,
		`${end}\n${origin}/account`
	].join('\n\n');
	const link = (href: string, label: string) => `<a href="${escapeHtml(origin + href)}">${escapeHtml(label)}</a>`;
	const items = list.map(
		({ sentence, why, href }) =>
			`<li style="margin-bottom:12px">${link(href, sentence)}<br><small style="color:#46585f">${escapeHtml(why)}</small></li>`
	);
	const html = `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>
<body style="font-family:system-ui,sans-serif;font-size:15px;line-height:1.5;color:#12262f;max-width:600px">
<p>${escapeHtml(greeting)}</p><p>${escapeHtml(lead)}</p>
<ul style="padding-left:20px">${items.join('\n')}</ul>
<p>${link('/reminders', m.reminders_mail_all({}, say))}</p>
<p style="color:#46585f;font-size:13px">${escapeHtml(end)} ${link('/account', m.reminders_mail_account({}, say))}</p>
</body></html>`;
	return { subject, text, html };
}

/** A person's reminders as a text to be handed on by WhatsApp. */
export function writeWhatsApp(
	person: { name: string },
	list: readonly Pick<DescribedReminder, 'sentence'>[],
	{ origin, round, locale }: { origin: string; round: string; locale: keyof Text }
): string {
	return [
		m.reminders_wa_greeting({ name: person.name }, { locale }),
		m.reminders_wa_lead({ round }, { locale }),
		list.map(({ sentence }) => `• ${sentence}`).join('\n'),
		`${m.reminders_wa_end({}, { locale })}\n${origin}/reminders`
	].join('\n\n');
}

function escapeHtml(text: string): string {
	const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
	return text.replace(/[&<>"']/g, (mark) => marks[mark]!);
}
