import { expect, test } from 'vitest';
import type { Viewer } from '#lib/server/people/access/access.ts';
import { writeDueReminders } from '#lib/server/fieldwork/reminders/write-reminders.ts';
import { findRound } from '#lib/server/rounds/round/find-round.ts';
import { callApi } from '../support/call-api.ts';
import { NOW, PEOPLE, withSmallRound } from '../support/small-round.ts';

const small = withSmallRound();
interface Answer {
	unseen: number;
	reminders: { id: string; reason: string; seenAt: string | null }[];
}
const read = async (viewer: Viewer) => (await callApi(small.db, '/reminders', { viewer })).body as Answer;
const see = (viewer: Viewer, ids: string[] | 'all' | number) =>
	callApi(small.db, '/reminders', { viewer, method: 'POST', body: { ids } });

test('everybody reads and marks the own reminders only', async () => {
	writeDueReminders(small.db, findRound(small.db, 'uji')!, NOW);
	const own = await read(PEOPLE.pacitan);
	expect(own).toMatchObject({ unseen: 1, reminders: [{ reason: 'not_started', seenAt: null }] });
	expect(await read(PEOPLE.gubernur)).toEqual({ unseen: 0, reminders: [] });
	await see(PEOPLE.surabaya, [own.reminders[0]!.id]);
	expect((await read(PEOPLE.pacitan)).unseen).toBe(1);
	expect((await read(PEOPLE.surabaya)).unseen).toBe(1);
	const { body } = await see(PEOPLE.pacitan, 'all');
	expect((body as Answer).unseen).toBe(0);
});

test('a wrong list is refused by name and marks nothing', async () => {
	writeDueReminders(small.db, findRound(small.db, 'uji')!, NOW);
	expect(await see(PEOPLE.pacitan, 5)).toMatchObject({ status: 422, body: { errors: [{ field: 'ids' }] } });
	expect((await read(PEOPLE.pacitan)).unseen).toBe(1);
});
