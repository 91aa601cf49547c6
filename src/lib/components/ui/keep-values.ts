import type { SubmitFunction } from '@sveltejs/kit';

/** For `use:enhance` on a form that shows what is stored: after a success its fields stay as they are. */
export const keepValues: SubmitFunction =
	() =>
	async ({ update }) =>
		update({ reset: false });
