import { expect, test } from 'vitest';
import type { LoggedEntry } from '#lib/server/audit/list-audit.ts';
import { describeEntry } from './describe-entry.ts';

const names = {
	regions: new Map([['35.78', 'Kota Surabaya']]),
	agencies: new Map([['opd-1', 'Dinas Kesehatan']])
};

function anEntry(entry: Partial<LoggedEntry>): LoggedEntry {
	return { seq: 1, at: 0, actorName: 'Rina', action: '', subject: '', before: null, after: null, hash: '', ...entry };
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
	['an action not known here', { action: 'moon.land', subject: 'moon' }, 'Rina: moon.land, moon.']
])('%s reads as a sentence', (_case, entry, sentence) => {
	expect(describeEntry(anEntry(entry), names)).toBe(sentence);
});
