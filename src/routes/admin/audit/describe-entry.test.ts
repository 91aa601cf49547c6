import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { STEPS } from '#lib/domain/workflow/assessment-machine.ts';
import { CLARIFICATION_STEPS } from '#lib/domain/workflow/clarification-machine.ts';
import { ROUND_STEPS } from '#lib/domain/workflow/round-machine.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import type { AuditAction } from '#lib/server/people/audit/actions.ts';
import type { LoggedEntry } from '#lib/server/people/audit/list-audit.ts';
import { actionName } from './action-name.ts';
import { describeEntry } from './describe-entry.ts';

const names = {
	regions: new Map([['35.78', 'Kota Surabaya']]),
	agencies: new Map([['opd-1', 'Dinas Kesehatan']]),
	evidence: new Map([['bukti-1', 'Perbup 12/2025']])
};

function anEntry(entry: Partial<LoggedEntry>): LoggedEntry {
	return {
		seq: 1,
		at: 0,
		actorName: 'Rina',
		action: 'login',
		subject: '',
		before: null,
		after: null,
		hash: '',
		...entry
	};
}

const level = (value: number | null, notApplicable = false) => ({ level: value, notApplicable, justification: '' });

test.each<[string, Partial<LoggedEntry>, string]>([
	[
		'a first answer',
		{ action: 'answer.save', subject: '2026/35.78/A1/assessor', after: level(3) },
		'Rina mengisi A1 Kota Surabaya (putaran 2026, jalur asesor): kosong → 3.'
	],
	[
		'a changed answer of an agency',
		{ action: 'answer.save', subject: '2026/35.78/opd-1/B2/self', before: level(2), after: level(null, true) },
		'Rina mengisi B2 Dinas Kesehatan, Kota Surabaya (putaran 2026, jalur mandiri): 2 → tidak berlaku.'
	],
	[
		'a reopened assessment',
		{
			action: 'assessment.reopen',
			subject: '2026/35.78',
			after: { status: 'self_assessment', reason: 'salah unggah' }
		},
		'Rina mengambil langkah “Dibuka kembali untuk asesor” untuk Kota Surabaya, putaran 2026. Alasan: salah unggah'
	],
	[
		'appointments',
		{ action: 'round.assign', subject: '2026', before: { removed: [] }, after: { added: ['a', 'b'] } },
		'Rina mengubah penugasan asesor di putaran 2026: 2 ditambahkan, 0 dicabut.'
	],
	[
		'a closed account',
		{ action: 'user.active', subject: 'user/asesor1', after: { active: false } },
		'Rina menonaktifkan akun asesor1.'
	],
	[
		'a region that is gone',
		{ action: 'assessment.submit', subject: '2026/99.99' },
		'Rina mengambil langkah “Dikirim ke asesor” untuk 99.99, putaran 2026.'
	],
	[
		'evidence for two indicators',
		{
			action: 'evidence.add',
			subject: '2026/35.78/bukti-1',
			after: { title: 'Perbup', uses: [{ indicator: 'A1' }, { indicator: 'A2' }] }
		},
		'Rina menambahkan bukti “Perbup 12/2025” untuk A1, A2, Kota Surabaya, putaran 2026.'
	],
	[
		'another place in evidence of an agency',
		{
			action: 'evidence.place',
			subject: '2026/35.78/opd-1/bukti-1',
			before: { indicator: 'A1', place: '' },
			after: { indicator: 'A1', place: 'hlm. 4' }
		},
		'Rina mengubah letak pada bukti “Perbup 12/2025” untuk A1, Dinas Kesehatan, Kota Surabaya, putaran 2026: kosong → hlm. 4.'
	],
	[
		'another limit of evidence',
		{
			action: 'settings.change',
			subject: 'evidence',
			before: { megabytes: 20, types: ['pdf', 'png'] },
			after: { megabytes: 10, types: ['pdf'] }
		},
		'Rina mengubah pengaturan bukti dukung: 20 MB, 2 jenis berkas → 10 MB, 1 jenis berkas.'
	],
	['an action of an older version', { action: 'moon.land' as 'login', subject: 'moon' }, 'Rina: moon.land, moon.']
])('%s reads as a sentence', (_case, entry, sentence) => {
	expect(describeEntry(anEntry(entry), names)).toBe(sentence);
});

describe('every action that the code writes', () => {
	const sources = readdirSync('src/lib/server', { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
		.map((name) => readFileSync(join('src/lib/server', name), 'utf8'));
	const written = [
		...new Set([
			...sources.flatMap((text) => [...text.matchAll(/\baction: '([a-z]+\.[a-z_]+)'/g)].map(([, action]) => action!)),
			...STEPS.map((step) => `assessment.${step}`),
			...ROUND_STEPS.map((step) => `round.${step}`),
			...['ask', ...CLARIFICATION_STEPS].map((kind) => `clarification.${kind}`),
			...['agenda_add', 'agenda_remove', 'session_add', 'session_edit', 'session_close'].map((end) => `plenary.${end}`),
			...['subscribe', 'unsubscribe', 'edit'].map((end) => `calendar.${end}`),
			...['login', 'evidence.link_alive', 'evidence.link_dead', 'visit.add', 'visit.edit']
		])
	] as AuditAction[];

	test.each(['id', 'en'] as const)('has a name and a sentence of its own in %s', (locale) => {
		overwriteGetLocale(() => locale);
		const told = written.map((action) => {
			const entry = anEntry({ action, subject: '2026/35.78/A1/self', after: { visitOn: '2026-10-01' } });
			return { action, name: actionName(action), sentence: describeEntry(entry, names) };
		});
		overwriteGetLocale(() => 'id');
		expect(told.length).toBeGreaterThan(50);
		expect(told.filter(({ name, sentence, action }) => name.includes(action) || sentence.includes(action))).toEqual([]);
		expect(new Set(told.map(({ name }) => name)).size).toBe(told.length);
	});
});
