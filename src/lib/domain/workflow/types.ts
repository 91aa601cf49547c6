/** Statuses from the first to the last; the map of steps between them is `assessment-machine.ts`. */
export const ASSESSMENT_STATUSES = [
	'not_started',
	'self_assessment',
	'submitted',
	'in_review',
	'clarification',
	'assessed',
	'final'
] as const;
export type AssessmentStatus = (typeof ASSESSMENT_STATUSES)[number];

export const ROUND_STATUSES = ['draft', 'open', 'plenary', 'published', 'closed'] as const;
export type RoundStatus = (typeof ROUND_STATUSES)[number];

/** Tracks from the first to the last; the official answer of an indicator is on the last track that has one. */
export const TRACKS = ['self', 'assessor', 'final'] as const;
export type Track = (typeof TRACKS)[number];

/** Side whose turn it is in a status: the region (or agency) itself, its assessor, the plenary; null once it is
 *  final. */
export const WAITS_FOR: Record<AssessmentStatus, 'region' | 'assessor' | 'plenary' | null> = {
	not_started: 'region',
	self_assessment: 'region',
	submitted: 'assessor',
	in_review: 'assessor',
	clarification: 'region',
	assessed: 'plenary',
	final: null
};

/** Tells whether the assessor is through: the round's progress counts such an assessment as done. */
export function isAssessed(status: AssessmentStatus): boolean {
	return status === 'assessed' || status === 'final';
}
