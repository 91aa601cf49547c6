export const ASSESSMENT_STATUSES = ['not_started', 'in_progress', 'submitted', 'assessed'] as const;
export type AssessmentStatus = (typeof ASSESSMENT_STATUSES)[number];

export const ROUND_STATUSES = ['draft', 'open', 'plenary', 'published', 'closed'] as const;
export type RoundStatus = (typeof ROUND_STATUSES)[number];

/** Tracks from the first to the last; the official answer of an indicator is on the last track that has one. */
export const TRACKS = ['self', 'assessor', 'final'] as const;
export type Track = (typeof TRACKS)[number];
