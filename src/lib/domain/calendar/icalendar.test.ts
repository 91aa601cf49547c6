import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from './days.ts';
import { type CalendarEvent, writeCalendar } from './icalendar.ts';

const EVENT: CalendarEvent = {
	uid: 'kunjungan-1@siap-satu-data',
	startsOn: '2026-12-30',
	endsOn: '2026-12-31',
	title: 'Kunjungan Kab. Malang; tahap 1, siang',
	place: 'Jl. Panji No. 158, Kepanjen',
	description: 'Baris satu\nC:\\data',
	url: 'https://siap.contoh.go.id/rounds/2026/calendar',
	state: 'confirmed',
	busy: true,
	sequence: 3,
	changedAt: Date.UTC(2026, 10, 5, 1, 2, 3)
};

const octets = (line: string) => new TextEncoder().encode(line).length;

/** A reader of its own: unfolds, takes lines apart and undoes the escaping (RFC 5545, 3.1 and 3.3.11). */
function readCalendar(text: string): { properties: Map<string, string>; events: Map<string, string>[] } {
	const lines = text.replace(/\r\n[ \t]/g, '').split('\r\n');
	const properties = new Map<string, string>();
	const events: Map<string, string>[] = [];
	let target = properties;
	for (const line of lines.slice(0, -1)) {
		const [, name, value] = /^([^:]+):(.*)$/su.exec(line)!;
		if (line === 'BEGIN:VEVENT') events.push((target = new Map()));
		else if (line === 'END:VEVENT') target = properties;
		else {
			if (target.has(name!)) throw new Error(`${name} stands twice`);
			const plain = value!.replace(/\\([\\;,nN])/g, (_match, mark: string) => (/n/i.test(mark) ? '\n' : mark));
			target.set(name!, plain);
		}
	}
	return { properties, events };
}

test('an event is written as RFC 5545 asks: all-day, the end excluded, stamped, escaped', () => {
	const text = writeCalendar('Putaran 2026', [EVENT]);
	expect(text.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:')).toBe(true);
	expect(text.endsWith('END:VEVENT\r\nEND:VCALENDAR\r\n')).toBe(true);
	expect(text).toContain('DTSTART;VALUE=DATE:20261230\r\n');
	expect(text).toContain('DTEND;VALUE=DATE:20270101\r\n');
	expect(text).toContain('DTSTAMP:20261105T010203Z\r\n');
	expect(text).toContain('LAST-MODIFIED:20261105T010203Z\r\n');
	expect(text).toContain('SEQUENCE:3\r\n');
	expect(text).toContain('SUMMARY:Kunjungan Kab. Malang\\; tahap 1\\, siang\r\n');
	expect(text).toContain('DESCRIPTION:Baris satu\\nC:\\\\data\r\n');
	expect(text).toContain('STATUS:CONFIRMED\r\nTRANSP:OPAQUE\r\n');
});

test('a cancelled event stays and says so, and an empty field makes no line', () => {
	const text = writeCalendar('x', [
		{ ...EVENT, state: 'cancelled', busy: false, place: '', description: '', url: null }
	]);
	expect(text).toContain('STATUS:CANCELLED\r\nTRANSP:TRANSPARENT\r\n');
	expect(text).not.toMatch(/^(LOCATION|DESCRIPTION|URL)/m);
});

test('what is written can be read back, whatever the texts are', () => {
	const text = fc.string({ unit: 'binary', maxLength: 120 }).map((value) => value.toWellFormed());
	fc.assert(
		fc.property(text, text, text, (title, place, description) => {
			const written = writeCalendar('Putaran', [{ ...EVENT, title, place, description }]);
			for (const line of written.split('\r\n')) expect(octets(line)).toBeLessThanOrEqual(75);
			expect(written.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
			const [event] = readCalendar(written).events;
			// Of control characters only the tab and the end of a line can be told in a text.
			const kept = (value: string) => value.replace(/\r\n|\r/g, '\n').replace(/[^\P{Cc}\t\n]/gu, '');
			expect(event!.get('SUMMARY')).toBe(kept(title));
			expect(event!.get('LOCATION') ?? '').toBe(kept(place));
			expect(event!.get('DESCRIPTION') ?? '').toBe(kept(description));
		}),
		{ numRuns: 60 }
	);
});

describe('folding', () => {
	test.each([
		['plain letters', 'a'.repeat(400)],
		['two octets each', 'é'.repeat(200)],
		['four octets each', '🗓'.repeat(120)]
	])('%s: no line over 75 octets, no character cut', (_name, title) => {
		const written = writeCalendar('x', [{ ...EVENT, title }]);
		const lines = written.split('\r\n');
		expect(Math.max(...lines.map(octets))).toBeLessThanOrEqual(75);
		expect(written).not.toContain('\uFFFD');
		expect(readCalendar(written).events[0]!.get('SUMMARY')).toBe(title);
	});
});

test('every event has one of each property, and no two events share a UID', () => {
	const events = Array.from({ length: 30 }, (_, n) => ({
		...EVENT,
		uid: `k-${n}@siap-satu-data`,
		startsOn: addDays(EVENT.startsOn, n),
		endsOn: addDays(EVENT.startsOn, n + (n % 3))
	}));
	const read = readCalendar(writeCalendar('Putaran', events));
	expect(read.properties.get('X-WR-CALNAME')).toBe('Putaran');
	expect(new Set(read.events.map((event) => event.get('UID'))).size).toBe(30);
	for (const event of read.events) expect(event.get('DTEND;VALUE=DATE')! > event.get('DTSTART;VALUE=DATE')!).toBe(true);
});
