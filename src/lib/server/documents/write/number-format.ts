import type { ReportLocale } from '#lib/domain/document/kinds.ts';

const tags: Record<ReportLocale, string> = { id: 'id-ID', en: 'en-GB' };

/** The region's own time zone (WIB): a report printed at 06.00 bears that day's date. */
const TIME_ZONE = 'Asia/Jakarta';

// A table asks for hundreds of them, and making one takes longer than using it.
const counts = each((tag) => new Intl.NumberFormat(tag, { maximumFractionDigits: 1 }));
const days = each(
	(tag) => new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
);
const dates = each((tag) => new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' }));
const instants = each((tag) => new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: TIME_ZONE }));

function each<T>(make: (tag: string) => T): Record<ReportLocale, T> {
	return { id: make(tags.id), en: make(tags.en) };
}

/** `+0,21`, `−0,12`, `0,00`; null = `–`. Two decimals, half away from zero. */
export function formatChange(value: number | null, locale: ReportLocale): string {
	if (value === null) return '–';
	const format = new Intl.NumberFormat(tags[locale], {
		minimumFractionDigits: 2,
		maximumFractionDigits: 2,
		signDisplay: 'exceptZero'
	});
	return format.format(value).replace('-', '−');
}

/** A share from 0 to 1 as `12,5 %`, with at most one decimal. */
export function formatShare(share: number, locale: ReportLocale): string {
	return `${counts[locale].format(share * 100)}${locale === 'id' ? '\u00a0' : ''}%`;
}

/** How much is answered, with at most one decimal, rounded down: 99.96 % is not yet 100 %, and less than half is not 50 %.
 *  @param completeness from 0 to 1, the nearest double of the exact share */
export function formatCompleteness(completeness: number, locale: ReportLocale): string {
	const thousandths = completeness * 1000;
	const nearest = Math.round(thousandths);
	// 0.7 × 1000 lies just below 700
	const isWhole = Math.abs(thousandths - nearest) < 1e-9 && (nearest < 1000 || completeness === 1);
	return formatShare((isWhole ? nearest : Math.floor(thousandths)) / 1000, locale);
}

/** A count or an effort, with at most one decimal. */
export function formatCount(value: number, locale: ReportLocale): string {
	return counts[locale].format(value);
}

/** A size in bytes as `840 kB` or `2,4 MB`. */
export function formatFileSize(bytes: number, locale: ReportLocale): string {
	const inKilobytes = bytes < 1_000_000;
	const format = new Intl.NumberFormat(tags[locale], { maximumFractionDigits: inKilobytes ? 0 : 1 });
	return inKilobytes
		? `${format.format(Math.max(1, bytes / 1000))}\u00a0kB`
		: `${format.format(bytes / 1_000_000)}\u00a0MB`;
}

/** `5 Agustus 2026` from an ISO date (as it stands) or an ISO instant (in the region's time zone). */
export function formatDate(iso: string, locale: ReportLocale): string {
	const format = iso.includes('T') ? instants[locale] : dates[locale];
	return format.format(new Date(iso));
}

/** `5 Agu 2026`: the same in a narrow column. */
export function formatDay(iso: string, locale: ReportLocale): string {
	return days[locale].format(new Date(iso));
}

/** `Agu 2026`: the month of an ISO date. */
export function formatMonth(iso: string, locale: ReportLocale): string {
	return new Intl.DateTimeFormat(tags[locale], { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
		new Date(iso)
	);
}

/** Year, month, day, hour, minute of an instant in the region's time zone. */
export function dateParts(iso: string): [number, number, number, number, number] {
	const parts = new Intl.DateTimeFormat('en-GB', {
		timeZone: TIME_ZONE,
		year: 'numeric',
		month: 'numeric',
		day: 'numeric',
		hour: 'numeric',
		minute: 'numeric',
		hourCycle: 'h23'
	}).formatToParts(new Date(iso));
	const part = (type: string) => Number(parts.find((candidate) => candidate.type === type)!.value);
	return [part('year'), part('month'), part('day'), part('hour'), part('minute')];
}
