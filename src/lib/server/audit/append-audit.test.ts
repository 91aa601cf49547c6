import { expect, test } from 'vitest';
import { openDatabase } from '../db/open.ts';
import { appendAudit, verifyAudit } from './append-audit.ts';

function chainOfFive() {
	const { db, client } = openDatabase(':memory:');
	for (let n = 1; n <= 5; n++)
		appendAudit(db, { at: n, actor: { id: null, name: 'uji' }, action: 'test', subject: `s${n}`, after: { n } });
	client.exec('DROP TRIGGER audit_log_no_update; DROP TRIGGER audit_log_no_delete'); // as a forger with the file would
	return { db, client };
}

test('an untouched chain is sound', () => {
	expect(verifyAudit(chainOfFive().db)).toEqual({ entries: 5, firstBroken: null });
});

test.each([
	['changed', 'UPDATE audit_log SET after = \'{"n":9}\' WHERE seq = 3', 3],
	['removed', 'DELETE FROM audit_log WHERE seq = 2', 2],
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
