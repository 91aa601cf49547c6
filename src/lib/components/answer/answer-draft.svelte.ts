import { type AnswerContent, isSameContent, NO_ANSWER } from '#lib/domain/workflow/answer-content.ts';
import type { AnswerView } from '#lib/domain/workflow/answer-view.ts';
import type { Track } from '#lib/domain/workflow/types.ts';
import { differs, isExplained, type Stand } from '#lib/domain/workflow/change-reasons.ts';
import { newRequestId } from './request-id.ts';

/** Fields whose text is saved after a pause in typing. */
const TYPED = ['justification', 'evidenceWaiver', 'changeNote'] as const;

export type SaveState =
	| { kind: 'empty' }
	| { kind: 'saved'; at: string }
	| { kind: 'waiting' }
	| { kind: 'saving' }
	| { kind: 'needs_reason' }
	| { kind: 'needs_change_reason' }
	| { kind: 'failed'; reason: 'offline' | 'server' | 'session' | 'refused'; sentence?: string }
	| { kind: 'conflict'; theirs: AnswerView & { updatedBy: string } };

const PAUSE_MS = 900;
const FIRST_RETRY_MS = 2_000;
const LONGEST_RETRY_MS = 30_000;

/** One answer being written: keeps what the person chose apart from what is known to be on disk, sends one write at a
 *  time, and repeats a write that got no reply under the same request id, so that it counts once. */
export class AnswerDraft {
	content: AnswerContent = $state(NO_ANSWER);
	state: SaveState = $state({ kind: 'empty' });
	/** Version that is known to be on disk; 0 = none. */
	version = $state(0);

	#saved: AnswerContent = $state.raw(NO_ANSWER);
	#pending: { id: string; content: AnswerContent; baseVersion: number } | null = null;
	#timer: ReturnType<typeof setTimeout> | undefined;
	/** A write whose reply was lost may be on disk all the same; then the "conflict" is with ourselves. */
	#lost: AnswerContent | null = null;
	#retryAfter = FIRST_RETRY_MS;
	readonly #address: string;
	readonly #track: Track;
	readonly #settles: Stand | null;

	/** @param settles the answer that this one may differ from only with a reason at once; null where the reason may
	 *  follow later */
	constructor(answer: AnswerView | null, address: string, track: Track, settles: Stand | null = null) {
		this.#settles = settles;
		this.#address = address;
		this.#track = track;
		this.content = contentOf(answer ?? NO_ANSWER);
		this.#saved = contentOf(answer ?? NO_ANSWER);
		this.version = answer?.version ?? 0;
		if (answer) this.state = { kind: 'saved', at: answer.updatedAt };
	}

