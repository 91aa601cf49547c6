import { shortName } from '#lib/domain/geography/region-name.ts';
import type { Locale } from '#lib/domain/locale.ts';
import { formatDate } from '#lib/words/format-date.ts';
import { REMINDER_REASONS, type DueReminder, type ReminderReason } from '#lib/domain/reminders/types.ts';
import { say } from '#lib/words/say.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { agencies } from '#lib/server/foundation/db/schema.ts';
import { listRegions } from '#lib/server/places/regions/list-regions.ts';

/** A reminder as a person reads it. */
export interface DescribedReminder {
	sentence: string;
	/** Reason for the reader: "Anda menerima ini karena …" */
	why: string;
	/** Address of the page where something can be done about it. */
	href: string;
}

/** Names for the codes that subjects are made of. */
export interface PlaceNames {
	regions: ReadonlyMap<string, string>;
	agencies: ReadonlyMap<string, string>;
}

/** Short names of all regions and agencies. */
export function readPlaceNames(db: Db): PlaceNames {
	return {
		regions: new Map(listRegions(db).map((region) => [region.code, shortName(region)])),
		agencies: new Map(
			db
				.select({ id: agencies.id, name: agencies.name })
				.from(agencies)
				.all()
				.map(({ id, name }) => [id, name])
		)
	};
}

/** Puts a reminder into words.
 *  @param round code and name of its round */
export function describeReminder(
	{ reason, subject, params }: Pick<DueReminder, 'reason' | 'subject' | 'params'>,
	round: { code: string; name: string },
	names: PlaceNames,
	locale: Locale
): DescribedReminder {
	const [region = '', second = ''] = subject.split('/');
	const agency = names.agencies.get(second);
	const regionName = names.regions.get(region) ?? region;
	const inputs = {
		where: agency ? `${agency}, ${regionName}` : regionName,
		round: round.name,
		date: params.date ? formatDate(params.date, locale) : '',
		indicator: params.indicator ?? '',
		title: params.title ?? '',
		count: params.count ?? 0
	};
	const base = `/rounds/${round.code}`;
	const place = agency ? `${base}/agencies/${second}` : `${base}/regions/${region}`;
	return {
		sentence: say(locale)[`reminder_${reason}`](inputs),
		why: say(locale)[`reminder_why_${reason}`](inputs),
		href: HREF[reason](place, base)
	};
}

const onForm = (place: string) => `${place}/form`;
const onPlace = (place: string) => place;
const onQuestions = (place: string) => `${place}/review?show=clarifications`;
const onCalendar = (_place: string, base: string) => `${base}/calendar`;

const HREF: Record<ReminderReason, (place: string, base: string) => string> = {
	not_started: onForm,
	self_due: onForm,
	self_late: onForm,
	evidence_expiring: onForm,
	clarification_due: onQuestions,
	clarification_late: onQuestions,
	clarification_answered: onQuestions,
	awaiting_assessor: onPlace,
	review_stalled: onPlace,
	without_assessor: (_place, base) => `/admin${base}/assignments`,
	visit_near: onCalendar,
	plenary_near: onCalendar,
	round_due: onCalendar
};

/** The reason of a stored reminder. @throws Error when the database holds one that no rule gives */
export function reasonOf(text: string): ReminderReason {
	const reason = REMINDER_REASONS.find((known) => known === text);
	if (!reason) throw new Error(`unknown reason of a reminder: ${text}`);
	return reason;
}
