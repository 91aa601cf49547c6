import type { agencyDocument } from '#lib/server/documents/write/agency/agency-document.ts';
import type { regionDocument } from '#lib/server/documents/write/region/region-document.ts';

export type RegionData = ReturnType<typeof regionDocument> | ReturnType<typeof agencyDocument>;
