import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { renderPdf } from '#lib/server/documents/print/render-pdf.ts';
import { openDatabase } from '#lib/server/foundation/db/open.ts';
import { users } from '#lib/server/foundation/db/schema.ts';
import { inspect } from '#lib/server/foundation/files/inspect.ts';
import { closeWorkers } from '#lib/server/foundation/jobs/job-worker.ts';
import { exportRows } from '#lib/server/public/exchange/export-rows.ts';
import { toCsv } from '#lib/server/public/exchange/write-table.ts';
import { findRound } from '#lib/server/rounds/round/find-round.ts';
import { callApi } from '../support/call-api.ts';
import { fillManyRegions } from '../support/many-regions.ts';
import { pdf } from '../support/sample-files.ts';
import { sampleMinutes } from '../support/sample-report.ts';
import { NOW } from '../support/small-round.ts';

afterAll(closeWorkers);

test('a file that takes long to look at holds up neither another person’s file nor a document', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'siap-lanes-'));
	const pipe = join(folder, 'slow.pdf');
	execFileSync('mkfifo', [pipe]); // whoever reads it waits until somebody has written
	writeFileSync(join(folder, 'sk.pdf'), pdf('Pasal 1'));
	const document = () => renderPdf('minutes', sampleMinutes([[4, 3, 3]]));
	await document(); // its process is there
	let isOver = false;
	const slow = inspect(pipe, 'slow.pdf', 'ani').finally(() => (isOver = true));
	expect(await inspect(join(folder, 'sk.pdf'), 'sk.pdf', 'budi')).toMatchObject({ type: 'pdf' });
	expect((await document()).length).toBeGreaterThan(1_000);
	expect(isOver).toBe(false);
	writeFileSync(pipe, '');
	expect(await slow).toEqual({ fault: 'empty' });
	rmSync(folder, { recursive: true });
}, 90_000);

test('while a large export is made, a save answers; what is exported is what was read in one moment', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'siap-export-'));
	const { db, close } = openDatabase(folder);
	const reader = fillManyRegions(db, { count: 300, assessed: 299, withBoundaries: false }, NOW);
	const account = { displayName: 'Ani', passwordHash: '-', createdAt: NOW };
	const ani = { id: 'ani', username: 'ani', role: 'respondent' as const, regionCode: '25.20', agencyId: null };
	db.insert(users)
		.values({ ...ani, ...account })
		.run();
	const viewer = { id: reader, username: reader, displayName: reader, role: 'viewer' as const };
	const asking = { viewer: { ...viewer, regionCode: null, agencyId: null } };
	const before = toCsv(exportRows(db, asking.viewer, findRound(db, 'uji')!));
	expect((await callApi(db, '/rounds/uji/export.csv', asking)).text).toBe(before); // its process is there
	const order: string[] = [];
	const exported = callApi(db, '/rounds/uji/export.csv', asking).finally(() => order.push('exported'));
	const saved = await callApi(db, '/rounds/uji/regions/25.20/answers/A1', {
		viewer: { ...ani, displayName: 'Ani' },
		method: 'PUT',
		body: {
			track: 'self',
			level: 5,
			notApplicable: false,
			justification: 'Perbup',
			baseVersion: 0,
			requestId: randomUUID()
		}
	}).finally(() => order.push('saved'));
	expect([saved.status, (await exported).status]).toEqual([200, 200]);
	expect(order).toEqual(['saved', 'exported']);
	expect((await callApi(db, '/rounds/uji/export.csv', asking)).text).not.toBe(before);
	close();
	rmSync(folder, { recursive: true });
}, 90_000);
