import { MILESTONE_KINDS } from '#lib/domain/calendar/milestones.ts';
import { VISIT_STATES } from '#lib/domain/calendar/visits.ts';
import { type Step, STEPS } from '#lib/domain/workflow/assessment-machine.ts';
import { formatDay } from '#lib/words/format-date.ts';
import { CLARIFICATION_STEPS, type ClarificationMessageKind } from '#lib/domain/workflow/clarification-machine.ts';
import { m } from '#lib/paraglide/messages.js';
import { groupingName, partnerEmblem } from '#lib/words/province.ts';
import type { AuditAction } from '#lib/server/people/audit/actions.ts';
import type { LoggedEntry } from '#lib/server/people/audit/list-audit.ts';
import { EVIDENCE_DESCRIBERS } from './describe-evidence.ts';
import { countOf, type Describer, field, type SubjectNames, textOf, whereName } from './entry-content.ts';

const onSubject = (sentence: (inputs: { who: string; subject: string }) => string): Describer => {
	return ({ actorName, subject }) => sentence({ who: actorName, subject: subject.slice(subject.indexOf('/') + 1) });
};
const onRound = (sentence: (inputs: { who: string; round: string }) => string): Describer => {
	return ({ actorName, subject }) => sentence({ who: actorName, round: subject });
};
function describeStep(step: Step): Describer {
	return (entry, names) => {
		const [round = '', ...place] = entry.subject.split('/');
		const reason = (entry.after as { reason?: unknown } | null)?.reason;
		const sentence = m.admin_log_step({
			who: entry.actorName,
			step: m[`step_${step}`](),
			where: whereName(place, names),
			round
		});
		return typeof reason === 'string' ? `${sentence} ${m.admin_log_reason({ reason })}` : sentence;
	};
}

function describeMilestone(sentence: (inputs: { who: string; milestone: string; round: string }) => string): Describer {
	return ({ actorName, subject, before, after }) => {
		const content = after ?? before;
		const kind = MILESTONE_KINDS.find((known) => known === textOf(content, 'kind')) ?? 'other';
		const milestone = kind === 'other' ? textOf(content, 'title') : m[`milestone_${kind}`]();
		return sentence({ who: actorName, milestone, round: subject });
	};
}
function describeVisit(
	sentence: (inputs: { who: string; region: string; round: string; date: string; state: string }) => string
): Describer {
	return ({ actorName, subject, after }, { regions }) => {
		const [round = '', region = ''] = subject.split('/');
		const state = VISIT_STATES.find((known) => known === textOf(after, 'state')) ?? 'planned';
		return sentence({
			who: actorName,
			region: regions.get(region) ?? region,
			round,
			date: formatDay(textOf(after, 'visitOn')),
			state: m[`visit_state_${state}`]()
		});
	};
}
/** The subject is plenary / round / region / indicator. */
function onItem(
	sentence: (inputs: { who: string; indicator: string; where: string; round: string }) => string
): Describer {
	return ({ actorName, subject }, names) => {
		const [, round = '', region = '', indicator = ''] = subject.split('/');
		return sentence({ who: actorName, indicator, where: whereName([region], names), round });
	};
}
/** The subject is report_text / round / document / language / paragraph; the document is a region, an agency or
 *  `province`, with `plan:` before it for its plan. */
function onParagraph(
	sentence: (inputs: { who: string; passage: string; report: string; round: string }) => string
): Describer {
	return ({ actorName, subject }, { regions, agencies }) => {
		const [, round = '', document = '', , passage = ''] = subject.split('/');
		const of = document.replace(/^plan:/, '');
		const isPlan = of !== document;
		const named = { name: regions.get(of) ?? agencies.get(of) ?? of };
		const whole = isPlan ? m.documents_plan_all() : m.region_report_province();
		const report = of === 'province' ? whole : isPlan ? m.documents_plan_of(named) : m.verify_region_report(named);
		return sentence({ who: actorName, passage, report, round });
	};
}
/** @param key of the group in the entry, which older versions called otherwise */
function describeArea(key: string): Describer {
	return ({ actorName, subject, before, after }, { regions }) =>
		m.admin_log_area({
			who: actorName,
			region: regions.get(subject.replace('region/', '')) ?? subject,
			grouping: groupingName() ?? m.province_changed_area(),
			from: textOf(before, key),
			to: textOf(after, key)
		});
}
function roundOf(subject: string): string {
	return subject.split('/')[1] ?? '';
}
function valueText(value: unknown): string {
	return value === 'na'
		? m.admin_log_not_applicable()
		: typeof value === 'number'
			? String(value)
			: m.admin_log_empty();
}

