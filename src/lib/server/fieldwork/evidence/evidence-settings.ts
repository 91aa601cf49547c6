import { EvidenceSettings } from '#lib/domain/evidence/evidence-settings.ts';
import type { Acting } from '#lib/server/people/commands/context.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { readSetting, writeSetting } from '#lib/server/people/settings/settings.ts';

const KEY = 'evidence';

/** Size limit in megabytes and accepted types of files. */
export function readEvidenceSettings(db: Db): EvidenceSettings {
	return readSetting(db, KEY, EvidenceSettings);
}

/** Changes size limit and accepted types; files that were taken before stay. */
export function changeEvidenceSettings(context: Acting, value: EvidenceSettings) {
	return writeSetting(context, KEY, EvidenceSettings, value);
}
