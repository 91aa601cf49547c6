import { fail } from '@sveltejs/kit';
import type { Locale } from '#lib/domain/locale.ts';
import { decodeText, type TextFault } from '#lib/domain/tables/decode-text.ts';
import { PROFILE_MOST_CHARACTERS } from '#lib/domain/province/parse-profile.ts';
import { isSameProfile } from '#lib/domain/province/profile-changes.ts';
import { m } from '#lib/paraglide/messages.js';
import { requirePermission } from '#lib/server/people/auth/require.ts';
import { contextOf } from '#lib/server/people/commands/context.ts';
import { findInstalledProfile, findProvince } from '#lib/server/places/province/find-province.ts';
import { installProvince, planProvince, type ProvincePlan } from '#lib/server/places/province/install-province.ts';
import { describeProfileFault } from '#lib/words/profile-fault.ts';
import { describeTextFault } from '#lib/words/text-fault.ts';
import { namesOfUses } from '#lib/words/province-use.ts';
import type { Actions, PageServerLoad } from './$types';

/** Faults listed; the rest is counted: a wrong indentation makes a fault of every line. */
const MOST_FAULTS = 60;
/** A character takes up to four bytes. */
const MOST_BYTES = PROFILE_MOST_CHARACTERS * 4;
const LINE_END = 0x0a;

export const load: PageServerLoad = ({ locals, url }) => {
	requirePermission(locals, 'province.manage', url);
	const { text, version, installedAt } = findInstalledProfile(locals.db);
	const { regions, unconfirmed, name, ...profile } = findProvince(locals.db);
	return {
		installed: { text, version, at: installedAt },
		profile: { ...profile, name: name[locals.locale] },
		regions: regions.map(({ code, name, area, capital, tile, abbreviation }) => ({
			code,
			name,
			area,
			capital,
			tile: tile && `${tile.row}, ${tile.col}`,
			abbreviation,
			unconfirmed: unconfirmed.includes(code)
		}))
	};
};

/** Content sent: the file, if one was chosen, else the text; null = none. `fault`: the file is no text. */
async function readSent(
	request: Request
): Promise<{ text: string | null; fault: TextFault | null; seen: number | null }> {
	const form = await request.formData();
	const file = form.get('file');
	const sent = file instanceof File && file.size > 0 ? await decodeProfile(file) : null;
	// a text area sends its lines with CR LF, whatever they were
	const typed = String(form.get('text') ?? '').replaceAll('\r\n', '\n');
	const text = sent === null ? typed : 'text' in sent ? sent.text : '';
	const seen = Number(form.get('seen') || Number.NaN);
	return {
		text: text.trim() === '' ? null : text,
		fault: sent !== null && 'fault' in sent ? sent.fault : null,
		seen: Number.isInteger(seen) ? seen : null
	};
}

/** Text of a file; of one that is longer than any profile the lines up to there, which are refused as too long. */
async function decodeProfile(file: File) {
	const bytes = new Uint8Array(await file.slice(0, MOST_BYTES).arrayBuffer());
	return decodeText(file.size > MOST_BYTES ? bytes.subarray(0, bytes.lastIndexOf(LINE_END) + 1) : bytes);
}

function refusal(plan: Exclude<ProvincePlan, { kind: 'plan' }>, text: string) {
	switch (plan.kind) {
		case 'unchanged':
			return { text, note: 'unchanged' as const };
		case 'used':
			return fail(409, {
				text,
				errors: { text: m.province_used() } as Record<string, string>,
				faults: plan.regions.map(({ code, name, uses }) =>
					m.province_used_region({ code, name, uses: namesOfUses(uses) })
				),
				more: 0
			});
		case 'invalid':
			return fail(400, {
				text,
				errors: { text: m.province_invalid({ count: plan.faults.length }) } as Record<string, string>,
				faults: plan.faults.slice(0, MOST_FAULTS).map((fault) => describeProfileFault(fault)),
				more: Math.max(0, plan.faults.length - MOST_FAULTS)
			});
	}
}

/** Nothing that can be read was sent. */
function nothingSent(fault: TextFault | null, locale: Locale) {
	const errors: Record<string, string> = { text: fault ? describeTextFault(fault, locale) : m.province_nothing() };
	return fail(400, { text: '', errors, faults: [], more: 0 });
}

export const actions: Actions = {
	preview: async ({ locals, request, url }) => {
		requirePermission(locals, 'province.manage', url);
		const { text, fault } = await readSent(request);
		if (text === null) return nothingSent(fault, locals.locale);
		const plan = planProvince(locals.db, text);
		if (plan.kind !== 'plan') return refusal(plan, text);
		return { text, preview: plan.changes, ...(isSameProfile(plan.changes) && { note: 'same' as const }) };
	},
	install: async ({ locals, request, url }) => {
		const viewer = requirePermission(locals, 'province.manage', url);
		const { text, fault, seen } = await readSent(request);
		if (text === null) return nothingSent(fault, locals.locale);
		const result = installProvince(contextOf(locals, viewer), text, seen);
		if (result.kind === 'installed') return { done: findProvince(locals.db).name[locals.locale] };
		if (result.kind !== 'conflict') return refusal(result, text);
		const errors: Record<string, string> = { text: m.province_conflict() };
		return fail(409, { text, errors, faults: [], more: 0 });
	}
};