const DESCRIBERS: Record<AuditAction, Describer> = {
	login: ({ actorName }) => m.admin_log_login({ who: actorName }),
	'answer.save': describeAnswer,
	'answer.import': describeAnswer,
	...eachOf('assessment', STEPS, describeStep),
	...eachOf('clarification', ['ask', ...CLARIFICATION_STEPS], describeClarification),
	...EVIDENCE_DESCRIBERS,
	'note.add': (entry, names) => m.admin_log_note(placeOf(entry, names)),
	'round.create': onRound(m.admin_log_round_create),
	'round.edit': onRound(m.admin_log_round_edit),
	'round.open': onRound(m.admin_log_round_open),
	'round.convene': onRound(m.admin_log_round_convene),
	'round.resume': onRound(m.admin_log_round_resume),
	'round.publish': onRound(m.admin_log_round_publish),
	'round.close': onRound(m.admin_log_round_close),
	'publication.change': onRound(m.publication_log_change),
	'round.assign': ({ actorName, subject, before, after }) =>
		m.admin_log_assign({
			who: actorName,
			round: subject,
			added: countOf(after, 'added'),
			removed: countOf(before, 'removed')
		}),
	'double.draw': ({ actorName, subject, after }) =>
		m.double_log_draw({
			who: actorName,
			round: subject.replace('double/', ''),
			seed: textOf(after, 'seed'),
			regions: countOf(after, 'regions'),
			indicators: countOf(after, 'indicators')
		}),
	'double.close': ({ actorName, subject }) =>
		m.double_log_close({ who: actorName, round: subject.replace('double/', '') }),
	'double.score': ({ actorName, subject, before, after }, names) => {
		const [, round = '', region = '', indicator = ''] = subject.split('/');
		return m.double_log_score({
			who: actorName,
			indicator,
			where: whereName([region], names),
			round,
			from: levelOf(before),
			to: levelOf(after)
		});
	},
	'plenary.session_add': ({ actorName, subject, after }) =>
		m.plenary_log_session_add({ who: actorName, round: roundOf(subject), date: textOf(after, 'heldOn') }),
	'plenary.session_edit': ({ actorName, subject, after }) =>
		m.plenary_log_session_edit({ who: actorName, round: roundOf(subject), date: textOf(after, 'heldOn') }),
	'plenary.session_close': ({ actorName, subject, after }) =>
		m.plenary_log_session_close({ who: actorName, round: roundOf(subject), number: textOf(after, 'number') }),
	'plenary.agenda_add': onItem(m.plenary_log_agenda_add),
	'plenary.agenda_remove': onItem(m.plenary_log_agenda_remove),
	'plenary.decide': (entry, names) =>
		onItem((item) =>
			m.plenary_log_decide({
				...item,
				from: valueText(field(entry.before, 'assessor')),
				to: levelOf(entry.after),
				reason: textOf(entry.after, 'reason')
			})
		)(entry, names),
	'instrument.store': onSubject(m.admin_log_instrument_store),
	'instrument.adopt': onSubject(m.admin_log_instrument_adopt),
	'region.area': describeArea('area'),
	'region.bakorwil': describeArea('bakorwil'),
	'province.install': ({ actorName, after }) =>
		m.province_log_install({
			who: actorName,
			name: textOf(after, 'name'),
			added: countOf(after, 'added'),
			removed: countOf(after, 'removed'),
			changed: countOf(after, 'changed')
		}),
	'agency.add': ({ actorName, after }, { regions }) =>
		m.admin_log_agency_add({
			who: actorName,
			agency: textOf(after, 'name'),
			region: regions.get(textOf(after, 'regionCode')) ?? textOf(after, 'regionCode')
		}),
	'agency.rename': ({ actorName, before, after }) =>
		m.admin_log_agency_rename({ who: actorName, from: textOf(before, 'name'), to: textOf(after, 'name') }),
	'user.add': onSubject(m.admin_log_user_add),
	'user.password': onSubject(m.admin_log_user_password),
	'user.password_reset': onSubject(m.admin_log_user_reset),
	'user.active': (entry, names) =>
		onSubject(field(entry.after, 'active') === true ? m.admin_log_user_activate : m.admin_log_user_deactivate)(
			entry,
			names
		),
	'user.contact': onSubject(m.contact_log),
	'reminders.write': ({ subject, after }) => m.reminders_log_write({ count: textOf(after, 'written'), round: subject }),
	'reminders.settle': ({ subject, after }) =>
		m.reminders_log_settle({ count: textOf(after, 'settled'), round: subject }),
	'reminders.messaged': ({ actorName, subject, after }) =>
		m.reminders_log_messaged({ who: actorName, count: textOf(after, 'count'), round: subject }),
	'token.add': onSubject(m.admin_log_token),
	'calendar.add': describeMilestone(m.calendar_log_add),
	'calendar.edit': describeMilestone(m.calendar_log_edit),
	'calendar.remove': describeMilestone(m.calendar_log_remove),
	'calendar.subscribe': onRound(m.calendar_log_subscribe),
	'calendar.unsubscribe': onRound(m.calendar_log_unsubscribe),
	'visit.add': describeVisit(m.calendar_log_visit_add),
	'visit.edit': describeVisit(m.calendar_log_visit_edit),
	'settings.change': ({ actorName, before, after }) =>
		m.audit_log_settings({ who: actorName, before: limitsOf(before), after: limitsOf(after) }),
	'emblem.change': ({ actorName, subject, after }) =>
		(after === null ? m.audit_log_emblem_remove : m.audit_log_emblem)({
			who: actorName,
			place: subject === 'partner' ? partnerEmblem() : m.emblem_government()
		}),
	'report_text.own': onParagraph(m.audit_log_report_text_own),
	'report_text.omit': onParagraph(m.audit_log_report_text_omit),
	'report_text.generated': onParagraph(m.audit_log_report_text_generated),
	'report_text.keep': onParagraph(m.audit_log_report_text_keep),
	'boundaries.install': ({ actorName, after }) =>
		m.audit_log_boundaries({ who: actorName, n: textOf(after, 'regions'), source: textOf(after, 'attribution') }),
	'backup.restore': ({ actorName }) => m.audit_log_restore({ who: actorName }),
	'demo.users': ({ after }) => m.audit_log_demo({ n: textOf(after, 'added') })
};

