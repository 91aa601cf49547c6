import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { renderPdf } from '#lib/server/documents/print/render-pdf.ts';
import { inspect } from '#lib/server/foundation/files/inspect.ts';
import { closeWorkers } from '#lib/server/foundation/jobs/job-worker.ts';
import { pdf } from '../support/sample-files.ts';
import { sampleMinutes } from '../support/sample-report.ts';

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
