import { expect, test } from 'vitest';
import { digestOf, type MailFacts } from './mail-rules.ts';

const NOW = Date.UTC(2026, 10, 10, 2); // 9 o'clock in East Java
const AT = { today: '2026-11-10', hour: 9, now: NOW };
const reminder = (more: Partial<MailFacts> = {}): MailFacts => ({
	createdOn: '2026-11-10',
	seenAt: null,
	emailedOn: null,
	tries: 0,
	triedAt: null,
	...more
});

test.each([
	['two new ones go together', [reminder(), reminder()], 2],
	['one that went out today keeps the others for tomorrow', [reminder({ emailedOn: '2026-11-10' }), reminder()], 0],
	['one that went out yesterday does not', [reminder({ emailedOn: '2026-11-09' }), reminder()], 1],
	['what was seen in the program needs no mail', [reminder({ seenAt: NOW - 1 }), reminder()], 1],
	['what is older than three days is left', [reminder({ createdOn: '2026-11-06' }), reminder()], 1],
	['after a failure it waits an hour', [reminder({ tries: 1, triedAt: NOW - 3_599_999 }), reminder()], 0],
	['and is tried again then', [reminder({ tries: 1, triedAt: NOW - 3_600_000 }), reminder()], 2],
	['three failures are enough', [reminder({ tries: 3, triedAt: NOW - 90_000_000 })], 0]
])('%s', (_name, reminders, count) => {
	expect(digestOf(reminders, AT)).toHaveLength(count);
});

test.each([
	[6, 0],
	[7, 1],
	[17, 1],
	[18, 0]
])('at %i o’clock %i go out', (hour, count) => {
	expect(digestOf([reminder()], { ...AT, hour })).toHaveLength(count);
});
