/** Address that the answers of an assessment are written below, as the API names it. */
export function answersAddress(of: {
	round: { code: string };
	region: { code: string };
	agency: { id: string } | null;
}): string {
	const agency = of.agency ? `/agencies/${of.agency.id}` : '';
	return `/api/v1/rounds/${of.round.code}/regions/${of.region.code}${agency}/answers`;
}
