import type { Track } from './types.ts';

/** One answer of one track as exports and workbooks have it; its keys are the columns of an export. */
export interface ExportedAnswer {
	round: string;
	region_code: string;
	region_name: string;
	/** Name of the agency, unique in its region; empty for the region's own assessment. */
	agency: string;
	indicator: string;
	track: Track;
	/** Level; null = not answered, or not applicable. */
	level: number | null;
	not_applicable: boolean;
	justification: string;
	/** Number of pieces added on the row's track; on the final one all of them. */
	evidence_count: number;
	version: number;
	/** ISO instant. */
	updated_at: string;
	/** User name. */
	updated_by: string;
}
