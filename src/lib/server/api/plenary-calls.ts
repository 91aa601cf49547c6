import { m } from '#lib/paraglide/messages.js';
import type { Viewer } from '#lib/server/people/access/access.ts';
import { readAgenda } from '#lib/server/fieldwork/agenda/agenda.ts';
import { decide, DecisionWrite } from '#lib/server/fieldwork/plenary/decide.ts';
import { listSessions } from '#lib/server/fieldwork/plenary/sessions.ts';
import { type ApiEvent, answerJson, requireApiPermission } from './answer-api.ts';
import { describeAnswerFault } from './assessment-calls.ts';
import { Problem } from './problem.ts';
import { readJson } from './request-body.ts';
import { requireRound } from './round-document.ts';

const DECISION_MAX_BYTES = 32 * 1024;

/** Answers `GET` of the agenda. */
export function answerAgenda({ locals, params }: ApiEvent<'round'>, viewer: Viewer): Response {
	requireApiPermission(viewer, 'plenary.read');
	const round = requireRound(locals.db, params.round);
	const { items, regions } = readAgenda(locals.db, round);
	return answerJson({
		round: round.code,
		items: items.map(
			({ region, indicator, kind, causes, self, assessor, second, effect, final, finalVersion, decided }) => ({
				region,
				indicator,
				kind,
				causes,
				self,
				assessor,
				second,
				effect,
				final,
				finalVersion,
				decided
			})
		),
		regions: regions.map(({ region, status, items: count, open }) => ({ region, status, items: count, open }))
	});
}

/** Answers `GET` of the sessions. */
export function answerSessions({ locals, params }: ApiEvent<'round'>, viewer: Viewer): Response {
	requireApiPermission(viewer, 'plenary.read');
	const round = requireRound(locals.db, params.round);
	const sessions = listSessions(locals.db, round.id).map(
		({ id, heldOn, place, chair, number, attendees, decisions, closedAt }) => ({
			id,
			heldOn,
			place,
			chair,
			number,
			attendees,
			decisions,
			closedAt: closedAt === null ? null : new Date(closedAt).toISOString()
		})
	);
	return answerJson({ round: round.code, sessions });
}

/** Answers `PUT` of a decision. */
export async function answerDecision(
	event: ApiEvent<'round' | 'session' | 'region' | 'indicator'>,
	viewer: Viewer,
	now: number
): Promise<Response> {
	requireApiPermission(viewer, 'plenary.decide');
	const { db, locale } = event.locals;
	const { indicator, region, round, session } = event.params;
	requireRound(db, round);
	const write = await readJson(event, DecisionWrite, DECISION_MAX_BYTES);
	const result = decide({ db, actor: viewer, now }, { round, session: Number(session), region, indicator }, write);
	switch (result.kind) {
		case 'saved':
			return answerJson(result.saved);
		case 'conflict':
			throw new Problem('stale_version', { version: result.current?.version ?? 0 }, { current: result.current });
		case 'invalid': {
			const detail = describeAnswerFault(result.fault, indicator, locale);
			throw new Problem('content_invalid', { faults: detail }, { errors: [{ field: result.fault.field, detail }] });
		}
		case 'empty': {
			const detail = m.plenary_empty({}, { locale });
			throw new Problem('content_invalid', { faults: detail }, { errors: [{ field: 'level', detail }] });
		}
		case 'locked':
			throw new Problem('decision_refused', { reason: m.plenary_locked({}, { locale }) });
		case 'not_on_agenda':
			throw new Problem('decision_refused', { reason: m.plenary_not_on_agenda({}, { locale }) });
		case 'no_session':
			throw new Problem('decision_refused', { reason: m.plenary_no_open_session({}, { locale }) });
		case 'forbidden':
			throw new Problem('forbidden', {});
		case 'missing':
			throw new Problem('assessment_missing', { subject: region, round });
	}
}
