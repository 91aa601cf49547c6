import type { ReportLocale } from './types.ts';

/** A report as a download, `laporan-2026-35.78.pdf` or `report-…` in English; what a person may read stays out of shared
 *  caches. */
export function pdfResponse(pdf: Buffer, round: string, subject: string, locale: ReportLocale): Response {
	const name = `${locale === 'en' ? 'report' : 'laporan'}-${round}-${subject}.pdf`.replace(/[^\w.-]/g, '_');
	return new Response(new Uint8Array(pdf), {
		headers: {
			'content-type': 'application/pdf',
			'content-disposition': `attachment; filename="${name}"`,
			'cache-control': 'private, no-cache'
		}
	});
}
