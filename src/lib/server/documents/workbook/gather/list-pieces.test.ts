import { expect, test } from 'vitest';
import { NOW, PEOPLE, withSmallRound } from '../../../../../../tests/support/small-round.ts';
import { evidence, evidenceFiles, evidenceUses } from '#lib/server/foundation/db/schema.ts';
import { findAssessment } from '#lib/server/rounds/assessment/find-assessment.ts';
import { findRound } from '#lib/server/rounds/round/find-round.ts';
import { evidenceSheet } from '../write/tables.ts';
import type { WorkbookData } from '../write/types.ts';
import { listPieces } from './list-pieces.ts';

const small = withSmallRound();
const SHA = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
const NIK = '3578991201990003';

test('a workbook names evidence as paper does: numbers masked, no file name, of a link its host', () => {
	const { db } = small;
	const found = findAssessment(db, PEOPLE.admin, 'evidence.read', { round: 'uji', region: '35.01', agency: null })!;
	const of = { assessmentId: found.assessment.id, track: 'self' as const, addedBy: 'pacitan', kind: 'other' as const };
	db.insert(evidenceFiles).values({ sha256: SHA, size: 9, mediaType: 'application/pdf', storedAt: NOW }).run();
	const file = { ...of, id: 'a', sha256: SHA, title: `SK ${NIK}`, fileName: `KTP ${NIK}.pdf`, addedAt: NOW };
	const link = { ...of, id: 'b', url: `https://drive.example.com/d/KUNCI?u=1`, title: 'Folder', addedAt: NOW };
	db.insert(evidence).values(file).run();
	db.insert(evidence).values(link).run();
	const use = { evidenceId: 'a', indicator: 'A1', place: `NIK ${NIK}`, addedBy: 'pacitan', addedAt: NOW };
	db.insert(evidenceUses).values(use).run();

	const pieces = listPieces(db, PEOPLE.admin, findRound(db, 'uji')!, { now: NOW, locale: 'id' });
	const sheet = evidenceSheet({ evidence: pieces } as Partial<WorkbookData> as WorkbookData, 'id');
	const rows = sheet.rows.slice(1).map((row) => row.map((cell) => cell?.value ?? null));
	expect(rows.map((row) => [row[4], row[6], row[11]])).toEqual([
		['SK 3578••••••••••03', 'NIK 3578••••••••••03', `PDF · ${SHA.slice(0, 12)}`],
		['Folder', null, 'Tautan ke drive.example.com']
	]);
	for (const hidden of [NIK, 'KTP', 'KUNCI']) expect(JSON.stringify(sheet)).not.toContain(hidden);
});
