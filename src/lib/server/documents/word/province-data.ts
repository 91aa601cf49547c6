import type { provinceDocument } from '#lib/server/documents/write/province/province-document.ts';
import type { Column } from './parts.ts';

export type ProvinceData = ReturnType<typeof provinceDocument>;

/** Column of figures, set to the right.
 *  @param width share of the table's width */
export const right = (head: string, width = 2): Column => ({ head, width, align: 'right' });
