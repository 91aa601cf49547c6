// Runs in a process of its own: a round's workbook holds some ten thousand rows.
import { answerJobs } from '#lib/server/foundation/jobs/answer-jobs.ts';
import type { WorkbookJob } from '../write/types.ts';
import { workbookSheets } from '../write/workbook-sheets.ts';
import { writeWorkbook } from './write-workbook.ts';

answerJobs(({ data, locale }: WorkbookJob): Promise<Uint8Array> => writeWorkbook(workbookSheets(data, locale)));
