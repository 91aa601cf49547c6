import { error } from '@sveltejs/kit';
import type { Locale } from '#lib/domain/locale.ts';
import { aboutOf, type DocumentSubject } from '#lib/domain/document/kinds.ts';
import { say } from '#lib/words/say.ts';
import type { About } from '#lib/server/documents/kinds/subjects.ts';
import { findSession } from '#lib/server/fieldwork/plenary/sessions.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import type { Viewer } from '#lib/server/people/access/access.ts';
import { requirePermission, requireViewer } from '#lib/server/people/auth/require.ts';
import type { Round } from '#lib/server/rounds/round/find-round.ts';
import { requireOpenedRound, requireProvince, requireRound } from '#lib/server/rounds/subject/guard-round.ts';
import { requireAssessment } from '#lib/server/rounds/subject/subject.ts';

/** Facts of an address: the person who asks, and the round. */
export interface Asking {
	locals: { db: Db; viewer: Viewer | null; locale: Locale };
	params: { round: string };
	url: URL;
}

/** Finds the person who asks for a document of a round and may read it.
 *  @throws 303 to the login page, 403 or 404 with a sentence */
export function requireDocument(asking: Asking, about: About): { viewer: Viewer; round: Round } {
	const { locals, params, url } = asking;
	const { db, locale } = locals;
	const { subject } = about;
	const viewer = requireViewer(locals, url);
	const reader = { db, actor: viewer, locale };
	const guards: Record<DocumentSubject, () => Round> = {
		region: () => requireAssessment(reader, { round: params.round, kind: 'regions', code: subject }).round,
		agency: () => requireAssessment(reader, { round: params.round, kind: 'agencies', code: subject }).round,
		province: () => {
			requireProvince(viewer, locale);
			return requireOpenedRound(db, params.round, locale);
		},
		session: () => {
			requirePermission(locals, 'plenary.read', url);
			const round = requireRound(db, params.round, locale);
			if (!findSession(db, round, Number(subject))) error(404, say(locale).common_not_found({}));
			return round;
		}
	};
	return { viewer, round: guards[aboutOf(about)]() };
}
