import { eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { seedDemoData } from './seed-database.ts';
import { verifyAudit } from '#lib/server/people/audit/verify-audit.ts';
import { countOpenClarifications } from '#lib/server/rounds/assessment/count-clarifications.ts';
import { listClarifications } from '#lib/server/fieldwork/clarifications/list-clarifications.ts';
import { listSteps } from '#lib/server/rounds/assessment/record-step.ts';
import { type Connection, openDatabase } from '#lib/server/foundation/db/open.ts';
import { assessments, users } from '#lib/server/foundation/db/schema.ts';
import { findRound } from '#lib/server/rounds/round/find-round.ts';

const NOW = Date.UTC(2026, 9, 1, 3);

let connection: Connection;

beforeAll(async () => {
	connection = openDatabase(':memory:');
	await seedDemoData(connection.db, NOW);
});

test('the demo has clarifications in every state, and the assessments stand where these brought them', () => {
	const { db } = connection;
	const round = findRound(db, '2026')!;
	const viewer = (username: string) => db.select().from(users).where(eq(users.username, username)).get()!;
	const seen = (username: string) =>
		listClarifications({ db, actor: viewer(username), locale: 'id', now: NOW }, round).map(
			({ region, indicator, state, overdue, mine }) =>
				`${region.code} ${indicator} ${state}${overdue ? ' overdue' : ''}${mine ? ' mine' : ''}`
		);
	expect(seen('asesor6')).toEqual(['35.09 C4 asked overdue', '35.09 D5 asked', '35.09 E3 settled']);
	expect(seen('asesor5')).toEqual([
		'35.78 B5 answered mine',
		'35.78 D2 answered mine',
		'35.78 A6 settled',
		'35.78 A3 settled'
	]);
	expect(seen('reviewer')[0]).toBe('35.78 B5 answered mine');
	expect(countOpenClarifications(db, viewer('surabaya'), round, NOW)).toEqual({ open: 2, mine: 0, overdue: 0 });

	const rows = db.select().from(assessments).where(eq(assessments.roundId, round.id)).all();
	const pathOf = (code: string) => {
		const row = rows.find(({ regionCode, agencyId }) => regionCode === code && agencyId === null)!;
		const steps = listSteps(db, row.id).reverse();
		expect(steps.map(({ from }) => from)).toEqual(['not_started', ...steps.slice(0, -1).map(({ to }) => to)]);
		expect(steps.map(({ at }) => at)).toEqual(steps.map(({ at }) => at).toSorted((a, b) => a - b));
		return [row.status, ...steps.slice(3).map(({ step }) => step)];
	};
	expect(pathOf('35.09')).toEqual(['clarification', 'ask', 'ask', 'ask']);
	expect(pathOf('35.14')).toEqual(['in_review', 'ask', 'withdraw']);
	expect(pathOf('35.78')[0]).toBe('in_review');
	expect(verifyAudit(db).firstBroken).toBeNull();
});