/** One describer for each kind of a group, such as every step of an assessment. */
function eachOf<Group extends string, Kind extends string>(
	group: Group,
	kinds: readonly Kind[],
	describer: (kind: Kind) => Describer
): Record<`${Group}.${Kind}`, Describer> {
	return Object.fromEntries(kinds.map((kind) => [`${group}.${kind}`, describer(kind)])) as Record<
		`${Group}.${Kind}`,
		Describer
	>;
}

/** Limits that settings of evidence hold, in words. */
function limitsOf(settings: unknown): string {
	return m.audit_log_evidence_limit({ n: textOf(settings, 'megabytes'), types: countOf(settings, 'types') });
}

/** Entry of the log as a sentence; one that an older version wrote still names person, action and subject. */
export function describeEntry(entry: LoggedEntry, names: SubjectNames): string {
	const describe = DESCRIBERS[entry.action] as Describer | undefined;
	if (describe) return describe(entry, names);
	return m.admin_log_other({ who: entry.actorName, action: entry.action, subject: entry.subject });
}

/** The subject is round / region / perhaps agency / indicator / track. */
function describeAnswer({ actorName, action, subject, before, after }: LoggedEntry, names: SubjectNames): string {
	const [round = '', ...rest] = subject.split('/');
	const [indicator = '', track = ''] = rest.slice(-2);
	const sentence = action === 'answer.import' ? m.admin_log_answer_import : m.admin_log_answer;
	return sentence({
		who: actorName,
		indicator,
		where: whereName(rest.slice(0, -2), names),
		round,
		track: track === 'self' || track === 'assessor' || track === 'final' ? m[`track_${track}`]() : track,
		from: levelOf(before),
		to: levelOf(after)
	});
}

function describeClarification(kind: ClarificationMessageKind): Describer {
	return (entry, names) =>
		m.admin_log_clarification({ ...placeOf(entry, names), step: m[`clarification_kind_${kind}`]() });
}

/** The subject is round / region / perhaps agency / indicator / what. */
function placeOf({ actorName, subject }: LoggedEntry, names: SubjectNames) {
	const [round = '', ...rest] = subject.split('/');
	return { who: actorName, round, indicator: rest.at(-2) ?? '', where: whereName(rest.slice(0, -2), names) };
}

function levelOf(answer: unknown): string {
	if (field(answer, 'notApplicable') === true) return m.admin_log_not_applicable();
	const level = field(answer, 'level');
	return typeof level === 'number' ? String(level) : m.admin_log_empty();
}
