import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { verifyAudit } from '#lib/server/people/audit/verify-audit.ts';
import { findTokenViewer, openSession } from '#lib/server/people/auth/sessions.ts';
import { type Connection, openDatabase } from '#lib/server/foundation/db/open.ts';
import { agencies, sessions, users } from '#lib/server/foundation/db/schema.ts';
import { addToken, addUser, findActingUser, listUsers, setUserActive } from './manage-users.ts';
import { UserInput } from './user-input.ts';

const NOW = Date.UTC(2026, 9, 1);
const ACTOR = { id: null, displayName: 'uji' };

let connection: Connection;

beforeEach(() => {
	connection = openDatabase(':memory:');
	return () => connection.close();
});

async function add(username: string, role: string, more: object = {}) {
	const input = UserInput.parse({ username, displayName: username, role, password: 'kata-sandi-uji', ...more });
	const added = await addUser({ db: connection.db, actor: ACTOR, now: NOW }, input);
	return added.kind === 'added' ? added.id : added.kind;
}

test('the role decides which assignment an account keeps', async () => {
	connection.db.insert(agencies).values({ id: 'opd', regionCode: '35.78', name: 'Dinas Kesehatan' }).run();
	await add('admin', 'admin', { regionCode: '35.01', agencyId: 'opd' });
	await add('pacitan', 'respondent', { regionCode: '35.01', agencyId: '' });
	await add('dinkes', 'agency', { agencyId: 'opd' });
	expect(listUsers(connection.db)).toMatchObject([
		{ username: 'admin', region: null, agency: null },
		{ username: 'dinkes', region: { code: '35.78' }, agency: { name: 'Dinas Kesehatan' } },
		{ username: 'pacitan', region: { name: 'Kabupaten Pacitan' }, agency: null }
	]);
});

test('a name is given once, whatever its capitals', async () => {
	await add('budi', 'viewer');
	expect(await add('BUDI', 'viewer')).toBe('taken');
});

test('a closed account loses its sessions and its token is void until it is opened again', async () => {
	const { db } = connection;
	await add('admin', 'admin');
	const id = await add('budi', 'viewer');
	const token = addToken({ db, actor: ACTOR, now: NOW }, 'budi')!;
	await openSession(db, id);
	expect(setUserActive({ db, actor: ACTOR, now: NOW }, id, false)).toEqual({ kind: 'set' });
	expect(db.select().from(sessions).where(eq(sessions.userId, id)).all()).toEqual([]);
	expect(findTokenViewer(db, token)).toBe(null);
	expect(addToken({ db, actor: ACTOR, now: NOW }, 'budi')).toBe(null);
	setUserActive({ db, actor: ACTOR, now: NOW }, id, true);
	expect(findTokenViewer(db, token)).toMatchObject({ username: 'budi' });
	expect(verifyAudit(db).firstBroken).toBe(null);
});

test('the last active admin cannot be closed', async () => {
	const { db } = connection;
	const [first, second] = [await add('satu', 'admin'), await add('dua', 'admin')];
	expect(setUserActive({ db, actor: ACTOR, now: NOW }, first, false)).toEqual({ kind: 'set' });
	expect(setUserActive({ db, actor: ACTOR, now: NOW }, second, false)).toEqual({ kind: 'last_admin' });
	expect(db.select().from(users).where(eq(users.id, second)).get()?.active).toBe(true);
	expect(findActingUser(db, null)?.username).toBe('dua');
	expect(findActingUser(db, 'satu')).toBe(null);
});
