import { randomUUID } from 'node:crypto';
import { fail } from '@sveltejs/kit';
import type { z } from 'zod';
import { EvidenceAddition, EvidenceDetails, EvidencePlace } from '#lib/domain/evidence/evidence-input.ts';
import { titleOfFile } from '#lib/domain/evidence/kinds.ts';
import { m } from '#lib/paraglide/messages.js';
import type { AssessmentKey } from '#lib/server/rounds/assessment/find-assessment.ts';
import type { Viewer } from '#lib/server/people/access/access.ts';
import { addEvidence, type AddResult } from './add-evidence.ts';
import { type ChangeResult, changeDetails, changePlace, endUse, removeEvidence } from './change-evidence.ts';
import { describeFileFault, describeFindings, describeInputFault, describeRefusal } from './describe-evidence.ts';
import { readEvidenceSettings } from './evidence-settings.ts';
import { findEvidence } from './find-evidence.ts';
import { appendChunk, beginUpload, dropUpload } from './uploads.ts';

/** The reply of the page to evidence sent without JavaScript. */
export interface PlainEvidenceReply {
	/** Code of the question that the form belongs to; empty on the list of all evidence. */
	indicator: string;
	message: string;
	done: boolean;
	/** Title, place and address as they were typed, so that nothing is lost. */
	sent: Record<string, string>;
}

type Locals = Pick<App.Locals, 'db' | 'dataDir' | 'locale'>;

interface Ask {
	locals: Locals;
	viewer: Viewer;
	key: AssessmentKey;
	values: Record<string, string>;
	file: File | null;
	now: number;
}

class Refusal extends Error {
	readonly status: number;
	constructor(status: number, message: string) {
		super(message);
		this.status = status;
	}
}

/** Takes a plain form of evidence; its field `do` names the act: `file`, `link`, `use`, `edit`, `unuse`, `remove`.
 *  @returns the reply for the page, wrapped in `fail` with its status where nothing was changed */
export async function savePlainEvidence(
	asked: Pick<Ask, 'locals' | 'viewer' | 'now'>,
	key: AssessmentKey,
	form: FormData
) {
	const values: Record<string, string> = {};
	for (const [name, value] of form) if (typeof value === 'string') values[name] = value;
	const given = form.get('file');
	const file = given instanceof File && (given.name !== '' || given.size > 0) ? given : null;
	const { indicator = '' } = values;
	const { title = '', place = '', url = '' } = values;
	const reply = (message: string, done: boolean) =>
		({ evidence: { indicator, message, done, sent: { title, place, url } } satisfies PlainEvidenceReply }) as const;
	try {
		return reply(await act({ ...asked, key, values, file }), true);
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		return fail(error.status, reply(error.message, false));
	}
}

/** Does what the form asks for.
 *  @returns the sentence for the page. @throws Refusal with a sentence */
async function act(ask: Ask): Promise<string> {
	const { values, locals, viewer, now } = ask;
	const { id = '', indicator = '' } = values;
	switch (values.do) {
		case 'file':
			return addFile(ask);
		case 'link':
			return add(ask, { url: values.url ?? '', details: detailsOf(values) }, '');
		case 'use':
			return add(ask, { from: id }, '');
		case 'edit': {
			requireOwn(ask);
			const details = check(EvidenceDetails, detailsOf(values), locals.locale);
			done(changeDetails({ db: locals.db, actor: viewer, now }, id, details), locals.locale);
			if (values.place !== undefined && indicator) {
				const place = check(EvidencePlace, values.place, locals.locale);
				done(changePlace({ db: locals.db, actor: viewer, now }, { id, indicator, place }), locals.locale);
			}
			return m.evidence_changed();
		}
		case 'unuse':
			requireOwn(ask);
			done(endUse({ db: locals.db, actor: viewer, now }, id, indicator), locals.locale);
			return m.evidence_changed();
		case 'remove':
			requireOwn(ask);
			done(removeEvidence({ db: locals.db, actor: viewer, now }, id), locals.locale);
			return m.evidence_removed();
		default:
			throw new Refusal(400, m.form_plain_malformed());
	}
}

/** Refuses a piece that does not belong to the page of the form. */
function requireOwn({ locals, key, values }: Ask): void {
	const found = findEvidence(locals.db, values.id ?? '');
	const same = found && (['round', 'region', 'agency'] as const).every((part) => found.key[part] === key[part]);
	if (!same) throw new Refusal(404, m.evidence_missing());
}

function detailsOf({ title = '', kind = '', documentDate = '', validUntil = '' }: Record<string, string>) {
	return { title, kind, documentDate, validUntil };
}

async function addFile(ask: Ask): Promise<string> {
	const { locals, viewer, key, values, file, now } = ask;
	if (!file) throw new Refusal(400, m.evidence_no_file());
	const upload = { id: randomUUID(), fileName: file.name || m.evidence_field_file(), size: file.size };
	const begun = beginUpload({ db: locals.db, actor: viewer, now }, key, upload);
	if (begun.kind === 'refused')
		throw new Refusal(422, describeFileFault(begun.fault, file.name, readEvidenceSettings(locals.db), locals.locale));
	if (begun.kind !== 'begun') throw refusalOf(begun, locals.locale);
	try {
		appendChunk(locals.dataDir, begun.upload, 0, new Uint8Array(await file.arrayBuffer()));
		const title = values.title?.trim() || titleOfFile(upload.fileName);
		return await add(ask, { upload: upload.id, details: detailsOf({ ...values, title }) }, file.name);
	} finally {
		dropUpload(locals.db, locals.dataDir, begun.upload);
	}
}

async function add(
	ask: Ask,
	source: { upload?: string; url?: string; from?: string; details?: object },
	name: string
): Promise<string> {
	const { locals, viewer, key, values, now } = ask;
	const uses = values.indicator ? [{ indicator: values.indicator, place: values.place ?? '' }] : [];
	const acceptPersonalData = values.acceptPersonalData === 'yes';
	const addition = check(EvidenceAddition, { ...source, uses, acceptPersonalData }, locals.locale);
	const tools = { dataDir: locals.dataDir, newId: randomUUID };
	const result = await addEvidence({ db: locals.db, actor: viewer, now }, key, addition, tools);
	if (result.kind === 'added') return m.evidence_saved();
	throw refusalOf(result, locals.locale, name, locals);
}

function done(result: ChangeResult, locale: Locals['locale']): void {
	if (result.kind !== 'changed') throw refusalOf(result, locale);
}

function refusalOf(
	result: Exclude<AddResult | ChangeResult, { kind: 'added' | 'changed' }>,
	locale: Locals['locale'],
	name = '',
	locals?: Locals
): Refusal {
	if (result.kind === 'refused')
		return new Refusal(422, describeFileFault(result.fault, name, readEvidenceSettings(locals!.db), locale));
	if (result.kind === 'personal_data')
		return new Refusal(409, m.evidence_personal_ask({ name, list: describeFindings(result.findings, locale) }));
	const { status, sentence } = describeRefusal(result, locale);
	return new Refusal(status, sentence);
}

function check<T>(schema: z.ZodType<T>, value: unknown, locale: Locals['locale']): T {
	const parsed = schema.safeParse(value);
	if (parsed.success) return parsed.data;
	throw new Refusal(400, describeInputFault(parsed.error.issues[0]!.message, locale));
}
