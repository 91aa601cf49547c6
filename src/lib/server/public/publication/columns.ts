import type { Text } from '#lib/domain/instrument/types.ts';
import type { PublicRegion, PublicView } from '#lib/domain/publication/types.ts';
import { m } from '#lib/paraglide/messages.js';

type Cell = string | number | null;

/** One column of the public table, with what it means; downloads and their description are made from the same list. */
export interface PublicColumn {
	name: string;
	meaning: string;
	read: (row: PublicRegion) => Cell;
}

/** The columns that the depth opens, in their order. Names stay the same for good; later ones are added behind.
 *  Numbers are unrounded; an empty cell is a value that does not exist, `na` an indicator that does not apply. */
export function publicColumns(view: PublicView, locale: keyof Text): PublicColumn[] {
	const inLocale = { locale };
	const className = new Map(view.classes.map(({ code, name }) => [code, name]));
	const predicateName = new Map(view.predicates.map(({ code, name }) => [code, name]));
	const isOpen = (read: (row: PublicRegion) => unknown) => view.regions.some((row) => read(row) !== null);
	const columns: PublicColumn[] = [
		{ name: 'round', meaning: m.publication_column_round({}, inLocale), read: () => view.code },
		{ name: 'region_code', meaning: m.publication_column_code({}, inLocale), read: ({ region }) => region.code },
		{ name: 'region_name', meaning: m.publication_column_name({}, inLocale), read: ({ region }) => region.name },
		{ name: 'region_type', meaning: m.publication_column_type({}, inLocale), read: ({ region }) => region.type },
		{ name: 'state', meaning: m.publication_column_state({}, inLocale), read: ({ state }) => state },
		{
			name: 'readiness_class',
			meaning: m.publication_column_class(
				{ values: view.classes.map(({ code, name }) => `${code} = ${name}`).join('; ') },
				inLocale
			),
			read: ({ readinessClass }) => readinessClass
		},
		{
			name: 'readiness_class_name',
			meaning: m.publication_column_class_name({}, inLocale),
			read: ({ readinessClass }) => className.get(readinessClass ?? '') ?? null
		}
	];
	if (view.mean !== null)
		columns.push(
			{ name: 'index', meaning: m.publication_column_index(levelRange(view), inLocale), read: ({ index }) => index },
			{ name: 'rank', meaning: m.publication_column_rank({}, inLocale), read: ({ rank }) => rank },
			...(view.uncertainty
				? [
						{
							name: 'rank_low',
							meaning: m.publication_column_rank_low({}, inLocale),
							read: ({ rankBand }: PublicRegion) => rankBand?.[0] ?? null
						},
						{
							name: 'rank_high',
							meaning: m.publication_column_rank_high({}, inLocale),
							read: ({ rankBand }: PublicRegion) => rankBand?.[1] ?? null
						}
					]
				: []),
			{
				name: 'predicate',
				meaning: m.publication_column_predicate({}, inLocale),
				read: ({ predicate }) => predicateName.get(predicate ?? '') ?? null
			}
		);
	if (isOpen(({ domains }) => domains))
		for (const { code, name } of view.domains)
			columns.push({
				name: `domain_${code}`,
				meaning: m.publication_column_domain({ name }, inLocale),
				read: ({ domains }) => domains?.[code] ?? null
			});
	if (isOpen(({ indicators }) => indicators))
		for (const { code, name } of view.domains.flatMap((domain) => domain.indicators))
			columns.push({
				name: `indicator_${code}`,
				meaning: m.publication_column_indicator({ name, ...levelRange(view) }, inLocale),
				read: ({ indicators }) => indicators?.[code] ?? null
			});
	return columns;
}

/** Lowest and highest level of the scale. */
export function levelRange({ levels }: Pick<PublicView, 'levels'>): { low: number; high: number } {
	const all = levels.map(({ level }) => level);
	return { low: Math.min(...all), high: Math.max(...all) };
}
