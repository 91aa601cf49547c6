import { describedLevels } from '#lib/domain/instrument/described-levels.ts';
import type { Instrument } from '#lib/domain/instrument/types.ts';
import type { Locale } from '#lib/domain/locale.ts';
import type { ChangeReason } from '#lib/domain/workflow/change-reasons.ts';
import { and, eq } from 'drizzle-orm';
import { listAnswers } from '#lib/server/rounds/assessment/find-assessment.ts';
import type { LevelChoice } from '#lib/domain/instrument/level-choice.ts';
import { hasPermission } from '#lib/server/people/access/access.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { doubleScores } from '#lib/server/foundation/db/schema.ts';
import { getInstrument } from '#lib/server/rounds/instruments/stored-instruments.ts';
import type { Round } from '#lib/server/rounds/round/find-round.ts';
import { type AgendaItem, readAgenda } from '#lib/server/fieldwork/agenda/agenda.ts';
import { type DecisionView, listItemDecisions } from './decisions.ts';
import { listSessions, type PlenarySession } from './sessions.ts';
import type { Context } from '#lib/server/people/commands/context.ts';

/** The shown part of the agenda; it stands in the address. */
export interface AgendaChoice {
	region: string;
	domain: string;
	show: 'open' | 'agenda' | 'small';
}

/** The shown part of the agenda, from an address; empty = not narrowed. */
function readChoice(search: URLSearchParams): AgendaChoice {
	const show = search.get('show');
	return {
		region: search.get('region') ?? '',
		domain: search.get('domain') ?? '',
		show: show === 'agenda' || show === 'small' ? show : 'open'
	};
}

/** The shown part of the agenda, and the session, as the query of an address. */
export function writeChoice({ region, domain, show }: AgendaChoice, session: number | null): string {
	const search = new URLSearchParams({
		...(region && { region }),
		...(domain && { domain }),
		...(show !== 'open' && { show }),
		...(session !== null && { session: String(session) })
	});
	return search.size > 0 ? `?${search}` : '';
}

/** An item with the words of the instrument. */
export interface NamedItem extends Omit<AgendaItem, 'decision'> {
	name: string;
	/** Names of the region's class and predicate before and after; null where they would not change. */
	classChange: { from: string; to: string } | null;
	predicateChange: { from: string; to: string } | null;
	/** Answered on the final track, or decided about other answers than those of today: a session must decide (again). */
	outdated: boolean;
}

/** The data of both pages of the agenda. */
export interface AgendaFrame {
	mayDecide: boolean;
	/** Sessions that take decisions, the latest first. */
	sessions: PlenarySession[];
	/** The session that decisions go into; null = there is none. */
	session: PlenarySession | null;
	choice: AgendaChoice;
	/** Items of the choice, largest effect first. */
	items: NamedItem[];
}

/** The agenda as the page shows it. Callers check `plenary.read`.
 *  @param noClass word for a region without a class or predicate */
export function readAgendaPage(
	{ db, actor: viewer, locale }: Pick<Context, 'db' | 'actor' | 'locale'>,
	round: Round,
	search: URLSearchParams,
	noClass: string
) {
	const { instrument } = getInstrument(db, round.instrumentId);
	const agenda = readAgenda(db, round);
	const choice = readChoice(search);
	const wanted = Number(search.get('session'));
	const sessions = listSessions(db, round.id);
	const open = sessions.filter(({ closedAt }) => closedAt === null);
	const all = agenda.items.map((item) => nameItem(instrument, item, locale, noClass));
	const frame: AgendaFrame = {
		mayDecide: hasPermission(viewer, 'plenary.decide') && round.status === 'plenary',
		sessions: open,
		session: open.find(({ id }) => id === wanted) ?? open[0] ?? null,
		choice,
		items: all.filter((item) => isChosen(item, choice))
	};
	return {
		...frame,
		/** Every item, for the way from one to the next. */
		all,
		held: sessions,
		regions: agenda.regions,
		underWay: agenda.underWay,
		domains: instrument.domains.map(({ code, name }) => ({ code, name: name[locale] }))
	};
}

function isChosen(item: NamedItem, { region, domain, show }: AgendaChoice): boolean {
	if (region !== '' && item.region.code !== region) return false;
	if (domain !== '' && item.domain !== domain) return false;
	if (show === 'small') return item.kind === 'small';
	return item.kind !== 'small' && (show === 'agenda' || !item.decided);
}

function nameItem(
	{ domains, classes, predicates }: Instrument,
	{ decision, ...item }: AgendaItem,
	locale: Locale,
	noClass: string
): NamedItem {
	const named = (list: { code: string; name: Record<Locale, string> }[], code: string | null) =>
		list.find((entry) => entry.code === code)?.name[locale] ?? noClass;
	const change = (list: typeof classes | typeof predicates, of: { from: string | null; to: string | null } | null) =>
		of && { from: named(list, of.from), to: named(list, of.to) };
	return {
		...item,
		name: domains.flatMap(({ indicators }) => indicators).find(({ code }) => code === item.indicator)!.name[locale],
		classChange: change(classes, item.effect.readinessClass),
		predicateChange: change(predicates, item.effect.predicate),
		outdated: (decision !== null || item.final !== null) && !item.decided
	};
}

/** One view of an indicator with what was written to it. */
export interface View {
	by: 'self' | 'assessor' | 'second';
	justification: string;
	changeReason: ChangeReason | null;
	changeNote: string;
}

/** One item as it is shown to the room. */
export interface ItemDetail {
	question: string;
	gate: boolean;
	mayNotApply: boolean;
	code: string;
	levels: LevelChoice[];
	views: View[];
	history: DecisionView[];
}

/** The details of one item of the agenda: question, levels, views and earlier decisions. */
export function readItemDetail(db: Db, round: Round, item: NamedItem, locale: Locale): ItemDetail {
	const { instrument } = getInstrument(db, round.instrumentId);
	const indicator = instrument.domains.flatMap((d) => d.indicators).find(({ code }) => code === item.indicator)!;
	const rows = listAnswers(db, item.assessmentId).filter((row) => row.indicator === item.indicator);
	const view = (by: 'self' | 'assessor'): View[] =>
		rows
			.filter(({ track }) => track === by)
			.map(({ justification, changeReason, changeNote }) => ({ by, justification, changeReason, changeNote }));
	const second = db
		.select()
		.from(doubleScores)
		.where(and(eq(doubleScores.assessmentId, item.assessmentId), eq(doubleScores.indicator, item.indicator)))
		.orderBy(doubleScores.sampleId)
		.all()
		.findLast(({ level, notApplicable }) => level !== null || notApplicable);
	return {
		code: indicator.code,
		question: indicator.question?.[locale] ?? '',
		gate: indicator.gate,
		mayNotApply: indicator.mayNotApply,
		levels: describedLevels(instrument, indicator, locale),
		views: [
			...view('self'),
			...view('assessor'),
			...(second
				? [{ by: 'second' as const, justification: second.justification, changeReason: null, changeNote: '' }]
				: [])
		],
		history: listItemDecisions(db, item.assessmentId, item.indicator)
	};
}
