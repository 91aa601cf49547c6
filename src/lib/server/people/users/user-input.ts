import { z } from 'zod';
import { normalisePhone } from '#lib/domain/reminders/phone.ts';
import { PASSWORD_MIN_LENGTH } from '#lib/server/people/auth/passwords.ts';

export const ROLES = ['admin', 'reviewer', 'assessor', 'respondent', 'agency', 'viewer'] as const;

/** Text of a form; an empty field is none. */
const Optional = z
	.string()
	.trim()
	.nullish()
	.transform((value) => value || null);

export const Password = z
	.string()
	.min(PASSWORD_MIN_LENGTH, 'error_user_password_short')
	.max(200, 'error_user_password_long');

const contact = {
	email: Optional.refine((value) => value === null || z.email().max(200).safeParse(value).success, 'error_user_email'),
	phone: Optional.transform((value, context) => {
		const phone = value && normalisePhone(value);
		if (value && !phone) context.addIssue({ code: 'custom', message: 'error_user_phone' });
		return phone;
	})
};

/** The addresses for reminders, beside the program itself; an empty field is none. Messages are message keys. */
export const ContactInput = z.object(contact);
export type ContactInput = z.output<typeof ContactInput>;

/** A new account, from a form or the command line. The role decides which assignment is kept: a respondent's region, an
 *  agency contact's agency, none for the others. Messages are message keys. */
export const UserInput = z
	.object({
		username: z
			.string('error_user_username')
			.trim()
			.toLowerCase()
			.regex(/^[a-z0-9.-]{2,60}$/, 'error_user_username'),
		displayName: z
			.string('error_user_display_name')
			.trim()
			.min(1, 'error_user_display_name')
			.max(120, 'error_user_display_name'),
		role: z.enum(ROLES, 'error_user_role'),
		regionCode: Optional,
		agencyId: Optional,
		...contact,
		password: Password
	})
	.superRefine(({ role, regionCode, agencyId }, context) => {
		const need = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
		if (role === 'respondent' && !regionCode) need('regionCode', 'error_user_region_needed');
		if (role === 'agency' && !agencyId) need('agencyId', 'error_user_agency_needed');
	})
	.transform((input) => ({
		...input,
		regionCode: input.role === 'respondent' ? input.regionCode : null,
		agencyId: input.role === 'agency' ? input.agencyId : null
	}));
export type UserInput = z.output<typeof UserInput>;

type UserFaultKey =
	| 'error_user_username'
	| 'error_user_display_name'
	| 'error_user_role'
	| 'error_user_region_needed'
	| 'error_user_agency_needed'
	| 'error_user_email'
	| 'error_user_phone'
	| 'error_user_password_short'
	| 'error_user_password_long';

/** The faults of the input, a message key by field; only the first fault of each. */
export function userFaults(error: z.ZodError): Record<string, UserFaultKey> {
	const faults: Record<string, UserFaultKey> = {};
	for (const { path, message } of error.issues) faults[String(path[0])] ??= message as UserFaultKey;
	return faults;
}
