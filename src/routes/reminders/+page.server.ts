import { redirect } from '@sveltejs/kit';
import { requireViewer } from '#lib/server/people/auth/require.ts';
import { listOwnReminders, markSeen, type OwnReminder } from '#lib/server/fieldwork/reminders/list-reminders.ts';
import { readContact } from '#lib/server/people/users/manage-users.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
	const viewer = requireViewer(locals, url);
	const all = listOwnReminders(locals.db, viewer, locals.locale);
	return {
		unseen: all.filter(isUnseen),
		seen: all.filter((reminder) => !isUnseen(reminder)),
		email: readContact(locals.db, viewer.id).email,
		sendsMail: locals.mailFrom !== null
	};
};

function isUnseen({ seenAt, settled }: OwnReminder): boolean {
	return seenAt === null && !settled;
}

export const actions: Actions = {
	seen: async ({ locals, request, url }) => {
		const viewer = requireViewer(locals, url);
		const ids = (await request.formData()).getAll('id').map(String);
		markSeen(locals.db, viewer, ids.length > 0 ? ids : null, Date.now());
		redirect(303, '/reminders');
	}
};