	get isDirty(): boolean {
		return !isSameContent(this.content, this.#saved);
	}

	/** Whether something the person wrote is not known to be on disk. */
	get isUnsaved(): boolean {
		return this.isDirty || this.state.kind === 'saving' || this.state.kind === 'conflict';
	}

	/** Takes a change and saves it after a short pause; a chosen level goes at once. */
	change(part: Partial<AnswerContent>): void {
		this.content = { ...this.content, ...part };
		if (this.state.kind === 'conflict') return; // the person decides first
		if (this.content.notApplicable && this.content.justification.trim() === '') {
			clearTimeout(this.#timer);
			this.state = { kind: 'needs_reason' };
			return;
		}
		if (this.#settles && differs(this.content, this.#settles) && !isExplained(this.content)) {
			clearTimeout(this.#timer);
			this.state = { kind: 'needs_change_reason' };
			return;
		}
		if (this.state.kind !== 'saving') this.state = { kind: 'waiting' };
		this.#plan(TYPED.some((field) => field in part) ? PAUSE_MS : 0);
	}

	/** Takes back the content that a plain form could not save; nothing is sent before the person acts. */
	restore(part: Partial<AnswerContent>): void {
		this.content = { ...this.content, ...part };
		const needsReason = this.content.notApplicable && this.content.justification.trim() === '';
		if (this.isDirty) this.state = { kind: needsReason ? 'needs_reason' : 'waiting' };
	}

	/** Lets the person choose between their own answer and a newer one. */
	contest(theirs: AnswerView & { updatedBy: string }): void {
		if (this.isDirty) this.state = { kind: 'conflict', theirs };
	}

	/** Saves at once all that waits, such as when a text box is left or the connection is back. */
	flush(): void {
		if (['needs_reason', 'needs_change_reason', 'conflict'].includes(this.state.kind)) return;
		if (this.isDirty) this.#plan(0);
	}

	/** After a conflict: the person keeps their own answer (written over the newer one, which they have seen) or the
	 *  saved one. */
	settle(keep: 'mine' | 'theirs'): void {
		if (this.state.kind !== 'conflict') return;
		const { theirs } = this.state;
		this.version = theirs.version;
		this.#pending = null;
		this.#saved = contentOf(theirs);
		this.state = { kind: 'saved', at: theirs.updatedAt };
		if (keep === 'theirs') this.content = contentOf(theirs);
		else this.change({});
	}

	#plan(delay: number): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.#send(), delay);
	}

	async #send(): Promise<void> {
		if (this.state.kind === 'saving') return; // the end of that save looks again
		if (!this.isDirty && !this.#pending) return;
		if (this.#pending && !isSameContent(this.#pending.content, this.content)) this.#lost = this.#pending.content;
		if (!this.#pending || !isSameContent(this.#pending.content, this.content))
			this.#pending = { id: newRequestId(), content: $state.snapshot(this.content), baseVersion: this.version };
		const pending = this.#pending;
		this.state = { kind: 'saving' };
		const reply = await this.#put(pending);
		if (reply.kind === 'saved') {
			this.#pending = null;
			this.#lost = null;
			this.#saved = pending.content;
			this.version = reply.answer.version;
			this.#retryAfter = FIRST_RETRY_MS;
			this.state = this.isDirty ? { kind: 'waiting' } : { kind: 'saved', at: reply.answer.updatedAt };
			if (this.isDirty) this.change({});
		} else if (reply.kind === 'conflict' && this.#lost && isSameContent(this.#lost, reply.theirs)) {
			this.#lost = null;
			this.#pending = null;
			this.#saved = contentOf(reply.theirs);
			this.version = reply.theirs.version;
			this.state = { kind: 'waiting' };
			this.#plan(0);
		} else if (reply.kind === 'conflict') {
			this.state = { kind: 'conflict', theirs: reply.theirs };
		} else {
			this.state = { kind: 'failed', reason: reply.reason, sentence: reply.sentence };
			if (reply.reason === 'offline' || reply.reason === 'server') this.#retryLater();
			else this.#pending = null;
		}
	}

	#retryLater(): void {
		this.#plan(this.#retryAfter);
		this.#retryAfter = Math.min(this.#retryAfter * 2, LONGEST_RETRY_MS);
	}

	async #put({ id, content, baseVersion }: { id: string; content: AnswerContent; baseVersion: number }) {
		let response: Response;
		try {
			response = await fetch(this.#address, {
				method: 'PUT',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify({ track: this.#track, ...content, baseVersion, requestId: id }),
				signal: AbortSignal.timeout(20_000)
			});
			if (response.ok)
				return { kind: 'saved' as const, answer: ((await response.json()) as { answer: AnswerView }).answer };
		} catch {
			return { kind: 'failed' as const, reason: 'offline' as const };
		}
		const problem = (await response.json().catch(() => ({}))) as {
			detail?: string;
			current?: AnswerView & { updatedBy: string };
		};
		if (response.status === 409 && problem.current) return { kind: 'conflict' as const, theirs: problem.current };
		const reason = response.status === 401 ? 'session' : response.status >= 500 ? 'server' : 'refused';
		return { kind: 'failed' as const, reason, sentence: problem.detail } as const;
	}
}

function contentOf(answer: AnswerContent): AnswerContent {
	const { level, notApplicable, justification, evidenceWaiver, changeReason, changeNote } = answer;
	return { level, notApplicable, justification, evidenceWaiver, changeReason, changeNote };
}
