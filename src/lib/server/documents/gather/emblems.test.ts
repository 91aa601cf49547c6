import { deflateSync, crc32 } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { auditLog } from '#lib/server/foundation/db/schema.ts';
import { closeWorkers } from '#lib/server/foundation/jobs/job-worker.ts';
import { PEOPLE, withSmallRound } from '../../../../../tests/support/small-round.ts';
import { EMBLEM_BYTES, emblemPlace, readEmblems, saveEmblem } from './emblems.ts';
import { renderPdf } from '#lib/server/documents/print/render-pdf.ts';
import { sampleRegionReport } from '../../../../../tests/support/sample-report.ts';

const small = withSmallRound();
afterAll(closeWorkers);

/** A square of one colour. */
function png(side = 40): Uint8Array {
	const chunk = (name: string, data: Buffer) => {
		const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
		const length = Buffer.alloc(4);
		length.writeUInt32BE(data.length);
		const sum = Buffer.alloc(4);
		sum.writeUInt32BE(crc32(body));
		return Buffer.concat([length, body, sum]);
	};
	const head = Buffer.alloc(13);
	head.writeUInt32BE(side, 0);
	head.writeUInt32BE(side, 4);
	head.set([8, 2], 8); // eight bits, RGB
	const rows = Buffer.alloc(side * (1 + side * 3), 0x55);
	for (let y = 0; y < side; y++) rows[y * (1 + side * 3)] = 0;
	const parts = [chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))];
	return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...parts]);
}

const save = (content: Uint8Array | null, actor = PEOPLE.admin) =>
	saveEmblem({ db: small.db, actor, now: 1 }, 'government', content);

test('a picture is kept, printed on the cover, and taken away again, each with its entry in the audit log', async () => {
	expect(await save(png())).toEqual({ kind: 'saved' });
	const emblems = readEmblems(small.db);
	expect(emblems).toMatchObject({ government: { type: 'png' }, partner: null });
	const [bare, printed] = [
		await renderPdf('region', sampleRegionReport('35.78')),
		await renderPdf('region', sampleRegionReport('35.78', { emblems }))
	];
	const pictures = (pdf: Buffer) => pdf.toString('latin1').match(/\/Subtype\s*\/Image/g)?.length ?? 0;
	expect(pictures(printed)).toBe(pictures(bare) + 1);
	expect(await save(png()), 'the same again').toEqual({ kind: 'saved' });
	expect(await save(null)).toEqual({ kind: 'saved' });
	expect(readEmblems(small.db).government).toBeNull();
	const written = small.db
		.select()
		.from(auditLog)
		.all()
		.filter(({ action }) => action === 'emblem.change');
	expect(written.map(({ subject }) => subject)).toEqual(['government', 'government']);
});

test('what is no picture, a broken one, one too large, or from somebody else, is refused and changes nothing', async () => {
	expect(await save(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'))).toEqual({
		kind: 'not_an_image'
	});
	expect(await save(png().subarray(0, 60))).toEqual({ kind: 'not_an_image' });
	expect(await save(new Uint8Array(EMBLEM_BYTES + 1))).toEqual({ kind: 'too_large' });
	expect(await save(png(), PEOPLE.reviewer)).toEqual({ kind: 'forbidden' });
	expect(readEmblems(small.db)).toEqual({ government: null, partner: null });
	expect([emblemPlace('partner'), emblemPlace('lain'), emblemPlace(null)]).toEqual(['partner', null, null]);
});
