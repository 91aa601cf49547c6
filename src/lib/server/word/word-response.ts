import type { ReportLocale } from '../reports/types.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A report as a Word document to download, named like its PDF. */
export function wordResponse(word: Buffer, round: string, subject: string, locale: ReportLocale): Response {
	const name = `${locale === 'en' ? 'report' : 'laporan'}-${round}-${subject}.docx`.replace(/[^\w.-]/g, '_');
	return new Response(new Uint8Array(word), {
		headers: {
			'content-type': DOCX,
			'content-disposition': `attachment; filename="${name}"`,
			'cache-control': 'private, no-cache'
		}
	});
}
