/** Number of pieces of evidence behind an indicator, by the track that they were added on. */
export type EvidenceCount = Record<'self' | 'assessor', number>;
