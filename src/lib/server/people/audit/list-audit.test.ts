import { expect, test } from 'vitest';
import { openDatabase } from '#lib/server/foundation/db/open.ts';
import { appendAudit } from './append-audit.ts';
import { listAudit, listAuditChoices } from './list-audit.ts';

test('the log is filtered by person, action, part of the subject and time, newest first in pages of fifty', () => {
	const { db } = openDatabase(':memory:');
	for (let n = 1; n <= 120; n++)
		appendAudit(db, {
			at: n,
			actor: { id: null, name: n % 2 ? 'ganjil' : 'genap' },
			action: n <= 60 ? 'answer.save' : 'login',
			subject: n === 7 ? '100%_a' : `2026/35.${n}`
		});
	expect(listAudit(db, {}, 1)).toMatchObject({ total: 120, page: 1, pages: 3 });
	expect(listAudit(db, {}, 3).entries.map(({ seq }) => seq)).toEqual(Array.from({ length: 20 }, (_, i) => 20 - i));
	expect(listAudit(db, {}, 99).page).toBe(3);
	expect(listAudit(db, {}, Number.NaN).page).toBe(1);
	expect(listAudit(db, { actor: 'ganjil', action: 'login' }, 1).total).toBe(30);
	expect(listAudit(db, { from: 10, to: 13 }, 1).entries.map(({ at }) => at)).toEqual([12, 11, 10]);
	expect(listAudit(db, { subject: '%_' }, 1).entries.map(({ seq }) => seq)).toEqual([7]);
	expect(listAuditChoices(db)).toEqual({ actors: ['ganjil', 'genap'], actions: ['answer.save', 'login'] });
});
