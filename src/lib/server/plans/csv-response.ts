/** A table as a download that stays out of shared caches. */
export function csvResponse(csv: string, name: string): Response {
	return new Response(csv, {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="${name.replace(/[^\w.-]/g, '_')}"`,
			'cache-control': 'private, no-cache'
		}
	});
}
