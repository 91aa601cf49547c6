import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { Viewer } from '#lib/server/people/access/access.ts';
import { answers, assessments, evidence, evidenceUses, internalNotes } from '#lib/server/foundation/db/schema.ts';
import { GET as getProvinceWord } from '../../src/routes/rounds/[round]/report.docx/+server.ts';
import { GET as getRegionWord } from '../../src/routes/rounds/[round]/[kind=subject]/[code]/report.docx/+server.ts';
import { GET as getRegionWorkbook } from '../../src/routes/rounds/[round]/regions/[region]/workbook.xlsx/+server.ts';
import { GET as getRoundWorkbook } from '../../src/routes/rounds/[round]/workbook.xlsx/+server.ts';
import { closeWorkers } from '#lib/server/foundation/jobs/job-worker.ts';
import { publishRound } from '../support/publish-round.ts';
import { NOW, PEOPLE, withSmallRound } from '../support/small-round.ts';
import { unzipTexts } from '../support/unzip.ts';

const small = withSmallRound();
afterAll(closeWorkers);

/** What each assessment says that nobody else may read, by region. */
const SECRETS: Record<string, string> = { '35.01': 'rahasia Pacitan', '35.78': 'rahasia Surabaya' };
const NOTE = 'catatan antarasesor';

beforeEach(() => {
	for (const { id, regionCode, agencyId } of small.db.select().from(assessments).all()) {
		const secret = agencyId === null ? SECRETS[regionCode] : 'rahasia dinas';
		if (!secret) continue;
		const written = { assessmentId: id, indicator: 'A1', version: 1, updatedAt: NOW, updatedBy: 'admin' };
		small.db
			.insert(answers)
			.values({ ...written, track: 'self', level: 3, justification: secret })
			.run();
		const piece = { id: `bukti-${id}`, assessmentId: id, track: 'self' as const, addedBy: 'admin', addedAt: NOW };
		small.db
			.insert(evidence)
			.values({ ...piece, title: `bukti ${secret}`, kind: 'other', url: 'https://contoh.go.id' })
			.run();
		small.db
			.insert(evidenceUses)
			.values({ evidenceId: piece.id, indicator: 'A1', addedBy: 'admin', addedAt: NOW })
			.run();
		const note = { id: `catatan-${id}`, assessmentId: id, indicator: 'A1', authorId: 'asesor', at: NOW, body: NOTE };
		small.db.insert(internalNotes).values(note).run();
	}
});

type Handler = (event: never) => Response | Promise<Response>;

/** All text of the file that a route answers with; the status where it refuses. */
async function read(handler: Handler, viewer: Viewer, region = '', search = ''): Promise<string> {
	const url = new URL(`http://siap.contoh/x${search}`);
	const locals = { db: small.db, viewer, locale: 'id' };
	try {
		const response = await handler({
			locals,
			params: { round: 'uji', region, kind: 'regions', code: region },
			url
		} as never);
		return [...unzipTexts(new Uint8Array(await response.arrayBuffer())).values()].join('\n');
	} catch (refusal) {
		return String((refusal as { status?: number }).status);
	}
}

describe('the workbook of a round', () => {
	test.each([
		['admin', ['Kabupaten Pacitan', 'Kota Surabaya', 'rahasia Pacitan', 'rahasia Surabaya', 'rahasia dinas']],
		['asesor', ['Kabupaten Pacitan', 'rahasia Pacitan']],
		['surabaya', ['Kota Surabaya', 'rahasia Surabaya', 'rahasia dinas']],
		['dinkes', ['Kota Surabaya', 'rahasia dinas']]
	] as const)('holds for %s what may be read, and no internal note', async (person, expected) => {
		const text = await read(getRoundWorkbook, PEOPLE[person]);
		const known = ['Kabupaten Pacitan', 'Kota Surabaya', 'rahasia Pacitan', 'rahasia Surabaya', 'rahasia dinas'];
		expect(known.filter((word) => text.includes(word))).toEqual(expected);
		expect(text).not.toContain(NOTE);
	});

	test('once published holds every answer, but the evidence only of those who may look at it', async () => {
		publishRound(small.db, 'uji', NOW);
		const text = await read(getRoundWorkbook, PEOPLE.pacitan);
		expect(text).toContain('rahasia Surabaya');
		expect(text).toContain('bukti rahasia Pacitan');
		expect(text).not.toContain('bukti rahasia Surabaya');
		expect(text).toContain('Final: ');
	});
});

describe('files of one region', () => {
	test.each([
		['workbook', getRegionWorkbook],
		['Word', getRegionWord]
	] as const)('%s: nothing of another region, no internal note, refused to strangers', async (_name, handler) => {
		const text = await read(handler as Handler, PEOPLE.admin, '35.01');
		expect(text).toContain('rahasia Pacitan');
		for (const other of ['rahasia Surabaya', 'rahasia dinas', NOTE]) expect(text).not.toContain(other);
		expect(await read(handler as Handler, PEOPLE.surabaya, '35.01')).toBe('403');
		expect(await read(handler as Handler, PEOPLE.admin, '35.99')).toBe('404');
	});
});

describe('Word', () => {
	test('has headings by style, tables with heads, page numbers, language and document number', async () => {
		const text = await read(getRegionWord, PEOPLE.admin, '35.01');
		expect(text).toMatch(/<w:pStyle w:val="Heading1"\/>/);
		expect(text).toContain('<w:tblHeader/>');
		expect(text).toMatch(/w:lang w:val="id-ID"/);
		expect(text).toContain('NUMPAGES');
		expect(text).toMatch(/SIAP\/uji\/35\.01\/\d+/);
		expect(text).toContain('DRAF');
		expect(await read(getRegionWord, PEOPLE.admin, '35.01', '?lang=en')).toMatch(/w:lang w:val="en-GB"/);
	});

	test('of the province is for those who may read its report, and quotes no justification', async () => {
		const text = await read(getProvinceWord, PEOPLE.gubernur);
		expect(text).toContain('Kabupaten Pacitan');
		for (const secret of [...Object.values(SECRETS), NOTE]) expect(text).not.toContain(secret);
		expect(await read(getProvinceWord, PEOPLE.pacitan)).toBe('403');
	});
});
