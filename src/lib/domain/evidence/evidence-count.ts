/** How many pieces of evidence stand behind an indicator, by the track that they were added on. */
export type EvidenceCount = Record<'self' | 'assessor', number>;
