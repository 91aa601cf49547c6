import { availableParallelism } from 'node:os';

/** Documents that are laid out at the same time: a process for each, of some 200 MB while it works. */
export const PDFS_AT_ONCE = Math.min(2, availableParallelism());

/** Threads that one of them may use. More than there are cores for made a folder a tenth slower. */
export const THREADS_A_PDF = Math.floor(availableParallelism() / PDFS_AT_ONCE);
