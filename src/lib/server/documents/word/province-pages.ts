import type { Locale } from '#lib/domain/locale.ts';
import { say } from '#lib/words/say.ts';
import { type Block, bullets, facts, gap, heading, paragraph, strong, table } from './parts.ts';
import { type ProvinceData, right } from './province-data.ts';

/** Composes the chapter of the consolidated plan. */
export function plan({ plan: P, labels: L }: ProvinceData): Block[] {
	return [
		heading(1, L.consolidated),
		...P.paragraphs.map((text) => paragraph(text)),
		...P.groups.flatMap((group) => [
			heading(2, group.title),
			table(
				[
					{ head: L.col_code, width: 2 },
					{ head: L.col_step, width: 10 },
					{ head: L.col_level, width: 3 },
					right(L.col_regions, 4),
					right(L.col_effort, 3),
					{ head: L.col_who, width: 6 }
				],
				group.rows.map((row) => [
					strong(row.code),
					[
						{ text: row.title, bold: true },
						{ text: `\n${L.col_output}: ${row.output}`, quiet: true }
					],
					`${row.from} → ${row.to}`,
					[
						{ text: String(row.regions), bold: true },
						...(row.lateNote === null ? [] : [{ text: `\n${row.lateNote}`, quiet: true }])
					],
					row.effort,
					[{ text: row.lead }, ...(row.support === '' ? [] : [{ text: `\n${row.support}`, quiet: true }])]
				])
			)
		])
	];
}

/** Composes the page of one region. */
export function regionPage(doc: ProvinceData, page: ProvinceData['pages'][number], locale: Locale): Block[] {
	const { labels: L } = doc;
	const { findings: f } = page;
	const labels = { fact: say(locale).word_fact({}), value: say(locale).word_value({}) };
	const standings = (title: string, items: typeof f.gaps) =>
		paragraph([
			{ text: `${title}: `, bold: true },
			{ text: items.length === 0 ? '–' : items.map(({ code, name, text }) => `${code} ${name} (${text})`).join('; ') }
		]);
	const own = [
		{ label: L.index, value: f.index, note: f.provisional },
		{ label: L.predicate, value: f.predicate },
		{ label: L.col_class, value: f.class, note: f.meaning }
	];
	return [
		heading(2, f.name),
		...facts(labels, [...own, ...f.facts]),
		...(f.blockers.length > 0 ? [paragraph(strong(L.next_class)), ...bullets(f.blockers)] : []),
		table(
			[
				{ head: L.col_code, width: 1.4 },
				{ head: L.col_domain, width: 5 },
				right(L.col_index),
				right(L.col_mean),
				{ head: L.levels_by_indicator, width: 6 }
			],
			page.domains.map((row) => [
				strong(row.code),
				row.name,
				strong(row.index),
				row.mean,
				row.levels.map(({ code, level }) => `${code}\u00a0${level}`).join(', ')
			])
		),
		gap(),
		standings(L.strengths, f.strengths),
		standings(L.gaps, f.gaps),
		paragraph([{ text: `${L.first_steps}: `, bold: true }, { text: page['steps-note'] }]),
		...bullets(
			page.steps.map((step) => `${step.code} ${step.from} → ${step.to} ${step.title} · ${step.lead} · ${step.weeks}`)
		)
	];
}

/** Composes the appendix of the instrument, with the criteria of every level. */
export function instrument({ instrument: domainsOf, labels: L }: ProvinceData): Block[] {
	return [
		heading(1, L.instrument_appendix),
		...domainsOf.flatMap((domain) => [
			heading(2, `${domain.code} ${domain.name} (${domain.weight})`),
			...(domain.description === null ? [] : [paragraph([{ text: domain.description, quiet: true }])]),
			...domain.indicators.flatMap((item) => [
				heading(3, `${item.code} ${item.name}`),
				paragraph(
					[
						`${L.weight} ${item.weight}`,
						...(item.gate ? [L.gate] : []),
						...(item.reference === '' ? [] : [item.reference])
					].join(' · '),
					'Quiet'
				),
				table(
					[
						{ head: L.col_level, width: 1 },
						{ head: L.col_criteria, width: 12 }
					],
					item.levels.map(({ level, criteria }) => [strong(level), criteria])
				)
			])
		])
	];
}
