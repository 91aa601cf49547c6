import { expect, test } from 'vitest';
import { openDatabase } from '#lib/server/foundation/db/open.ts';
import { appendAudit } from './append-audit.ts';
import { verifyAudit } from './verify-audit.ts';

function chainOfFive() {
	const { db, client } = openDatabase(':memory:');
	for (let n = 1; n <= 5; n++)
		appendAudit(db, { at: n, actor: { id: null, name: 'uji' }, action: 'login', subject: `s${n}`, after: { n } });
	client.exec('DROP TRIGGER audit_log_no_update; DROP TRIGGER audit_log_no_delete'); // as a forger with the file would
	return { db, client };
}

test('an untouched chain is sound', () => {
	expect(verifyAudit(chainOfFive().db)).toMatchObject({ entries: 5, firstBroken: null });
});

test.each([
	['changed', 'UPDATE audit_log SET after = \'{"n":9}\' WHERE seq = 3', 3],
	['removed', 'DELETE FROM audit_log WHERE seq = 2', 2],
	['removed at the end', 'DELETE FROM audit_log WHERE seq = 5', 5],
	['removed from the start', 'DELETE FROM audit_log WHERE seq < 3', 1],
	['emptied', 'DELETE FROM audit_log', 1],
	[
		'put in between',
		"INSERT INTO audit_log SELECT 6, 6, NULL, 'x', 'x', 'x', NULL, NULL, hash, 'y' FROM audit_log WHERE seq = 5",
		6
	],
	[
		'reordered',
		'UPDATE audit_log SET seq = 99 WHERE seq = 3; UPDATE audit_log SET seq = 3 WHERE seq = 4; UPDATE audit_log SET seq = 4 WHERE seq = 99',
		3
	]
])('a row that was %s is found', (_kind, sql, broken) => {
	const { db, client } = chainOfFive();
	client.exec(sql);
	expect(verifyAudit(db).firstBroken).toBe(broken);
});

test('rows cut off the end are missed still after new ones were written', () => {
	const { db, client } = chainOfFive();
	client.exec('DELETE FROM audit_log WHERE seq = 5');
	appendAudit(db, { at: 6, actor: { id: null, name: 'uji' }, action: 'login', subject: 's6' });
	expect(verifyAudit(db)).toMatchObject({ entries: 4, firstBroken: 5 });
});
