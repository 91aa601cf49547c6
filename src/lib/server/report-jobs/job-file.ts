import { join } from 'node:path';
import type { ReportJobKind } from '../db/schema.ts';

const FOLDER = 'reports';

/** Where finished documents are kept. */
export function reportFolder(dataDir: string): string {
	return join(dataDir, FOLDER);
}

/** The file of a job. */
export function jobFile(dataDir: string, { id, kind }: { id: string; kind: ReportJobKind }): string {
	return join(reportFolder(dataDir), `${id}.${kind === 'regions' ? 'zip' : 'pdf'}`);
}

/** Its name for whoever downloads it: `laporan-2026-35.78.pdf`, `laporan-2026-semua-wilayah.zip`. */
export function downloadName(
	round: string,
	{ kind, subject, locale }: { kind: ReportJobKind; subject: string; locale: 'id' | 'en' }
): string {
	const words = {
		id: ['laporan', 'provinsi', 'semua-wilayah', 'berita-acara'],
		en: ['report', 'province', 'all-regions', 'minutes']
	};
	const [report, province, all, minutes] = words[locale];
	const about = { region: subject, province, regions: all, minutes: `${minutes}-${subject}` }[kind];
	return `${report}-${round}-${about}.${kind === 'regions' ? 'zip' : 'pdf'}`.replace(/[^\w.-]/g, '_');
}
