import type { CsvUse } from '#lib/domain/tables/csv-use.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { type DatabaseSource, sourceOf } from '#lib/server/foundation/db/read-apart.ts';
import { processWorker } from '#lib/server/foundation/jobs/job-worker.ts';
import { inLane } from '#lib/server/foundation/jobs/lanes.ts';
import type { Viewer } from '#lib/server/people/access/access.ts';
import type { Round } from '#lib/server/rounds/round/find-round.ts';

export const EXPORT_FORMATS = ['csv', 'json', 'xlsx'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** The file that is asked for. */
export interface ExportFile {
	format: ExportFormat;
	/** What a CSV is for; programs when left out. */
	use?: CsvUse;
}

export interface ExportJob extends ExportFile {
	source: DatabaseSource;
	viewer: Viewer;
	/** Code of the round. */
	round: string;
}

const writer = processWorker<ExportJob, Uint8Array>('public/exchange/export-worker.ts');

/** The answers of a round that the viewer may read, as a file. A process of its own reads and writes them, all of one
 *  moment, while the server goes on answering.
 *  @throws LaneFull when too much work waits on the lane `document` */
export async function makeExport(
	db: Db,
	viewer: Viewer,
	{ code }: Pick<Round, 'code'>,
	file: ExportFile
): Promise<Buffer> {
	const make = () => writer.run({ source: sourceOf(db), viewer, round: code, ...file });
	const bytes = await inLane('document', make);
	return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
