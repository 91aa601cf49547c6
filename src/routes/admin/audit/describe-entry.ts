import { m } from '#lib/paraglide/messages.js';
import type { LoggedEntry } from '#lib/server/audit/list-audit.ts';

/** Names for the codes that subjects are made of. */
export interface SubjectNames {
	regions: ReadonlyMap<string, string>;
	/** By agency id. */
	agencies: ReadonlyMap<string, string>;
}

type Describer = (entry: LoggedEntry, names: SubjectNames) => string;

const onSubject = (sentence: (inputs: { who: string; subject: string }) => string): Describer => {
	return ({ actorName, subject }) => sentence({ who: actorName, subject: subject.slice(subject.indexOf('/') + 1) });
};
const onRound = (sentence: (inputs: { who: string; round: string }) => string): Describer => {
	return ({ actorName, subject }) => sentence({ who: actorName, round: subject });
};
const onAssessment = (sentence: (inputs: { who: string; where: string; round: string }) => string): Describer => {
	return ({ actorName, subject }, names) => {
		const [round = '', ...place] = subject.split('/');
		return sentence({ who: actorName, where: whereName(place, names), round });
	};
};

const DESCRIBERS: Record<string, Describer> = {
	login: ({ actorName }) => m.admin_log_login({ who: actorName }),
	'answer.save': describeAnswer,
	'answer.import': describeAnswer,
	'assessment.submit': onAssessment(m.admin_log_submit),
	'assessment.finish': onAssessment(m.admin_log_finish),
	'assessment.reopen': (entry, names) =>
		`${onAssessment(m.admin_log_reopen)(entry, names)} ${m.admin_log_reason({ reason: textOf(entry.after, 'reason') })}`,
	'round.create': onRound(m.admin_log_round_create),
	'round.edit': onRound(m.admin_log_round_edit),
	'round.open': onRound(m.admin_log_round_open),
	'round.publish': onRound(m.admin_log_round_publish),
	'round.close': onRound(m.admin_log_round_close),
	'round.assign': ({ actorName, subject, before, after }) =>
		m.admin_log_assign({
			who: actorName,
			round: subject,
			added: countOf(after, 'added'),
			removed: countOf(before, 'removed')
		}),
	'instrument.store': onSubject(m.admin_log_instrument_store),
	'instrument.adopt': onSubject(m.admin_log_instrument_adopt),
	'region.bakorwil': ({ actorName, subject, before, after }, { regions }) =>
		m.admin_log_bakorwil({
			who: actorName,
			region: regions.get(subject.replace('region/', '')) ?? subject,
			from: textOf(before, 'bakorwil'),
			to: textOf(after, 'bakorwil')
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
	'token.add': onSubject(m.admin_log_token)
};

/** An entry of the log as a sentence; one that is not known here still names who, what and on what. */
export function describeEntry(entry: LoggedEntry, names: SubjectNames): string {
	const describe = DESCRIBERS[entry.action];
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

function whereName([region = '', agency]: string[], { regions, agencies }: SubjectNames): string {
	const name = regions.get(region) ?? region;
	return agency === undefined ? name : `${agencies.get(agency) ?? agency}, ${name}`;
}

function levelOf(answer: unknown): string {
	if (field(answer, 'notApplicable') === true) return m.admin_log_not_applicable();
	const level = field(answer, 'level');
	return typeof level === 'number' ? String(level) : m.admin_log_empty();
}

function field(value: unknown, key: string): unknown {
	return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}

function textOf(value: unknown, key: string): string {
	const found = field(value, key);
	return found === undefined || found === null ? '–' : String(found);
}

function countOf(value: unknown, key: string): number {
	const found = field(value, key);
	return Array.isArray(found) ? found.length : 0;
}
