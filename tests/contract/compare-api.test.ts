import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { answers, assessments } from '#lib/server/foundation/db/schema.ts';
import { findInstrument } from '#lib/server/rounds/instruments/stored-instruments.ts';
import { callApi } from '../support/call-api.ts';
import { NOW, PEOPLE, withSmallRound } from '../support/small-round.ts';

const small = withSmallRound();
const get = (regions: string, viewer = PEOPLE.gubernur) =>
	callApi(small.db, `/rounds/uji/compare?regions=${regions}`, { viewer });

beforeEach(() => {
	const codes = findInstrument(small.db, 'ikid')!.instrument.domains.flatMap(({ indicators }) =>
		indicators.map(({ code }) => code)
	);
	const fill = (region: string, level: (code: string) => number) => {
		const { id } = small.db.select().from(assessments).where(eq(assessments.regionCode, region)).get()!;
		const own = { assessmentId: id, track: 'self', version: 1, updatedAt: NOW, updatedBy: 'pacitan' } as const;
		small.db
			.insert(answers)
			.values(codes.map((indicator) => ({ ...own, indicator, level: level(indicator) })))
			.run();
	};
	fill('35.01', () => 2);
	fill('35.78', (code) => (code === 'A1' ? 4 : 2));
});

test('two regions differ by what one indicator contributes, and a gate that lets another class through', async () => {
	const { status, body } = await get('35.01,35.78');
	expect(status).toBe(200);
	const { regions, differences, gates } = body as unknown as {
		regions: { code: string; index: number }[];
		differences: { region: string; to: string; points: number; domains: { code: string; points: number }[] }[];
		gates: { code: string; differs: boolean; matters: boolean; levels: object }[];
	};
	expect(regions.map(({ code }) => code)).toEqual(['35.01', '35.78']);
	expect(differences).toMatchObject([{ region: '35.78', to: '35.01' }]);
	expect(differences[0]!.points).toBeCloseTo(regions[1]!.index - regions[0]!.index, 12);
	expect(differences[0]!.domains.filter(({ points }) => points !== 0).map(({ code }) => code)).toEqual(['A']);
	expect(gates.find(({ code }) => code === 'A1')).toMatchObject({
		differs: true,
		matters: true,
		levels: { '35.01': 2, '35.78': 4 }
	});
});

test('a region that is not yours is refused, one that is not there is missing, one alone is nothing to compare', async () => {
	expect((await get('35.01,35.78', PEOPLE.pacitan)).status).toBe(403);
	expect((await get('35.01,99.99')).status).toBe(404);
	expect((await get('35.01')).status).toBe(400);
	expect((await get('35.01,35.78,35,35.02,35.03')).status).toBe(400);
});
