import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { PEOPLE, withSmallRound } from '../../../../../tests/support/small-round.ts';
import { sessions, users } from '#lib/server/foundation/db/schema.ts';
import {
	closeSession,
	closeSessionsOf,
	createToken,
	findSessionViewer,
	findTokenViewer,
	openSession
} from './sessions.ts';

const round = withSmallRound();
const { asesor, pacitan } = PEOPLE;
const change = (id: string, part: Partial<typeof users.$inferInsert>) =>
	round.db.update(users).set(part).where(eq(users.id, id)).run();

/** A session that was used once, so that whatever is kept of it is kept. */
async function usedSession(userId: string): Promise<string> {
	const { id } = await openSession(round.db, userId);
	expect((await findSessionViewer(round.db, id))?.viewer.id).toBe(userId);
	return id;
}

test('a session lets its person in, as who the person is', async () => {
	const id = await usedSession(asesor.id);
	expect(await findSessionViewer(round.db, id)).toMatchObject({ viewer: asesor, renewedUntil: null });
	expect(await findSessionViewer(round.db, 'unknown')).toBeNull();
});

test('the very next request after log-out is refused; other people stay in', async () => {
	const [mine, other] = [await usedSession(asesor.id), await usedSession(pacitan.id)];
	await closeSession(round.db, mine);
	expect(await findSessionViewer(round.db, mine)).toBeNull();
	expect((await findSessionViewer(round.db, other))?.viewer.id).toBe(pacitan.id);
});

test('a new password ends every session of the person', async () => {
	const both = [await usedSession(asesor.id), await usedSession(asesor.id)];
	await closeSessionsOf(round.db, asesor.id);
	for (const id of both) expect(await findSessionViewer(round.db, id)).toBeNull();
});

test('a deactivated account is out at once, by session and by token', async () => {
	const id = await usedSession(asesor.id);
	const token = createToken(round.db, asesor.id, 0);
	expect(findTokenViewer(round.db, token)?.id).toBe(asesor.id);
	change(asesor.id, { active: false });
	expect(await findSessionViewer(round.db, id)).toBeNull();
	expect(findTokenViewer(round.db, token)).toBeNull();
});

test('a changed role or region holds from the next request on', async () => {
	const id = await usedSession(pacitan.id);
	change(pacitan.id, { regionCode: '35.78' });
	expect((await findSessionViewer(round.db, id))?.viewer.regionCode).toBe('35.78');
	change(pacitan.id, { role: 'viewer', regionCode: null });
	expect((await findSessionViewer(round.db, id))?.viewer).toMatchObject({ role: 'viewer', regionCode: null });
});

test('an expired session is refused and removed; one past half its time is renewed', async () => {
	const id = await usedSession(asesor.id);
	const soon = Math.floor(Date.now() / 1000) + 3600;
	round.db.update(sessions).set({ expiresAt: soon }).run();
	const renewed = await findSessionViewer(round.db, id);
	expect(renewed?.renewedUntil?.getTime()).toBeGreaterThan(soon * 1000);
	round.db.update(sessions).set({ expiresAt: 1 }).run();
	expect(await findSessionViewer(round.db, id)).toBeNull();
	expect(round.db.select().from(sessions).all()).toEqual([]);
});
