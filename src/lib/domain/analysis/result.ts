import type { RegionType } from '../geography/types.ts';
import type { AssessmentStatus, Track } from '../workflow/types.ts';
import type { AssessedScore } from './types.ts';

/** The result of an assessment as the API gives it; numbers unrounded, null where there is none. */
export interface Result extends AssessedScore {
	region: { code: string; name: string; type: RegionType };
	/** The agency; absent in results of regions. */
	agency?: { id: string; name: string };
	status: AssessmentStatus;
	/** The last track that has an answer; null when there is none. */
	track: Track | null;
}
