import { isHttpError } from '@sveltejs/kit';
import { expect, test } from 'vitest';
import { withSmallRound } from '../../../../../tests/support/small-round.ts';
import { requireOpenedRound, requireRound } from './guard-round.ts';

const small = withSmallRound();

function refusal(work: () => unknown): { status: number; message: string } {
	try {
		work();
	} catch (error) {
		if (isHttpError(error)) return { status: error.status, message: error.body.message };
		throw error;
	}
	throw new Error('nothing was refused');
}

test('documents of a round are there once it has been opened', () => {
	expect(requireOpenedRound(small.db, 'uji', 'id').code).toBe('uji');
	small.db.run("UPDATE rounds SET status = 'draft' WHERE code = 'uji'");
	expect(refusal(() => requireOpenedRound(small.db, 'uji', 'id'))).toEqual({
		status: 404,
		message: expect.stringContaining('terisi setelah admin membukanya') as string
	});
	expect(requireRound(small.db, 'uji', 'id').code).toBe('uji');
	expect(refusal(() => requireRound(small.db, 'tiada', 'id')).status).toBe(404);
});
