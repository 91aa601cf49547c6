import { redirect } from '@sveltejs/kit';
import type { RoundStep } from '#lib/domain/workflow/round-machine.ts';
import { m } from '#lib/paraglide/messages.js';
import { listAgencies } from '#lib/server/places/agencies/list-agencies.ts';
import { requirePermission } from '#lib/server/people/auth/require.ts';
import { listInstruments } from '#lib/server/rounds/instruments/stored-instruments.ts';
import { listRegions } from '#lib/server/places/regions/list-regions.ts';
import { listAssignments } from '#lib/server/rounds/assignments/assignments.ts';
import type { Round } from '#lib/server/rounds/round/find-round.ts';
import { requireRound } from '#lib/server/rounds/subject/guard-round.ts';
import { editRound, listRoundSummaries, listUnfinished, moveRound } from '#lib/server/public/life/manage-round.ts';
import { isOpenToPublic } from '#lib/server/public/publication/find-public.ts';
import { readPublication, savePublication } from '#lib/server/public/publication/settings.ts';
import { loadSnapshot } from '#lib/server/rounds/round/frozen-round.ts';
import { measureUncertainty } from '#lib/server/insight/robustness/measure-uncertainty.ts';
import { roundInstrument } from '#lib/server/rounds/round/round-content.ts';
import { contextOf } from '#lib/server/people/commands/context.ts';
import { unlessRefused } from '#lib/server/people/commands/answer-form.ts';
import { readForm, refuse } from '../../read-form.ts';
import { PublicationForm, publicationValues } from '../publication-form.ts';
import { instrumentChoices, roundErrors, RoundForm } from '../round-form.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) => {
	requirePermission(locals, 'round.manage', url);
	const { db, locale } = locals;
	const round = requireRound(db, params.round, locale);
	const regions = listRegions(db);
	const { appointments } = listAssignments(db, round.id);
	const covered = new Set(appointments.map(({ regionCode }) => regionCode));
	const names = new Map(regions.map(({ code, name }) => [code, name]));
	const frozen = loadSnapshot(locals.db, round);
	const { instrument, status } = roundInstrument(db, round, 'region');
	return {
		round: {
			code: round.code,
			name: round.name,
			status: round.status,
			startsOn: round.startsOn,
			endsOn: round.endsOn,
			publishedAt: round.publishedAt,
			targetClass: instrument.classes.find(({ code }) => code === round.targetClass)?.name[locale] ?? round.targetClass,
			dailyCapacity: round.dailyCapacity,
			sample: round.sample
		},
		instrument: { code: instrument.code, version: instrument.version, name: instrument.name[locale], status },
		agencyInstrument: agencyInstrumentOf(locals, round),
		values: formValues(round),
		publication: publicationOf(locals, round),
		instruments: round.status === 'draft' ? instrumentChoices(listInstruments(db), locale) : [],
		progress: listRoundSummaries(db).find(({ code }) => code === round.code)!,
		regionCount: regions.length,
		agencyCount: listAgencies(db).length,
		withoutAssessor: regions.filter(({ code }) => !covered.has(code)).length,
		unfinished: listUnfinished(db, round.id, round.status === 'plenary' ? 'publish' : 'convene').map((code) => ({
			code,
			name: names.get(code) ?? code
		})),
		snapshot: frozen && { hash: frozen.snapshot.hash, intact: frozen.intact }
	};
};

function agencyInstrumentOf({ db, locale }: App.Locals, round: Round) {
	const stored = roundInstrument(db, round, 'agency');
	if (!stored) return null;
	const { instrument, status } = stored;
	return { code: instrument.code, version: instrument.version, name: instrument.name[locale], status };
}

function publicationOf({ db }: App.Locals, round: Round) {
	const publication = readPublication(db, round.id);
	return {
		depth: publication.depth,
		embargoUntil: publication.embargoUntil,
		isOpen: isOpenToPublic(round, publication, Date.now()),
		isPublished: round.publishedAt !== null,
		values: publicationValues(publication)
	};
}

function formValues(round: Round): Record<string, string> {
	const { code, name, startsOn, endsOn, instrumentId, agencyInstrumentId, targetClass, dailyCapacity } = round;
	return {
		code,
		name,
		startsOn,
		endsOn,
		instrumentId: String(instrumentId),
		agencyInstrumentId: agencyInstrumentId === null ? '' : String(agencyInstrumentId),
		targetClass,
		dailyCapacity: String(dailyCapacity)
	};
}

async function move({ locals, params, request, url }: RequestEvent, step: RoundStep) {
	const viewer = requirePermission(locals, 'round.manage', url);
	const form = await request.formData();
	// The regions that the person was shown count as confirmed only where the box beneath them is ticked.
	const confirmed = form.get('confirm') === null ? [] : form.getAll('unfinished').map(String);
	const reason = String(form.get('reason') ?? '');
	const round = requireRound(locals.db, params.round, locals.locale);
	const measured = step === 'publish' && round.status === 'plenary' ? await measureUncertainty(locals.db, round) : null;
	const wanted = { step, confirmed, reason, measured };
	const result = unlessRefused(moveRound(contextOf(locals, viewer), params.round, wanted), locals.locale);
	if (result.kind === 'moved') return { done: step };
	const refusals = {
		wrong_status: () => ({ '': m.admin_refusal_wrong_status() }),
		reason_missing: () => ({ reason: m.admin_refusal_reason() }),
		unfinished_regions: () => ({ confirm: m.admin_refusal_unfinished({ n: result.unfinished.length }) })
	};
	return refuse(step, {}, refusals[result.refusal](), 409);
}

export const actions: Actions = {
	edit: async ({ locals, params, request, url }) => {
		const viewer = requirePermission(locals, 'round.manage', url);
		const { values, data, errors } = readForm(await request.formData(), RoundForm);
		if (errors) return refuse('edit', values, errors);
		const result = unlessRefused(editRound(contextOf(locals, viewer), params.round, data), locals.locale);
		if (result.kind === 'invalid') return refuse('edit', values, roundErrors(result));
		if (result.kind === 'not_draft') return refuse('edit', values, { '': m.admin_refusal_not_draft() }, 409);
		if (result.code !== params.round) redirect(303, `/admin/rounds/${result.code}`);
		return { done: 'edit' as const };
	},
	publication: async ({ locals, params, request, url }) => {
		const viewer = requirePermission(locals, 'round.manage', url);
		const { values, data, errors } = readForm(await request.formData(), PublicationForm);
		if (errors) return refuse('publication', values, errors);
		unlessRefused(savePublication(contextOf(locals, viewer), params.round, data), locals.locale);
		return { done: 'publication' as const };
	},
	open: (event) => move(event, 'open'),
	convene: (event) => move(event, 'convene'),
	resume: (event) => move(event, 'resume'),
	publish: (event) => move(event, 'publish'),
	close: (event) => move(event, 'close')
};
