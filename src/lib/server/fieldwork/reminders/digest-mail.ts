import type { Locale } from '#lib/domain/locale.ts';
import { say } from '#lib/words/say.ts';
import { formatDate } from '#lib/words/format-date.ts';
import type { DescribedReminder } from './describe-reminder.ts';

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
	{ origin, today, locale }: { origin: string; today: string; locale: Locale }
): Digest {
	const subject = say(locale).reminders_mail_subject({ count: list.length, date: formatDate(today, locale) });
	const greeting = say(locale).reminders_mail_greeting({ name: person.name });
	const lead = say(locale).reminders_mail_lead({ count: list.length });
	const end = say(locale).reminders_mail_end({ username: person.username });
	const text = [
		greeting,
		lead,
		...list.map(({ sentence, why, href }) => `• ${sentence}\n  ${why}\n  ${origin}${href}`),
		say(locale).reminders_mail_all({}) + `\n${origin}/reminders`,
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
<p>${link('/reminders', say(locale).reminders_mail_all({}))}</p>
<p style="color:#46585f;font-size:13px">${escapeHtml(end)} ${link('/account', say(locale).reminders_mail_account({}))}</p>
</body></html>`;
	return { subject, text, html };
}

/** A person's reminders as a text to be handed on by WhatsApp. */
export function writeWhatsApp(
	person: { name: string },
	list: readonly Pick<DescribedReminder, 'sentence'>[],
	{ origin, round, locale }: { origin: string; round: string; locale: Locale }
): string {
	return [
		say(locale).reminders_wa_greeting({ name: person.name }),
		say(locale).reminders_wa_lead({ round }),
		list.map(({ sentence }) => `• ${sentence}`).join('\n'),
		`${say(locale).reminders_wa_end({})}\n${origin}/reminders`
	].join('\n\n');
}

function escapeHtml(text: string): string {
	const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
	return text.replace(/[&<>"']/g, (mark) => marks[mark]!);
}
