import { randomUUID } from 'node:crypto';
import { and, asc, eq, ne } from 'drizzle-orm';
import type { Viewer } from '#lib/server/people/access/access.ts';
import { hashPassword } from '#lib/server/people/auth/passwords.ts';
import { createToken } from '#lib/server/people/auth/sessions.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { agencies, loginFailures, regions, type Role, sessions, users } from '#lib/server/foundation/db/schema.ts';
import type { ContactInput, UserInput } from './user-input.ts';
import { command, record } from '#lib/server/people/commands/command.ts';
import type { Acting, Actor } from '#lib/server/people/commands/context.ts';

// Callers ask `user.manage` first; the command line acts as the machine's administrator.

/** An account as its administrator sees it. */
export interface ListedUser {
	id: string;
	username: string;
	displayName: string;
	role: Role;
	/** The respondent's region, or that of the contact's agency. */
	region: { code: string; name: string } | null;
	agency: { id: string; name: string } | null;
	email: string | null;
	/** `62` and the digits after it. */
	phone: string | null;
	active: boolean;
	createdAt: number;
}

export type AddUserResult = { kind: 'added'; id: string } | { kind: 'taken' | 'unknown_region' | 'unknown_agency' };

/** Makes an account, with its audit entry.
 *  @param input checked by `UserInput` */
export async function addUser(context: Acting<Actor>, input: UserInput): Promise<AddUserResult> {
	const { now } = context;
	const passwordHash = await hashPassword(input.password);
	return command(context, (tx, within): AddUserResult => {
		const { username, displayName, role, regionCode, agencyId, email, phone } = input;
		if (findUser(tx, username)) return { kind: 'taken' };
		if (regionCode && !tx.select().from(regions).where(eq(regions.code, regionCode)).get())
			return { kind: 'unknown_region' };
		if (agencyId && !tx.select().from(agencies).where(eq(agencies.id, agencyId)).get())
			return { kind: 'unknown_agency' };
		const id = randomUUID();
		const account = { username, displayName, role, regionCode, agencyId };
		tx.insert(users)
			.values({ id, ...account, email, phone, passwordHash, createdAt: now })
			.run();
		record(within, { action: 'user.add', subject: `user/${username}`, after: account });
		return { kind: 'added', id };
	});
}

/** Gives an account a new password; ends its sessions and the wait after failed logins.
 *  @param password checked by `Password` */
export async function resetPassword(
	context: Acting<Actor>,
	username: string,
	password: string
): Promise<{ kind: 'reset' | 'missing' }> {
	const passwordHash = await hashPassword(password);
	return command(context, (tx, within): { kind: 'reset' | 'missing' } => {
		const user = findUser(tx, username);
		if (!user) return { kind: 'missing' };
		tx.update(users).set({ passwordHash }).where(eq(users.id, user.id)).run();
		tx.delete(sessions).where(eq(sessions.userId, user.id)).run();
		tx.delete(loginFailures).where(eq(loginFailures.username, user.username)).run();
		record(within, { action: 'user.password_reset', subject: `user/${user.username}` });
		return { kind: 'reset' };
	});
}

/** Opens or closes an account. A closed one keeps its history but lets nobody in: its sessions end, its tokens are void
 *  as long as it is closed. The last active admin stays. */
export function setUserActive(
	context: Acting<Actor>,
	id: string,
	active: boolean
): { kind: 'set' | 'missing' | 'last_admin' } {
	return command(context, (tx, within): ReturnType<typeof setUserActive> => {
		const user = tx.select().from(users).where(eq(users.id, id)).get();
		if (!user) return { kind: 'missing' };
		if (user.active === active) return { kind: 'set' };
		if (!active && user.role === 'admin' && !hasOtherAdmin(tx, id)) return { kind: 'last_admin' };
		tx.update(users).set({ active }).where(eq(users.id, id)).run();
		if (!active) tx.delete(sessions).where(eq(sessions.userId, id)).run();
		record(within, {
			action: 'user.active',
			subject: `user/${user.username}`,
			before: { active: user.active },
			after: { active }
		});
		return { kind: 'set' };
	});
}

/** Keeps the addresses for an account's reminders. The log names the changed fields; addresses and numbers are not
 *  copied into it. */
export function setContact(
	context: Acting<Actor>,
	id: string,
	{ email, phone }: ContactInput
): { kind: 'set'; username: string } | { kind: 'missing' } {
	return command(context, (tx, within) => {
		const user = tx.select().from(users).where(eq(users.id, id)).get();
		if (!user) return { kind: 'missing' };
		const changed = [...(user.email === email ? [] : ['email']), ...(user.phone === phone ? [] : ['phone'])];
		const { username } = user;
		if (changed.length === 0) return { kind: 'set', username };
		tx.update(users).set({ email, phone }).where(eq(users.id, id)).run();
		record(within, { action: 'user.contact', subject: `user/${username}`, after: { changed } });
		return { kind: 'set', username };
	});
}

/** The addresses for an account's reminders; both null when the account does not exist. */
export function readContact(db: Db, id: string): ContactInput {
	const row = db.select({ email: users.email, phone: users.phone }).from(users).where(eq(users.id, id)).get();
	return row ?? { email: null, phone: null };
}

function hasOtherAdmin(tx: Db, id: string): boolean {
	const other = and(eq(users.role, 'admin'), eq(users.active, true), ne(users.id, id));
	return tx.select({ id: users.id }).from(users).where(other).limit(1).get() !== undefined;
}

/** Every account, by user name. */
export function listUsers(db: Db): ListedUser[] {
	const regionNames = new Map(
		db
			.select({ code: regions.code, name: regions.name })
			.from(regions)
			.all()
			.map((region) => [region.code, region])
	);
	return db
		.select({ user: users, agency: agencies })
		.from(users)
		.leftJoin(agencies, eq(agencies.id, users.agencyId))
		.orderBy(asc(users.username))
		.all()
		.map(({ user: { id, username, displayName, role, regionCode, email, phone, active, createdAt }, agency }) => ({
			id,
			username,
			displayName,
			role,
			region: regionNames.get(agency?.regionCode ?? regionCode ?? '') ?? null,
			agency: agency && { id: agency.id, name: agency.name },
			email,
			phone,
			active,
			createdAt
		}));
}

/** Makes a bearer token for an active account; it is shown once, only its hash is kept. Null when there is no such
 *  account or it is closed. */
export function addToken(context: Acting<Actor>, username: string): string | null {
	const { now } = context;
	return command(context, (tx, within) => {
		const user = findUser(tx, username);
		if (!user?.active) return null;
		const token = createToken(tx, user.id, now);
		record(within, { action: 'token.add', subject: `user/${user.username}` });
		return token;
	});
}

/** The account in whose name the command line writes answers: the one named, or the first active admin.
 *  Null when there is none, or it is closed. */
export function findActingUser(db: Db, username: string | null): Viewer | null {
	const user = username === null ? firstAdmin(db) : findUser(db, username);
	if (!user?.active) return null;
	const { id, displayName, role, regionCode, agencyId } = user;
	return { id, username: user.username, displayName, role, regionCode, agencyId };
}

function firstAdmin(db: Db) {
	return db
		.select()
		.from(users)
		.where(and(eq(users.role, 'admin'), eq(users.active, true)))
		.orderBy(asc(users.createdAt), asc(users.username))
		.limit(1)
		.get();
}

function findUser(db: Db, username: string) {
	return db.select().from(users).where(eq(users.username, username)).get();
}
