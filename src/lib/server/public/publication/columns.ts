import type { Locale } from '#lib/domain/locale.ts';
import type { PublicRegion, PublicView } from '#lib/domain/publication/types.ts';
import { say } from '#lib/words/say.ts';

type Cell = string | number | null;

/** One column of the public table with its meaning; downloads and their description are made from the same list. */
export interface PublicColumn {
	name: string;
	meaning: string;
	read: (row: PublicRegion) => Cell;
}

/** The columns that the depth opens, in their order. Names stay the same for good; later ones are added behind.
 *  Numbers are unrounded; an empty cell is a value that does not exist, `na` an indicator that does not apply. */
export function publicColumns(view: PublicView, locale: Locale): PublicColumn[] {
	const className = new Map(view.classes.map(({ code, name }) => [code, name]));
	const predicateName = new Map(view.predicates.map(({ code, name }) => [code, name]));
	const isOpen = (read: (row: PublicRegion) => unknown) => view.regions.some((row) => read(row) !== null);
	const columns: PublicColumn[] = [
		{ name: 'round', meaning: say(locale).publication_column_round({}), read: () => view.code },
		{ name: 'region_code', meaning: say(locale).publication_column_code({}), read: ({ region }) => region.code },
		{ name: 'region_name', meaning: say(locale).publication_column_name({}), read: ({ region }) => region.name },
		{ name: 'region_type', meaning: say(locale).publication_column_type({}), read: ({ region }) => region.type },
		{ name: 'state', meaning: say(locale).publication_column_state({}), read: ({ state }) => state },
		{
			name: 'readiness_class',
			meaning: say(locale).publication_column_class({
				values: view.classes.map(({ code, name }) => `${code} = ${name}`).join('; ')
			}),
			read: ({ readinessClass }) => readinessClass
		},
		{
			name: 'readiness_class_name',
			meaning: say(locale).publication_column_class_name({}),
			read: ({ readinessClass }) => className.get(readinessClass ?? '') ?? null
		}
	];
	if (view.mean !== null)
		columns.push(
			{ name: 'index', meaning: say(locale).publication_column_index(levelRange(view)), read: ({ index }) => index },
			{ name: 'rank', meaning: say(locale).publication_column_rank({}), read: ({ rank }) => rank },
			...(view.uncertainty
				? [
						{
							name: 'rank_low',
							meaning: say(locale).publication_column_rank_low({}),
							read: ({ rankBand }: PublicRegion) => rankBand?.[0] ?? null
						},
						{
							name: 'rank_high',
							meaning: say(locale).publication_column_rank_high({}),
							read: ({ rankBand }: PublicRegion) => rankBand?.[1] ?? null
						}
					]
				: []),
			{
				name: 'predicate',
				meaning: say(locale).publication_column_predicate({}),
				read: ({ predicate }) => predicateName.get(predicate ?? '') ?? null
			}
		);
	if (isOpen(({ domains }) => domains))
		for (const { code, name } of view.domains)
			columns.push({
				name: `domain_${code}`,
				meaning: say(locale).publication_column_domain({ name }),
				read: ({ domains }) => domains?.[code] ?? null
			});
	if (isOpen(({ indicators }) => indicators))
		for (const { code, name } of view.domains.flatMap((domain) => domain.indicators))
			columns.push({
				name: `indicator_${code}`,
				meaning: say(locale).publication_column_indicator({ name, ...levelRange(view) }),
				read: ({ indicators }) => indicators?.[code] ?? null
			});
	return columns;
}

/** Lowest and highest level of the scale. */
export function levelRange({ levels }: Pick<PublicView, 'levels'>): { low: number; high: number } {
	const all = levels.map(({ level }) => level);
	return { low: Math.min(...all), high: Math.max(...all) };
}
