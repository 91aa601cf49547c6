import { isHttpError } from '@sveltejs/kit';
import { expect, test } from 'vitest';
import type { Subject } from '#lib/server/rounds/subject/subject.ts';
import { actions as page } from '../../src/routes/rounds/[round]/[kind=subject]/[code]/+page.server.ts';
import { actions as form } from '../../src/routes/rounds/[round]/[kind=subject]/[code]/form/+page.server.ts';
import { PEOPLE, withSmallRound } from '../support/small-round.ts';

const small = withSmallRound();

/** The refusal of a step that is posted to a page of a subject. */
async function refusalOf(actions: typeof page | typeof form, params: Subject) {
	const move = actions.move as (event: unknown) => unknown;
	const url = new URL(`http://siap/rounds/${params.round}/${params.kind}/${params.code}?/move`);
	const request = new Request(url, { method: 'POST', body: new URLSearchParams({ step: 'submit', seen: '0' }) });
	const locals = { db: small.db, viewer: PEOPLE.admin, locale: 'id' };
	try {
		return await move({ locals, params, request, url });
	} catch (error) {
		if (isHttpError(error)) return { status: error.status, message: error.body.message };
		throw error;
	}
}

test('a step for a subject that does not exist is refused in the words of its kind', async () => {
	for (const actions of [page, form])
		expect(await refusalOf(actions, { round: 'uji', kind: 'agencies', code: 'tiada' })).toEqual({
			status: 404,
			message: 'OPD ini tidak ada. Pilih dari daftar OPD.'
		});
	expect(await refusalOf(page, { round: 'uji', kind: 'regions', code: '99.99' })).toEqual({
		status: 404,
		message: 'Tidak ada wilayah berkode 99.99. Cari wilayahnya di peta.'
	});
});
