const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A workbook as a download that stays out of shared caches, `siap-2026-35.78.xlsx`. */
export function workbookResponse(workbook: Buffer, round: string, subject: string): Response {
	const name = `siap-${round}-${subject}.xlsx`.replace(/[^\w.-]/g, '_');
	return new Response(new Uint8Array(workbook), {
		headers: {
			'content-type': XLSX,
			'content-disposition': `attachment; filename="${name}"`,
			'cache-control': 'private, no-cache'
		}
	});
}
