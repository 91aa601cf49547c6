import type { ClarificationState } from '#lib/domain/workflow/clarification-machine.ts';
import type { Viewer } from '#lib/server/people/access/access.ts';

/** Tells whether a thread that the viewer may read waits for the viewer: a question for the region or agency asked, an
 *  answer for the region's assessor, or for the reviewer who asked. */
export function waitsForViewer(
	{ id, role }: Viewer,
	{ state, askedBy, agencyId }: { state: ClarificationState; askedBy: string; agencyId: string | null }
): boolean {
	if (state === 'asked') return role === 'agency' || (role === 'respondent' && agencyId === null);
	return state === 'answered' && (role === 'assessor' || (role === 'reviewer' && askedBy === id));
}
