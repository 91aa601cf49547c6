import { m } from '#lib/paraglide/messages.js';
import type { EvidencePanelData } from '#lib/server/fieldwork/evidence/evidence-panel.ts';
import type { EvidenceView } from '#lib/server/fieldwork/evidence/list-evidence.ts';
import { callEvidence, type Outcome } from './evidence-api.ts';
import { UploadQueue } from './upload-queue.svelte.ts';

/** Evidence of one assessment on a page: pieces stored, and files on their way. */
export class EvidenceShelf {
	pieces: EvidenceView[] = $state.raw([]);
	readonly panel: EvidencePanelData;
	readonly uploads: UploadQueue;

	constructor(panel: EvidencePanelData) {
		this.panel = panel;
		this.pieces = panel.pieces;
		this.uploads = new UploadQueue(panel.api, (pieces) => (this.pieces = pieces));
	}

	/** Evidence behind one indicator. */
	of(code: string): EvidenceView[] {
		return this.pieces.filter(({ uses }) => uses.some(({ indicator }) => indicator === code));
	}

	/** Number of pieces that count for an answer: a region's own; for the assessor all. */
	countFor(code: string): number {
		return this.of(code).filter(({ track }) => this.panel.track !== 'self' || track === 'self').length;
	}

	/** Pieces that an indicator could use too. */
	others(code: string): EvidenceView[] {
		const here = this.of(code).map(({ id }) => id);
		return this.pieces.filter(({ id }) => !here.includes(id));
	}

	/** Whether the viewer may change a piece; a submitted one stays as it is. */
	mayEdit(piece: EvidenceView): boolean {
		return (
			piece.track === this.panel.track && (this.panel.state === 'open' || (this.panel.state === 'late' && piece.late))
		);
	}

	/** Whether the viewer may take a piece away. */
	mayRemove(piece: EvidenceView): boolean {
		return piece.track === this.panel.track && this.panel.state === 'open';
	}

	/** Adds a link, or uses a piece for one more indicator. What was typed is sent as it is: the server checks it.
	 *  @returns a sentence when it was not added */
	add(typed: Record<string, unknown>): Promise<string | null> {
		return this.#take(callEvidence('POST', `${this.panel.api}/evidence`, typed));
	}

	/** Changes details, and the place for one indicator. @returns a sentence when they were not changed */
	async change(id: string, details: object, use: { indicator: string; place: string } | null): Promise<string | null> {
		const fault = await this.#take(callEvidence('PATCH', `/api/v1/evidence/${id}`, details));
		if (fault !== null || use === null) return fault;
		const address = `/api/v1/evidence/${id}/uses/${use.indicator}`;
		return this.#take(callEvidence('PUT', address, { place: use.place }));
	}

	unuse(id: string, indicator: string): Promise<string | null> {
		return this.#take(callEvidence('DELETE', `/api/v1/evidence/${id}/uses/${indicator}`));
	}

	remove(id: string): Promise<string | null> {
		return this.#take(callEvidence('DELETE', `/api/v1/evidence/${id}`));
	}

	async #take(call: Promise<Outcome<{ evidence: EvidenceView[] }>>): Promise<string | null> {
		const outcome = await call;
		if (outcome.kind === 'ok') {
			this.pieces = outcome.body.evidence;
			return null;
		}
		return outcome.kind === 'offline' ? m.evidence_failed() : outcome.sentence;
	}
}
