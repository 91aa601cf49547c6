import { processWorker } from '#lib/server/foundation/jobs/job-worker.ts';
import { inLane } from '#lib/server/foundation/jobs/lanes.ts';
import type { Locale } from '#lib/domain/locale.ts';
import type { WorkbookData, WorkbookJob } from '../write/types.ts';

const writer = processWorker<WorkbookJob, Uint8Array>('documents/workbook/print/workbook-worker.ts');

/** Makes the workbook as the bytes of an XLSX file, in a process of its own. */
export async function makeWorkbook(data: WorkbookData, locale: Locale): Promise<Buffer> {
	const bytes = await inLane('document', () => writer.run({ data, locale }));
	return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
