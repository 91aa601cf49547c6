import { formatCount } from '#lib/words/format-count.ts';
import { type Figures, NOT_FOUND } from './figures.ts';
import { byHead, literal, markup, plain, tablesOf } from './html.ts';

const DAY = '\\d+ \\S+ \\d{4}';

/** Figures of one region, a line in the document of all plans: steps, effort, end, steps that are late. */
export function fromRegionsOfPlan(name: string, text: string): Figures {
	const table = text.slice(text.lastIndexOf('Wilayah Kelas sekarang Langkah'));
	const [, steps, effort, end, late] =
		new RegExp(` ${literal(name)} [A-Z][^\\d]+ (\\d+) (\\S+) (${DAY}) (\\d+) `).exec(table) ?? [];
	return steps === undefined ? {} : { planSteps: steps, planEffort: effort!, stepsEnd: end!, planLate: late! };
}

/** Figures of the document of all plans: number of kinds of steps, and their effort together. */
export function fromPlanOfAll(text: string): Figures {
	const [, kinds, effort] = /ada (\S+) macam langkah, seluruhnya (\S+) orang-hari/.exec(text) ?? [];
	return { kinds: kinds ?? NOT_FOUND, effort: effort ?? NOT_FOUND };
}

/** Figures of the page of all plans, with the effort of each kind of step. */
export function fromPlanOfAllPage(html: string): Figures {
	const page = markup(html);
	const [, kinds, effort] = /(\S+) macam langkah, seluruhnya (\S+) orang-hari/.exec(plain(page)) ?? [];
	const table = tablesOf(page).find(({ head }) => head.includes('Orang-hari'))!;
	return {
		kinds: kinds ?? NOT_FOUND,
		effort: effort ?? NOT_FOUND,
		...Object.fromEntries(
			table.rows.map((row) => {
				const cells = byHead(table, row);
				const [, code, to] = / ([A-Z]\d) [^:]*(?::[^:]*)?: tingkat \d ke (\d)\.$/.exec(cells['Langkah']!) ?? [];
				return [`kindEffort ${code}@${to}`, cells['Orang-hari']!];
			})
		)
	};
}

/** Figures of the CSV that is offered beside the page. */
export function fromPlanOfAllCsv(rows: readonly Record<string, string>[]): Figures {
	const sum = rows.reduce((all, row) => all + Number(row.effort_person_days), 0);
	return {
		kinds: String(rows.length),
		effort: formatCount(sum, 'id'),
		...Object.fromEntries(
			rows.map((row) => [
				`kindEffort ${row.indicator}@${row.to_level}`,
				formatCount(Number(row.effort_person_days), 'id')
			])
		)
	};
}
