import { addDays } from './days.ts';

/** One event of a whole day or several. */
export interface CalendarEvent {
	/** Name that stays the same for as long as the event exists, so that a calendar program changes it instead of adding
	 *  another. */
	uid: string;
	/** ISO dates, both included. */
	startsOn: string;
	endsOn: string;
	title: string;
	place: string;
	description: string;
	/** Page of the event; null = none. */
	url: string | null;
	state: 'confirmed' | 'cancelled';
	/** The person counts as busy. */
	busy: boolean;
	/** Number of changes of the event. */
	sequence: number;
	/** Time of the last change, milliseconds. */
	changedAt: number;
}

/** Octets of a line without its end (RFC 5545, 3.1). */
const LINE_OCTETS = 75;

/** Writes an iCalendar object (RFC 5545) with all-day events. It names no METHOD: it is published, nobody is invited.
 *  DTSTAMP is then the last revision of the event (3.8.7.2), so the same events always make the same text.
 *  @returns lines that end with CRLF */
export function writeCalendar(name: string, events: readonly CalendarEvent[]): string {
	const lines = [
		'BEGIN:VCALENDAR',
		'VERSION:2.0',
		'PRODID:-//SIAP Satu Data//Kalender putaran//ID',
		'CALSCALE:GREGORIAN',
		`NAME:${escapeText(name)}`, // RFC 7986; older programs read the next line
		`X-WR-CALNAME:${escapeText(name)}`,
		'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
		'X-PUBLISHED-TTL:PT6H',
		...events.flatMap(eventLines),
		'END:VCALENDAR'
	];
	return lines.map((line) => `${foldLine(line)}\r\n`).join('');
}

function eventLines(event: CalendarEvent): string[] {
	const stamp = utcStamp(event.changedAt);
	return [
		'BEGIN:VEVENT',
		`UID:${escapeText(event.uid)}`,
		`DTSTAMP:${stamp}`,
		`LAST-MODIFIED:${stamp}`,
		`SEQUENCE:${event.sequence}`,
		`DTSTART;VALUE=DATE:${compactDate(event.startsOn)}`,
		`DTEND;VALUE=DATE:${compactDate(addDays(event.endsOn, 1))}`, // the first day after (3.6.1)
		`SUMMARY:${escapeText(event.title)}`,
		...(event.place ? [`LOCATION:${escapeText(event.place)}`] : []),
		...(event.description ? [`DESCRIPTION:${escapeText(event.description)}`] : []),
		...(event.url ? [`URL:${event.url}`] : []),
		`STATUS:${event.state.toUpperCase()}`,
		`TRANSP:${event.busy ? 'OPAQUE' : 'TRANSPARENT'}`,
		'END:VEVENT'
	];
}

/** Escapes backslash, semicolon, comma and line ends (RFC 5545, 3.3.11); drops other control characters. */
function escapeText(text: string): string {
	return text
		.replace(/\\/g, '\\\\')
		.replace(/[;,]/g, (mark) => `\\${mark}`)
		.replace(/\r\n|\r|\n/g, '\\n')
		.replace(/[\p{Cc}]/gu, (control) => (control === '\t' ? control : ''));
}

/** Folds a line so that none is longer than 75 octets; a character is never cut in two. */
function foldLine(line: string): string {
	const encoder = new TextEncoder();
	let folded = '';
	let octets = 0;
	for (const character of line) {
		const size = encoder.encode(character).length;
		if (octets + size > LINE_OCTETS) {
			folded += '\r\n ';
			octets = 1; // the blank that begins a continued line counts
		}
		folded += character;
		octets += size;
	}
	return folded;
}

function compactDate(iso: string): string {
	return iso.replaceAll('-', '');
}

function utcStamp(at: number): string {
	return new Date(at).toISOString().replace(/\.\d+/, '').replace(/[-:]/g, '');
}
