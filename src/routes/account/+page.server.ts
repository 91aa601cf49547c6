import { fail } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { changePassword } from '#lib/server/people/auth/change-password.ts';
import { PASSWORD_MIN_LENGTH } from '#lib/server/people/auth/passwords.ts';
import { requireViewer } from '#lib/server/people/auth/require.ts';
import { setSessionCookie } from '#lib/server/people/auth/session-cookie.ts';
import { openSession } from '#lib/server/people/auth/sessions.ts';
import { readContact, setContact } from '#lib/server/people/users/manage-users.ts';
import { ContactInput, userFaults } from '#lib/server/people/users/user-input.ts';
import { contextOf } from '#lib/server/people/commands/context.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
	const { id, username, displayName, role } = requireViewer(locals, url);
	return { username, displayName, role, contact: readContact(locals.db, id) };
};

export const actions: Actions = {
	password: async ({ locals, request, cookies, url }) => {
		const viewer = requireViewer(locals, url);
		const form = await request.formData();
		const result = await changePassword(
			contextOf(locals, viewer),
			String(form.get('current') ?? ''),
			String(form.get('next') ?? '')
		);
		if (result.kind === 'current_wrong') return fail(400, { current: m.account_current_wrong() });
		if (result.kind === 'too_short') return fail(400, { next: m.setup_password_short({ min: PASSWORD_MIN_LENGTH }) });
		setSessionCookie(cookies, url, await openSession(locals.db, viewer.id));
		return { changed: true };
	},
	contact: async ({ locals, request, url }) => {
		const viewer = requireViewer(locals, url);
		const { email, phone } = Object.fromEntries(await request.formData());
		const values = { email: String(email ?? ''), phone: String(phone ?? '') };
		const parsed = ContactInput.safeParse(values);
		if (!parsed.success) {
			const faults = userFaults(parsed.error);
			return fail(400, {
				values,
				email: faults.email && m[faults.email](),
				phone: faults.phone && m[faults.phone]()
			});
		}
		setContact(contextOf(locals, viewer), viewer.id, parsed.data);
		return { contactSaved: true };
	}
};
