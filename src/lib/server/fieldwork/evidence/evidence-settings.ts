import { EvidenceSettings } from '#lib/domain/evidence/evidence-settings.ts';
import type { Viewer } from '#lib/server/people/access/access.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { readSetting, writeSetting } from '#lib/server/people/settings/settings.ts';

const KEY = 'evidence';

/** Size limit and accepted types. */
export function readEvidenceSettings(db: Db): EvidenceSettings {
	return readSetting(db, KEY, EvidenceSettings);
}

/** Changes them; files that were taken before stay. */
export function changeEvidenceSettings(db: Db, actor: Viewer, value: EvidenceSettings, now: number) {
	return writeSetting({ db, actor, now }, KEY, EvidenceSettings, value);
}
