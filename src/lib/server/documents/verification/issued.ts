import { eq } from 'drizzle-orm';
import { deflateSync, inflateSync } from 'node:zlib';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { reportIssues } from '#lib/server/foundation/db/schema.ts';
import { getInstrument } from '#lib/server/rounds/instruments/stored-instruments.ts';
import { readEmblems } from '#lib/server/documents/gather/emblems.ts';
import { printedProvince } from '#lib/server/documents/gather/collect-basis.ts';
import type { ReportBasis, ReportJob } from '#lib/server/documents/write/types.ts';
import { KINDS } from '#lib/domain/document/kinds.ts';
import type { ProvinceProfile } from '#lib/domain/province/types.ts';
import { findBoundaries } from '#lib/server/places/boundaries/boundaries.ts';
import { findProvince } from '#lib/server/places/province/find-province.ts';
import { presentPassage, presentRegion } from '#lib/server/rounds/round/former-content.ts';

/** A document that was issued: its facts and the input that it was written from. */
export type Issued = Omit<typeof reportIssues.$inferSelect, 'input'> & { job: ReportJob };

/** Writes the input of a document as text: always the same for the same content. The instrument is named by its
 *  version.
 *  @returns JSON without boundaries, which are large and never change, and coats of arms, which are no figures */
export function inputText({ kind, locale, data }: ReportJob, instrumentId: number): string {
	const { instrument: _instrument, ...rest } = data;
	return JSON.stringify({ kind, locale, instrumentId, data: { ...rest, boundaries: undefined, emblems: undefined } });
}

/** Deflates the input for the database. */
export function packInput(text: string): Buffer {
	return deflateSync(text, { level: 9 });
}

/** Finds the document with this code as it was issued; null when there is none.
 *  @param code twelve signs, see `readCode` */
export function findIssued(db: Db, code: string): Issued | null {
	const row = db.select().from(reportIssues).where(eq(reportIssues.code, code)).get();
	if (!row) return null;
	const { input, ...rest } = row;
	const { kind, locale, data } = presentJob(
		JSON.parse(inflateSync(input).toString('utf8')) as ReportJob,
		findProvince(db)
	);
	const { instrument } = getInstrument(db, row.instrumentId);
	const pictures = KINDS[kind].isIllustrated ? { boundaries: findBoundaries(db), emblems: readEmblems(db) } : {};
	return { ...rest, job: { kind, locale, data: { ...data, instrument, ...pictures } } as ReportJob };
}

/** The input in today's shape. An input that was kept before provinces had profiles lacks the facts of the province,
 *  and has other names for some fields. */
function presentJob(job: ReportJob, profile: ProvinceProfile): ReportJob {
	const data: Partial<ReportBasis> & { province?: object } = { ...job.data } as never;
	if (data.province) return job;
	const isReport = job.kind !== 'minutes';
	const present = {
		...data,
		province: printedProvince(profile),
		...(isReport && {
			results: data.results?.map((result) => ({ ...result, region: presentRegion(result.region, profile) }))
		}),
		...(data.texts && {
			texts: Object.fromEntries(Object.entries(data.texts).map(([key, text]) => [presentPassage(key), text]))
		})
	};
	return { ...job, data: present } as ReportJob;
}
