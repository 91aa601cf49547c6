import { fail, redirect } from '@sveltejs/kit';
import { decodeFiles } from '#lib/domain/instrument/decode-files.ts';
import { parseInstrument } from '#lib/domain/instrument/parse-instrument.ts';
import { m } from '#lib/paraglide/messages.js';
import { hasPermission } from '#lib/server/people/access/access.ts';
import { requirePermission, requireViewer } from '#lib/server/people/auth/require.ts';
import { describeFault } from '#lib/server/rounds/instruments/describe-fault.ts';
import { listInstruments, storeInstrument } from '#lib/server/rounds/instruments/stored-instruments.ts';
import { contextOf } from '#lib/server/people/commands/context.ts';
import { headerFirst } from './header-first.ts';
import type { Actions, PageServerLoad } from './$types';

const MAX_BYTES = 5_000_000;

export const load: PageServerLoad = ({ locals, url }) => {
	const viewer = requireViewer(locals, url);
	const { locale } = locals;
	return {
		mayManage: hasPermission(viewer, 'instrument.manage'),
		instruments: listInstruments(locals.db).map(({ instrument, status, adoptedBy, decreeNumber, decreeDate }) => ({
			code: instrument.code,
			version: instrument.version,
			unit: instrument.unit,
			name: instrument.name[locale],
			description: instrument.description?.[locale] ?? null,
			domains: instrument.domains.length,
			indicators: instrument.domains.reduce((sum, { indicators }) => sum + indicators.length, 0),
			status,
			adoptedBy,
			decreeNumber,
			decreeDate
		}))
	};
};

export const actions: Actions = {
	import: async ({ locals, request, url }) => {
		const viewer = requirePermission(locals, 'instrument.manage', url);
		const uploads = (await request.formData()).getAll('files').filter((entry): entry is File => entry instanceof File);
		const given = uploads.filter(({ size }) => size > 0);
		if (given.length === 0) return refuse(m.admin_error_yaml_missing());
		if (given.reduce((sum, { size }) => sum + size, 0) > MAX_BYTES) return refuse(m.admin_error_yaml_large());
		const files = await Promise.all(
			given.map(async (file) => ({ name: baseName(file.name), bytes: new Uint8Array(await file.arrayBuffer()) }))
		);
		const decoded = decodeFiles(files);
		const parsed = 'faults' in decoded ? decoded : parseInstrument(headerFirst(decoded.files));
		if ('faults' in parsed) {
			const faults = parsed.faults.map((fault) => ({
				file: fault.file,
				line: fault.line,
				indicator: fault.indicator,
				sentence: describeFault(fault, locals.locale)
			}));
			return refuse(m.admin_instrument_faults({ n: faults.length }), faults);
		}
		const { code, version } = parsed.instrument;
		if (!storeInstrument(contextOf(locals, viewer), parsed.instrument))
			return refuse(m.admin_error_version_taken({ code, version }));
		redirect(303, `/instruments/${code}/${encodeURIComponent(version)}`);
	}
};

interface ShownFault {
	file: string;
	line: number;
	indicator: string | null;
	sentence: string;
}

function refuse(sentence: string, faults: ShownFault[] = []) {
	const errors: Record<string, string> = { files: sentence };
	return fail(400, { errors, faults });
}

/** A browser that uploads a folder may name the path. */
function baseName(name: string): string {
	return name.replace(/^.*[/\\]/, '');
}
