// Runs in a process of its own: a province's report is over a hundred pages.
import { Packer } from 'docx';
import { answerJobs } from '#lib/server/foundation/jobs/answer-jobs.ts';
import { agencyDocument } from '#lib/server/documents/write/agency/agency-document.ts';
import { provinceDocument } from '#lib/server/documents/write/province/province-document.ts';
import { regionDocument } from '#lib/server/documents/write/region/region-document.ts';
import { outlinesOf } from '#lib/server/documents/write/shared/report-charts.ts';
import { stampOf } from '#lib/server/documents/print/stamp.ts';
import type { WordJob } from './render-word.ts';
import { provinceWord } from './province-word.ts';
import { regionWord } from './region-word.ts';

answerJobs((job: WordJob): Promise<Uint8Array> => Packer.toBuffer(documentOf(job)));

function documentOf(job: WordJob) {
	const { data, locale, stamp } = job;
	const { watermark } = stampOf(stamp, data.state, locale);
	const areas = outlinesOf(data, 'region' in data ? data.region : null, locale);
	const extras = { stamp, watermark, emblems: data.emblems, areas };
	switch (job.kind) {
		case 'region':
			return regionWord(regionDocument(job.data, locale), locale, extras);
		case 'agency':
			return regionWord(agencyDocument(job.data, locale), locale, extras);
		case 'province':
			return provinceWord(provinceDocument(job.data, locale), locale, extras);
	}
}
