import type { Region } from '#lib/domain/geography/types.ts';
import type { ProvinceProfile } from '#lib/domain/province/types.ts';

/** Name of a region's group until provinces had profiles. */
const FORMER_AREA = 'bakorwil';

type Former = Omit<Region, 'area' | 'abbreviation' | 'label'> & Partial<Region> & { [FORMER_AREA]?: string | null };

/** A region as any version froze it; the profile of today tells what was not kept with it then. */
export function presentRegion(frozen: Region, { regions }: Pick<ProvinceProfile, 'regions'>): Region {
	const { [FORMER_AREA]: area = null, ...rest } = frozen as Former;
	if (rest.area !== undefined && rest.abbreviation !== undefined && rest.label !== undefined) return frozen;
	const today = regions.find(({ code }) => code === rest.code);
	return { ...rest, area: rest.area ?? area, abbreviation: today?.abbreviation ?? null, label: today?.label ?? null };
}

/** The present key of a document's passage: that on the groups had another name until provinces had profiles. */
export function presentPassage(key: string): string {
	return key === `distribution.${FORMER_AREA}` ? 'distribution.area' : key;
}
