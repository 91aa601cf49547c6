import { findInstrument, listInstruments } from '#lib/server/rounds/instruments/stored-instruments.ts';
import { call } from '../call.ts';
import { answerJson } from '../json-answer.ts';
import { Problem } from '../problem.ts';
import { instrumentDocument } from '../round-document.ts';
import * as shape from '../schemas.ts';

export const INSTRUMENT_CALLS = [
	call({
		method: 'get',
		path: '/instruments',
		summary: 'Every version of every instrument.',
		answer: shape.Instruments,
		problems: [],
		call: ({ db }) => answerJson({ instruments: listInstruments(db).map(instrumentDocument) })
	}),
	call({
		method: 'get',
		path: '/instruments/{instrument}',
		summary: 'One version with its whole content.',
		query: shape.InstrumentQuery,
		answer: shape.Instrument,
		problems: [400, 404],
		call({ db, params: { instrument }, query: { version } }) {
			const stored = findInstrument(db, instrument, version);
			if (!stored)
				throw new Problem('instrument_missing', { instrument: [instrument, version ?? ''].join(' ').trim() });
			return answerJson({ ...instrumentDocument(stored), content: stored.instrument });
		}
	})
].flat();
