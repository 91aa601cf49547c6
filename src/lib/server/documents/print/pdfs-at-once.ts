import { availableParallelism } from 'node:os';

/** Documents that are laid out at the same time: a process for each, of some 350 MB while it works. */
export const PDFS_AT_ONCE = Math.min(2, availableParallelism());

/** Threads that one of them may use. The first works alone but for folders, and a long report takes a fifth less on two; in
 *  the others more than there are cores for made a folder slower.
 *  @param at its number, from 0 */
export function threadsOfPdf(at: number): number {
	const cores = availableParallelism();
	return at === 0 ? cores : Math.floor(cores / PDFS_AT_ONCE);
}
