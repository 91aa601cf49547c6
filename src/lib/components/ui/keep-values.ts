import type { SubmitFunction } from '@sveltejs/kit';

/** Callback for `use:enhance` on a form that shows stored values: after a success its fields stay as they are. */
export const keepValues: SubmitFunction =
	() =>
	async ({ update }) =>
		update({ reset: false });
