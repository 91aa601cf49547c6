import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeEach, expect, test } from 'vitest';
import type { Viewer } from '#lib/server/people/access/access.ts';
import {
	assessments,
	clarificationMessages,
	clarifications,
	evidence,
	evidenceUses,
	internalNotes
} from '#lib/server/foundation/db/schema.ts';
import { closeWorkers } from '#lib/server/foundation/jobs/job-worker.ts';
import { GET as word } from '../../src/routes/rounds/[round]/[kind=subject]/[code]/report.docx/+server.ts';
import { GET as pdf } from '../../src/routes/rounds/[round]/[kind=subject]/[code]/report.pdf/+server.ts';
import { addAgencies, answerAll } from '../support/agencies.ts';
import { NOW, PEOPLE, withSmallRound } from '../support/small-round.ts';
import { unzipTexts } from '../support/unzip.ts';

const small = withSmallRound();
afterAll(closeWorkers);

type Kind = 'alasan' | 'bukti' | 'tempat' | 'catatan' | 'tanya';
/** One word each, so that no line of a page breaks it: what is written about an assessment, by the number of its row. */
const secret = (kind: Kind, id: number) => `${kind}no${id}x`;

/** By region code or agency id. */
let ids: Map<string, number>;

beforeEach(() => {
	addAgencies(small.db, '35.78', ['sosial', 'pangan', 'hubungan']);
	addAgencies(small.db, '35.01', ['pacitan']);
	const rows = small.db.select().from(assessments).all();
	ids = new Map(rows.map(({ id, regionCode, agencyId }) => [agencyId ?? regionCode, id]));
	for (const { id, agencyId } of rows) {
		answerAll(small.db, id, agencyId === null ? 'ikid' : 'ikid-opd', 1 + (id % 4), secret('alasan', id));
		const by = { addedBy: 'admin', addedAt: NOW };
		const piece = { id: `bukti-${id}`, assessmentId: id, kind: 'other' as const, track: 'self' as const, ...by };
		small.db
			.insert(evidence)
			.values({ ...piece, title: secret('bukti', id), url: 'https://contoh.example.go.id/x' })
			.run();
		small.db
			.insert(evidenceUses)
			.values({ evidenceId: piece.id, indicator: 'A1', place: secret('tempat', id), ...by })
			.run();
		const said = { assessmentId: id, indicator: 'A1' };
		small.db
			.insert(internalNotes)
			.values({ ...said, id: `catatan-${id}`, authorId: 'asesor', at: NOW, body: secret('catatan', id) })
			.run();
		const asked = { state: 'asked' as const, dueOn: '2026-10-09', askedBy: 'asesor', askedAt: NOW, changedAt: NOW };
		small.db
			.insert(clarifications)
			.values({ ...said, id: `tanya-${id}`, ...asked })
			.run();
		const message = { clarificationId: `tanya-${id}`, n: 1, kind: 'ask' as const, authorId: 'asesor', at: NOW };
		small.db
			.insert(clarificationMessages)
			.values({ ...message, id: `pesan-${id}`, body: secret('tanya', id) })
			.run();
	}
});

type Handler = (event: never) => Response | Promise<Response>;

async function read(handler: Handler, viewer: Viewer, subject: string): Promise<string> {
	const url = new URL('http://siap.example/x');
	const locals = { db: small.db, viewer, locale: 'id' };
	const params = { round: 'uji', kind: subject.startsWith('35') ? 'regions' : 'agencies', code: subject };
	const response = await handler({ locals, params, url } as never);
	const bytes = new Uint8Array(await response.arrayBuffer());
	const text = response.headers.get('content-type')!.includes('pdf')
		? (await extractText(await getDocumentProxy(bytes), { mergePages: true })).text
		: [...unzipTexts(bytes).values()].join(' ');
	return text.replace(/[\s\u200b]+/g, '');
}

test('ten reports made at once hold their own text, and none of another region or agency, no note and no question', async () => {
	const wanted: [handler: Handler, viewer: Viewer, subject: string][] = [
		[pdf, PEOPLE.pacitan, '35.01'],
		[pdf, PEOPLE.surabaya, '35.78'],
		[pdf, PEOPLE.dinkes, 'opd-dinkes'],
		[word, PEOPLE.reviewer, '35'],
		[pdf, PEOPLE.surabaya, 'sosial'],
		[word, PEOPLE.admin, 'pangan'],
		[pdf, PEOPLE.pacitan, 'pacitan'],
		[pdf, PEOPLE.gubernur, '35'],
		[pdf, PEOPLE.reviewer, 'hubungan'],
		[word, PEOPLE.asesor, '35.01']
	];
	const texts = await Promise.all(wanted.map(([handler, viewer, subject]) => read(handler, viewer, subject)));
	for (const [at, [, , subject]] of wanted.entries()) {
		const own = ids.get(subject)!;
		const found = [...ids.values()].flatMap((id) =>
			(['alasan', 'bukti', 'tempat', 'catatan', 'tanya'] as const)
				.map((kind) => secret(kind, id))
				.filter((word) => texts[at]!.includes(word))
		);
		expect(found, `report ${at + 1}, on ${subject}`).toEqual([
			secret('alasan', own),
			secret('bukti', own),
			secret('tempat', own)
		]);
	}
}, 60_000);
