// Runs in a process of its own: a province's report is over a hundred pages.
import { Packer } from 'docx';
import { answerJobs } from '#lib/server/foundation/jobs/answer-jobs.ts';
import { outlinesOf } from '#lib/server/documents/write/shared/map-charts.ts';
import { stampOf } from '#lib/server/documents/print/stamp.ts';
import type { WordJob } from './render-word.ts';
import { writeWord } from './word-writers.ts';

answerJobs((job: WordJob): Promise<Uint8Array> => {
	const { data, locale, stamp } = job;
	const { watermark } = stampOf(stamp, data.state, locale);
	const areas = outlinesOf(data, 'region' in data ? data.region : null, locale);
	return Packer.toBuffer(writeWord(job, { stamp, watermark, emblems: data.emblems, areas }));
});
