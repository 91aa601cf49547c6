import type { Db } from '#lib/server/foundation/db/open.ts';
import { answers, assessments, boundaries, regions, rounds, users } from '#lib/server/foundation/db/schema.ts';
import { profileTextOf } from '#lib/domain/province/edit-profile.ts';
import { putProfile } from '#lib/server/foundation/db/stored-province.ts';
import { listRegions } from '#lib/server/places/regions/list-regions.ts';
import { storeShippedInstruments } from '#lib/server/rounds/instruments/shipped-instruments.ts';
import { findInstrument } from '#lib/server/rounds/instruments/stored-instruments.ts';

/** Number of points on each side of a region's outline. */
const SIDE = 24;

interface Wanted {
	/** Number of kabupaten and kota. */
	count: number;
	/** Number of those with answers, from the first on. */
	assessed: number;
	/** Outlines are installed. */
	withBoundaries: boolean;
}

/** Fills a database with a country of its own in place of East Java: so many regions without a place in the grid, an
 *  open round `uji` and a viewer `gubernur`. The same numbers give the same country.
 *  @returns the viewer's id */
export function fillManyRegions(db: Db, { count, assessed, withBoundaries }: Wanted, now: number): string {
	storeShippedInstruments(db, now);
	const { id: instrumentId, instrument } = findInstrument(db, 'ikid')!;
	const indicators = instrument.domains.flatMap((domain) => domain.indicators.map(({ code }) => code));
	const columns = Math.ceil(Math.sqrt(count * 2.5));
	const places = Array.from({ length: count }, (_, n) => ({
		code: `${11 + Math.floor(n / 20)}.${String((n % 20) + 1).padStart(2, '0')}`,
		column: n % columns,
		row: Math.floor(n / columns),
		type: n % 5 === 4 ? ('kota' as const) : ('kabupaten' as const)
	}));
	return db.transaction((tx) => {
		tx.delete(regions).run();
		tx.insert(regions)
			.values(
				places.map(({ code, column, row, type }, n) => ({
					code,
					name: `${type === 'kota' ? 'Kota' : 'Kabupaten'} Contoh ${n + 1}`,
					type,
					area: `Wilayah ${1 + Math.floor(n / 20)}`,
					capital: `Ibu Kota ${n + 1}`,
					lon: 95 + column + 0.5,
					lat: 5 - row - 0.5
				}))
			)
			.run();
		putProfile(tx, profileTextOf(listRegions(tx)), now);
		const id = 'gubernur';
		tx.insert(users)
			.values({ id, username: id, displayName: 'Kantor Gubernur', role: 'viewer', passwordHash: '-', createdAt: now })
			.run();
		const round = tx
			.insert(rounds)
			.values({
				code: 'uji',
				name: 'Putaran uji',
				status: 'open',
				startsOn: '2026-09-01',
				endsOn: '2026-11-30',
				instrumentId,
				targetClass: 'nearly_ready'
			})
			.returning()
			.get();
		places.forEach(({ code }, n) => {
			const status = n < assessed ? 'assessed' : 'not_started';
			const own = { roundId: round.id, regionCode: code, instrumentId, status } as const;
			const { id: assessmentId } = tx.insert(assessments).values(own).returning().get();
			if (n >= assessed) return;
			const given = { assessmentId, track: 'assessor' as const, version: 1, updatedAt: now, updatedBy: id };
			tx.insert(answers)
				.values(indicators.map((indicator, at) => ({ ...given, indicator, level: 1 + ((at * 3 + n * 7) % 5) })))
				.run();
		});
		if (withBoundaries)
			tx.insert(boundaries)
				.values(
					places.map(({ code, column, row }) => ({
						regionCode: code,
						geometry: JSON.stringify({ type: 'Polygon', coordinates: [outline(95 + column, 4 - row)] }),
						attribution: 'Batas buatan untuk uji',
						installedAt: now
					}))
				)
				.run();
		return id;
	});
}

/** Outline of a region: a square of one degree whose sides waver, each the same for both neighbours. */
function outline(west: number, south: number): number[][] {
	const waver = (along: number, at: number) => Math.sin(along * 21 + at * 5) * 0.04 * Math.sin((along % 1) * Math.PI);
	const steps = Array.from({ length: SIDE }, (_, n) => n / SIDE);
	const onSouth = (share: number, lat: number) => [west + share, lat + waver(west + share, lat)];
	const onWest = (share: number, lon: number) => [lon + waver(south + share, lon), south + share];
	const ring = [
		...steps.map((share) => onSouth(share, south)),
		...steps.map((share) => onWest(share, west + 1)),
		...steps.map((share) => onSouth(1 - share, south + 1)),
		...steps.map((share) => onWest(1 - share, west))
	].map((position) => position.map((degrees) => Math.round(degrees * 1e4) / 1e4));
	return [...ring, ring[0]!];
}
