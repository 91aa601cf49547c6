import { afterEach, expect, test } from 'vitest';
import { formatDate, formatDay, formatDayMonth, formatMonth } from './format-date.ts';
import { formatMoment, formatRecent } from './format-moment.ts';
import {
	dateParts,
	dayOfPrinting,
	hourOf,
	instantOf,
	isoDay,
	localTime,
	startOfDay,
	zoneOffset
} from './local-time.ts';
import { setTimeZone, timeZone, zoneName } from './time-zone.ts';

const usual = timeZone();
/** 30 November 2026, 17.30 in UTC: the next day in Indonesia. */
const AT = Date.UTC(2026, 10, 30, 17, 30);

afterEach(() => setTimeZone(usual));

test.each([
	['Asia/Jakarta', 'WIB', '2026-12-01T00:30', 7],
	['Asia/Makassar', 'WITA', '2026-12-01T01:30', 8],
	['Asia/Jayapura', 'WIT', '2026-12-01T02:30', 9],
	['America/New_York', 'EST', '2026-11-30T12:30', -5]
])('in %s the clocks are called %s and show %s', (zone, name, local, hours) => {
	setTimeZone(zone);
	expect([zoneName(AT), localTime(AT), zoneOffset(AT)]).toEqual([name, local, hours * 3_600_000]);
	expect([isoDay(AT), hourOf(AT)]).toEqual([local.slice(0, 10), Number(local.slice(11, 13))]);
	expect(dateParts(AT)).toEqual(local.split(/\D/).map(Number));
	expect(instantOf(local)).toBe(AT);
	expect(localTime(startOfDay(isoDay(AT))!)).toBe(`${isoDay(AT)}T00:00`);
	expect(localTime(Date.parse(dayOfPrinting(AT)))).toBe(`${isoDay(AT)}T12:00`);
});

test('where clocks are changed, an hour is found on both sides of the change', () => {
	setTimeZone('Europe/Berlin');
	for (const local of ['2026-03-29T01:59', '2026-03-29T03:00', '2026-10-25T01:59', '2026-10-25T03:00'])
		expect(localTime(instantOf(local)!)).toBe(local);
	expect(instantOf('2026-10-25T02:30')).toBe(Date.UTC(2026, 9, 25, 0, 30)); // the first of the two
	expect(instantOf('2026-03-29T02:30')).toBe(Date.UTC(2026, 2, 29, 1, 30)); // never shown
});

test.each(['', '2026-12-01', '2026-02-31T09:00', '2026-12-01T25:00', 'besok'])('%j is no hour', (text) => {
	expect(instantOf(text)).toBeNull();
});

test('dates stand as they are, moments are those of the installation', () => {
	expect([formatDate('2026-08-05', 'id'), formatDate('2026-08-05', 'en')]).toEqual(['5 Agustus 2026', '5 August 2026']);
	expect(formatDate(new Date(AT).toISOString(), 'id')).toBe('1 Desember 2026');
	expect([formatDay('2026-08-05', 'id'), formatDayMonth('2026-08-05', 'id'), formatMonth('2026-08-05', 'id')]).toEqual([
		'5 Agu 2026',
		'5 Agu',
		'Agu 2026'
	]);
	expect(formatMoment(AT, 'id')).toBe('1 Desember 2026 pukul 00.30\u00a0WIB');
	expect(formatMoment(AT, 'en')).toBe('1 December 2026 at 00:30\u00a0WIB');
	setTimeZone('Asia/Jayapura');
	expect(formatMoment(AT, 'id')).toBe('1 Desember 2026 pukul 02.30\u00a0WIT');
});

test('what was saved today bears its hour, what was saved before also its day', () => {
	expect([formatRecent(AT, AT + 60_000, 'id'), formatRecent(AT, AT + 86_400_000, 'en')]).toEqual([
		'00.30',
		'1 Dec, 00:30'
	]);
});

test('a zone that does not exist is refused and changes nothing', () => {
	expect(() => setTimeZone('Asia/Surabaya')).toThrow(RangeError);
	expect(timeZone()).toBe(usual);
});
