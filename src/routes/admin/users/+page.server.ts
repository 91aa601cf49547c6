import { m } from '#lib/paraglide/messages.js';
import { listAgencies } from '#lib/server/places/agencies/list-agencies.ts';
import { requirePermission } from '#lib/server/people/auth/require.ts';
import { listRegions } from '#lib/server/places/regions/list-regions.ts';
import { addUser, listUsers, resetPassword, setContact, setUserActive } from '#lib/server/people/users/manage-users.ts';
import { ContactInput, ROLES, userFaults, UserInput } from '#lib/server/people/users/user-input.ts';
import { contextOf } from '#lib/server/people/commands/context.ts';
import { refuse } from '../read-form.ts';
import { generatePassword } from '#lib/server/people/auth/generate-password.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
	const viewer = requirePermission(locals, 'user.manage', url);
	const role = url.searchParams.get('role') ?? '';
	const q = (url.searchParams.get('q') ?? '').trim();
	const all = listUsers(locals.db);
	const users = all.filter(
		(user) =>
			(!role || user.role === role) && `${user.username} ${user.displayName}`.toLowerCase().includes(q.toLowerCase())
	);
	return {
		role,
		q,
		roles: ROLES,
		users,
		total: all.length,
		viewerId: viewer.id,
		regions: listRegions(locals.db).map(({ code, name }) => ({ code, name })),
		agencies: listAgencies(locals.db).map(({ id, name, regionName }) => ({ id, name, regionName }))
	};
};

function stringsOf(form: FormData): Record<string, string> {
	return Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
}

export const actions: Actions = {
	add: async ({ locals, request, url }) => {
		const viewer = requirePermission(locals, 'user.manage', url);
		const values = stringsOf(await request.formData());
		const password = generatePassword();
		const parsed = UserInput.safeParse({ ...values, password });
		if (!parsed.success) {
			const faults = Object.entries(userFaults(parsed.error));
			return refuse('add', values, Object.fromEntries(faults.map(([field, key]) => [field, m[key]({ min: 0 })])));
		}
		const result = await addUser(contextOf(locals, viewer), parsed.data);
		switch (result.kind) {
			case 'added':
				return { done: 'add' as const, username: parsed.data.username, password };
			case 'taken':
				return refuse('add', values, { username: m.admin_error_username_taken() }, 409);
			case 'unknown_region':
				return refuse('add', values, { regionCode: m.admin_error_region() });
			case 'unknown_agency':
				return refuse('add', values, { agencyId: m.admin_error_agency() });
		}
	},
	reset: async ({ locals, request, url }) => {
		const viewer = requirePermission(locals, 'user.manage', url);
		const username = String((await request.formData()).get('username') ?? '');
		// One's own password is changed on the account page, where the present one is asked for.
		if (username === viewer.username) return refuse('list', {}, { '': m.admin_error_own_password() }, 409);
		const password = generatePassword();
		const result = await resetPassword(contextOf(locals, viewer), username, password);
		if (result.kind === 'missing') return refuse('list', {}, { '': m.admin_error_user_missing() }, 404);
		return { done: 'reset' as const, username, password };
	},
	contact: async ({ locals, request, url }) => {
		const viewer = requirePermission(locals, 'user.manage', url);
		const { id = '', username: _username, ...values } = stringsOf(await request.formData());
		const parsed = ContactInput.safeParse(values);
		if (!parsed.success) {
			const faults = Object.values(userFaults(parsed.error)).map((key) => m[key]());
			return refuse('list', {}, { '': faults.join(' ') });
		}
		const result = setContact(contextOf(locals, viewer), id, parsed.data);
		if (result.kind === 'missing') return refuse('list', {}, { '': m.admin_error_user_missing() }, 404);
		return { done: 'contact' as const, username: result.username, password: '' };
	},
	active: async ({ locals, request, url }) => {
		const viewer = requirePermission(locals, 'user.manage', url);
		const { id = '', active = '', username = '' } = stringsOf(await request.formData());
		if (id === viewer.id) return refuse('list', {}, { '': m.admin_error_deactivate_self() }, 409);
		const result = setUserActive(contextOf(locals, viewer), id, active === 'yes');
		if (result.kind === 'missing') return refuse('list', {}, { '': m.admin_error_user_missing() }, 404);
		if (result.kind === 'last_admin') return refuse('list', {}, { '': m.admin_error_last_admin() }, 409);
		return { done: active === 'yes' ? ('activate' as const) : ('deactivate' as const), username, password: '' };
	}
};
