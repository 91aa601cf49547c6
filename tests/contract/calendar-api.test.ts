import { expect, test } from 'vitest';
import { addDefaultMilestones } from '#lib/server/fieldwork/calendar/manage-milestones.ts';
import { saveVisit } from '#lib/server/fieldwork/calendar/manage-visits.ts';
import { findRound } from '#lib/server/rounds/round/find-round.ts';
import { callApi } from '../support/call-api.ts';
import { NOW, PEOPLE, withSmallRound } from '../support/small-round.ts';

const small = withSmallRound();

test('the calendar holds the milestones, and the visits that the viewer may see', async () => {
	addDefaultMilestones(small.db, findRound(small.db, 'uji')!, NOW);
	for (const regionCode of ['35.01', '35.78'])
		saveVisit({ db: small.db, actor: PEOPLE.admin, now: NOW }, 'uji', null, {
			regionCode,
			userId: 'asesor',
			visitOn: '2026-10-12',
			place: '',
			note: 'Siapkan daftar data',
			state: 'planned'
		});
	const calendar = async (viewer = PEOPLE.admin) => {
		const { status, body } = await callApi(small.db, '/rounds/uji/calendar', { viewer });
		expect(status).toBe(200);
		return body as { milestones: { kind: string }[]; visits: { region: { code: string } }[] };
	};
	const { milestones, visits } = await calendar();
	expect(milestones.map(({ kind }) => kind)).toEqual([
		'socialisation',
		'self_assessment',
		'visits',
		'plenary',
		'publication'
	]);
	expect(visits).toMatchObject([
		{ region: { code: '35.01' }, assessor: 'ASESOR', visitOn: '2026-10-12', state: 'planned' },
		{ region: { code: '35.78' } }
	]);
	expect((await calendar(PEOPLE.surabaya)).visits.map(({ region }) => region.code)).toEqual(['35.78']);
	expect((await calendar(PEOPLE.dinkes)).visits).toEqual([]);
	expect(await callApi(small.db, '/rounds/lain/calendar', { viewer: PEOPLE.admin })).toMatchObject({ status: 404 });
});
