import { join } from 'node:path';
import Sqlite from 'better-sqlite3';

/** Copies assessed regions of round 2026 into a round of their own whose plenary sits, so that a test can decide
 *  and finalise without moving the round that all other tests look at.
 *  @returns the end of it: removes the round again */
export function openPlenaryRound(dataDir: string, code: string, regions: readonly string[]): () => void {
	const db = new Sqlite(join(dataDir, 'siap.sqlite'));
	db.pragma('busy_timeout = 5000');
	const marks = regions.map(() => '?').join(', ');
	db.transaction(() => {
		db.prepare(
			`INSERT INTO rounds (code, name, status, starts_on, ends_on, instrument_id, target_class, daily_capacity, sample)
			 SELECT ?, 'Pleno uji (contoh)', 'plenary', '2020-01-06', '2020-04-05', instrument_id, target_class, daily_capacity, 1
			 FROM rounds WHERE code = '2026'`
		).run(code);
		db.prepare(
			`INSERT INTO assessments (round_id, region_code, instrument_id, status)
			 SELECT (SELECT id FROM rounds WHERE code = ?), region_code, assessments.instrument_id, 'assessed'
			 FROM assessments JOIN rounds ON rounds.id = round_id
			 WHERE code = '2026' AND agency_id IS NULL AND region_code IN (${marks})`
		).run(code, ...regions);
		db.prepare(
			`INSERT INTO answers (assessment_id, indicator, track, level, not_applicable, justification, change_reason,
				change_note, version, first_at, updated_at, updated_by)
			 SELECT copy.id, indicator, track, level, not_applicable, justification, change_reason, change_note, 1, first_at,
				updated_at, updated_by
			 FROM answers JOIN assessments original ON original.id = assessment_id
			 JOIN rounds ON rounds.id = original.round_id AND code = '2026'
			 JOIN assessments copy ON copy.region_code = original.region_code AND copy.agency_id IS NULL
				AND copy.round_id = (SELECT id FROM rounds WHERE code = ?)
			 WHERE original.agency_id IS NULL AND track <> 'final'`
		).run(code);
	})();
	return () => {
		const own = `(SELECT assessments.id FROM assessments JOIN rounds ON rounds.id = round_id WHERE code = '${code}')`;
		db.transaction(() => {
			for (const table of ['plenary_decisions', 'plenary_agenda', 'answers', 'answer_writes', 'assessment_steps'])
				db.exec(`DELETE FROM ${table} WHERE assessment_id IN ${own}`);
			db.exec(`DELETE FROM plenary_sessions WHERE round_id = (SELECT id FROM rounds WHERE code = '${code}')`);
			db.exec(`DELETE FROM assessments WHERE round_id = (SELECT id FROM rounds WHERE code = '${code}')`);
			db.exec(`DELETE FROM rounds WHERE code = '${code}'`);
		})();
		db.close();
	};
}
