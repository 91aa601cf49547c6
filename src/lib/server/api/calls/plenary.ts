import { say } from '#lib/words/say.ts';
import { readAgenda } from '#lib/server/fieldwork/agenda/agenda.ts';
import { decide, DecisionWrite } from '#lib/server/fieldwork/plenary/decide.ts';
import { listSessions } from '#lib/server/fieldwork/plenary/sessions.ts';
import { answerFault, faultOf } from '../answer-fault.ts';
import { call } from '../call.ts';
import { answerJson } from '../json-answer.ts';
import { Problem } from '../problem.ts';
import { problemOf } from '../problem-of.ts';
import { jsonBody } from '../request-body.ts';
import { requireRound } from '../round-document.ts';
import * as shape from '../schemas.ts';

const DECISION_MAX_BYTES = 32 * 1024;

export const PLENARY_CALLS = [
	call({
		method: 'get',
		path: '/rounds/{round}/plenary',
		summary: 'What the plenary has before it, and how far the regions are.',
		permission: 'plenary.read',
		answer: shape.Agenda,
		problems: [403, 404],
		call({ db, params }) {
			const round = requireRound(db, params.round);
			const { items, regions } = readAgenda(db, round);
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
	}),
	call({
		method: 'get',
		path: '/rounds/{round}/plenary/sessions',
		summary: 'The sessions of the plenary, the latest first.',
		permission: 'plenary.read',
		answer: shape.PlenarySessions,
		problems: [403, 404],
		call({ db, params }) {
			const round = requireRound(db, params.round);
			const sessions = listSessions(db, round.id).map(
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
	}),
	call({
		method: 'put',
		path: '/rounds/{round}/plenary/sessions/{session}/decisions/{region}/{indicator}',
		summary:
			'Records a decision, which sets the answer on the final track. 409 decision_refused with the reason in words; 409 ' +
			'stale_version when somebody decided since `baseVersion`. The same `requestId` again answers the same.',
		permission: 'plenary.decide',
		body: jsonBody(DecisionWrite, DECISION_MAX_BYTES),
		answer: shape.Saved,
		problems: [400, 403, 404, 409, 413, 415, 422],
		before: ({ db, params }) => void requireRound(db, params.round),
		call({ db, viewer, locale, params, body: write, now }) {
			const { indicator, region, round, session } = params;
			const result = decide({ db, actor: viewer, now }, { round, session: Number(session), region, indicator }, write);
			if (result.kind === 'saved') return answerJson(result.saved);
			const refused = (reason: string) => new Problem('decision_refused', { reason });
			throw problemOf(result, {
				missing: () => new Problem('assessment_missing', { subject: region, round }),
				invalid: ({ fault }) => answerFault(fault, indicator, locale),
				empty: () => faultOf('level', say(locale).plenary_empty({})),
				locked: () => refused(say(locale).plenary_locked({})),
				not_on_agenda: () => refused(say(locale).plenary_not_on_agenda({})),
				no_session: () => refused(say(locale).plenary_no_open_session({}))
			});
		}
	})
].flat();
