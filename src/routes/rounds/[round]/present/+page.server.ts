import { drawMap } from '#lib/components/round-map/draw-map.ts';
import { legendEntries } from '#lib/components/round-map/legend-entries.ts';
import { mapFinding } from '#lib/components/round-map/map-finding.ts';
import { mapOptions } from '#lib/components/charts/map-options.ts';
import { findingWords } from '#lib/components/round-map/story-words.ts';
import { screenPaint } from '#lib/charts/paint.ts';
import { shortName } from '#lib/domain/geography/region-name.ts';
import { formatDifference } from '#lib/words/format-index.ts';
import type { Locale } from '#lib/domain/locale.ts';
import { say } from '#lib/words/say.ts';
import { requireViewer } from '#lib/server/people/auth/require.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { readProvincePlan } from '#lib/server/plans/province/province-plan.ts';
import { parseStep, readStory } from '#lib/server/insight/story/read-story.ts';
import type { Round } from '#lib/server/rounds/round/find-round.ts';
import { requireOpenedRound, requireProvince } from '#lib/server/rounds/subject/guard-round.ts';
import { roundInstrument, roundProvince } from '#lib/server/rounds/round/round-content.ts';
import { readRoundMap } from '#lib/server/insight/round-map/round-map.ts';
import type { PageServerLoad } from './$types';

/** Number of names that a room takes in. */
const MOST_MOVED = 3;
const MOST_STEPS = 4;

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { db, locale } = locals;
	const viewer = requireViewer(locals, url);
	requireProvince(viewer, locale);
	const round = requireOpenedRound(db, params.round, locale);
	const now = Date.now();
	const steps = readStory(db, round);
	const at = parseStep(url.searchParams.get('step'), steps.length);
	const step = steps[at]!;
	const { instrument } = roundInstrument(db, round, 'region');
	const grouping = roundProvince(db, round).grouping?.name[locale] ?? '';
	const words = step.kind === 'finding' ? findingWords(step.finding, instrument, grouping, locale) : null;

	const search = new URLSearchParams({ by: words?.by ?? (step.kind === 'movement' ? 'change' : 'class') });
	const wanted = url.searchParams.get('view');
	if (wanted) search.set('view', wanted);
	const { overview, by, view, boundaries } = readRoundMap({ db, actor: viewer, locale, now }, round, search);
	const mapped = { ...overview, by };
	const said = mapFinding({ ...mapped, target: round.targetClass }, say(locale).map_of_all({}), locale);
	const title = words?.title ?? said;
	const areas = overview.rows.filter(({ region }) => region.type !== 'province');
	const moved = areas.filter(({ value }) => value !== null).sort((a, b) => b.value! - a.value!);
	const line = (row: (typeof areas)[number]) => ({
		name: shortName(row.region),
		label: formatDifference(row.value, 0, locale)
	});
	return {
		round: { code: round.code, name: round.name, sample: round.sample },
		at,
		steps: steps.map(({ kind }) => kind),
		view: wanted,
		title,
		why: words?.why ?? null,
		names:
			words?.regions?.flatMap((code) => {
				const row = areas.find(({ region }) => region.code === code);
				return row ? [shortName(row.region)] : [];
			}) ?? null,
		movement:
			step.kind === 'movement'
				? {
						risers: moved
							.filter(({ value }) => value! > 0)
							.slice(0, MOST_MOVED)
							.map(line),
						fallers: moved
							.filter(({ value }) => value! < 0)
							.toReversed()
							.slice(0, MOST_MOVED)
							.map(line)
					}
				: null,
		plan: step.kind === 'plan' ? await readPlan(db, round, now, locale) : null,
		legend: legendEntries(mapped, locale).filter(({ key }) => key !== 'hidden'),
		options: { ...mapOptions('legend', '', mapped), paint: undefined },
		svg:
			view === 'list' || step.kind === 'plan'
				? null
				: drawMap(mapped, {
						id: 'present',
						title,
						locale,
						boundaries: view === 'boundaries' ? boundaries : null,
						hrefOf: null,
						filter: [],
						only: words?.regions,
						paint: screenPaint,
						large: true
					})
	};
};

async function readPlan(db: Db, round: Round, now: number, locale: Locale) {
	const { steps, regions, targetName, hasDeadline } = await readProvincePlan({ db, now, locale }, round, {
		lead: null,
		domain: null
	});
	return {
		...regions,
		target: targetName,
		hasDeadline,
		steps: steps.slice(0, MOST_STEPS).map(({ indicator, to, title, leadName, regions }) => ({
			key: `${indicator}@${to}`,
			title,
			lead: leadName,
			count: regions.length
		}))
	};
}
