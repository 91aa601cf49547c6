import { spreadOf } from '#lib/domain/analysis/spread.ts';
import type { Locale } from '#lib/domain/locale.ts';
import { type Bridge, bridgeOf } from '#lib/domain/bridge/bridge.ts';
import { type BridgedChange, bridgedChange } from '#lib/domain/bridge/bridged-change.ts';
import { isSameLine } from '#lib/domain/bridge/comparison.ts';
import { shortName } from '#lib/domain/geography/region-name.ts';
import type { Instrument } from '#lib/domain/instrument/types.ts';
import { listScored, type ScoredAssessment } from '#lib/server/rounds/assessment/results.ts';
import type { Viewer } from '#lib/server/people/access/access.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { listRounds, type Round } from '#lib/server/rounds/round/find-round.ts';
import { roundInstrument } from '#lib/server/rounds/round/round-content.ts';
import type { Context } from '#lib/server/people/commands/context.ts';

/** Lists the rounds that began before this one and have something to show, the latest first: those of the same
 *  instrument, and those of others, which cannot be compared. */
export function listEarlierRounds(db: Db, viewer: Viewer, round: Round): { comparable: Round[]; others: Round[] } {
	const earlier = listRounds(db).filter(
		(other) =>
			other.startsOn < round.startsOn && other.status !== 'draft' && listScored({ db, actor: viewer }, other).length > 0
	);
	const { instrument } = roundInstrument(db, round, 'region');
	const isSame = (other: Round) => isSameLine(roundInstrument(db, other, 'region').instrument, instrument);
	return { comparable: earlier.filter(isSame), others: earlier.filter((other) => !isSame(other)) };
}

/** Reads the movement between two rounds on their comparable parts, and names the other parts. Of either round only
 *  the part that the viewer may read: a region of which one round is hidden is not in it. */
export function readThroughTime(
	{ db, actor: viewer, locale }: Pick<Context, 'db' | 'actor' | 'locale'>,
	round: Round,
	against: Round
) {
	const now = roundInstrument(db, round, 'region').instrument;
	const before = roundInstrument(db, against, 'region').instrument;
	const bridge = bridgeOf(before, now);
	const earlier = new Map(listScored({ db, actor: viewer }, against).map((entry) => [entry.region.code, entry]));
	const rows = listScored({ db, actor: viewer }, round).flatMap((entry) => {
		const old = earlier.get(entry.region.code);
		return old ? [rowOf(now, bridge, old, entry)] : [];
	});
	const local = rows.filter(({ isProvince }) => !isProvince);
	return {
		against: { code: against.code, name: against.name },
		versions: { before: versionOf(before, locale), now: versionOf(now, locale) },
		sameVersion: before.code === now.code && before.version === now.version,
		bridge: describeBridge(bridge, before, now, locale),
		scale: scaleOf(now),
		rows: rows.toSorted((a, b) => (b.change ?? -Infinity) - (a.change ?? -Infinity) || (a.code < b.code ? -1 : 1)),
		/** Spread of the changes of the kabupaten and kota that can be compared. */
		spread: spreadOf(local.map(({ change }) => change)).summary,
		compared: local.filter(({ change }) => change !== null).length,
		indicators: movedIndicators(
			now,
			local.filter(({ provisional }) => !provisional),
			locale
		)
	};
}
export type ThroughTime = ReturnType<typeof readThroughTime>;

function versionOf({ name, version }: Instrument, locale: Locale): string {
	return `${name[locale]} ${version}`;
}

function scaleOf({ levels }: Instrument) {
	const all = levels.map(({ level }) => level);
	return { from: Math.min(...all), to: Math.max(...all) };
}

function rowOf(now: Instrument, bridge: Bridge, old: ScoredAssessment, entry: ScoredAssessment) {
	const moved: BridgedChange = bridgedChange(now, bridge, old.answers, entry.answers);
	const provisional = entry.result.provisional || old.result.provisional;
	return {
		code: entry.region.code,
		name: shortName(entry.region),
		isProvince: entry.region.type === 'province',
		provisional,
		...moved,
		change: provisional || moved.before === null || moved.now === null ? null : moved.now - moved.before,
		/** Index in each round, by its own version and weights. */
		official: { before: old.result.index, now: entry.result.index }
	};
}

/** Shared indicators with the numbers of regions that won and lost levels in them, the largest gain first. */
function movedIndicators(now: Instrument, rows: readonly Pick<BridgedChange, 'gained' | 'lost'>[], locale: Locale) {
	return now.domains
		.flatMap(({ indicators }) => indicators)
		.map(({ code, name }) => {
			const of = (pick: 'gained' | 'lost') => rows.flatMap((row) => row[pick].filter((change) => change.code === code));
			const [gained, lost] = [of('gained'), of('lost')];
			return {
				code,
				name: name[locale],
				gained: gained.length,
				lost: lost.length,
				levels: [...gained, ...lost].reduce((sum, { from, to }) => sum + to - from, 0)
			};
		})
		.filter(({ gained, lost }) => gained + lost > 0)
		.sort((a, b) => b.levels - a.levels || b.gained - a.gained);
}

function describeBridge(bridge: Bridge, before: Instrument, now: Instrument, locale: Locale) {
	const underOther = (why: Bridge['shared'][number]['why']) =>
		bridge.shared
			.filter((one) => one.why === why)
			.map(({ code, before: was }) => ({ code, was, name: current.get(code)! }));
	const names = (instrument: Instrument) =>
		new Map(
			instrument.domains.flatMap(({ indicators }) => indicators).map(({ code, name }) => [code, name[locale]] as const)
		);
	const [old, current] = [names(before), names(now)];
	return {
		shared: bridge.shared.length,
		total: current.size,
		declared: underOther('declared'),
		moved: underOther('moved'),
		reweighted: bridge.shared.filter(({ weightChanged }) => weightChanged).map(({ code }) => code),
		changed: bridge.changed.map((change) => ({ ...change, name: current.get(change.code)! })),
		added: bridge.added.map((code) => ({ code, name: current.get(code)! })),
		removed: bridge.removed.map((code) => ({ code, name: old.get(code)! }))
	};
}
