import { requirePermission } from '#lib/server/people/auth/require.ts';
import {
	type ListedClarification,
	listClarifications
} from '#lib/server/fieldwork/clarifications/list-clarifications.ts';
import { requireRound } from '#lib/server/rounds/subject/guard-round.ts';
import { contextOf } from '#lib/server/people/commands/context.ts';
import type { PageServerLoad } from './$types';

const FILTERS = {
	open: ({ state }) => state !== 'settled',
	mine: ({ mine }) => mine,
	asked: ({ state }) => state === 'asked',
	answered: ({ state }) => state === 'answered',
	overdue: ({ overdue }) => overdue,
	settled: ({ state }) => state === 'settled',
	all: () => true
} satisfies Record<string, (listed: ListedClarification) => boolean>;
type Filter = keyof typeof FILTERS;
const NAMES = Object.keys(FILTERS) as Filter[];

export const load: PageServerLoad = ({ locals, params, url }) => {
	const viewer = requirePermission(locals, 'clarification.read', url);
	const round = requireRound(locals.db, params.round, locals.locale);
	const all = listClarifications(contextOf(locals, viewer), round);
	const show = NAMES.find((name) => name === url.searchParams.get('show')) ?? 'open';
	const regions = new Map(all.map(({ region }) => [region.code, region]));
	const region = regions.get(url.searchParams.get('region') ?? '')?.code ?? '';
	const here = all.filter((listed) => region === '' || listed.region.code === region);
	return {
		filters: NAMES.map((name) => ({ name, n: here.filter(FILTERS[name]).length })),
		show,
		regions: [...regions.values()].sort((a, b) => (a.code < b.code ? -1 : 1)),
		region,
		total: all.length,
		threads: here.filter(FILTERS[show])
	};
};
