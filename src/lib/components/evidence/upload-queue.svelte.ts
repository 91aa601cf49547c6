import { guessKind, titleOfFile } from '#lib/domain/evidence/kinds.ts';
import type { EvidenceView } from '#lib/server/fieldwork/evidence/list-evidence.ts';
import { callEvidence, type Outcome } from './evidence-api.ts';

export type UploadState =
	| { kind: 'waiting' }
	| { kind: 'sending' }
	| { kind: 'offline' }
	| { kind: 'checking' }
	/** The file seems to hold personal data; the person decides. */
	| { kind: 'personal'; sentence: string }
	| { kind: 'failed'; sentence: string }
	| { kind: 'done'; existed: boolean };

/** One file on its way. */
export class UploadItem {
	state: UploadState = $state({ kind: 'waiting' });
	/** Bytes that are known to be on the server. */
	offset = $state(0);
	readonly file: File;
	readonly indicator: string;
	readonly key: number;
	/** Id on the server, once it was opened. */
	id: string | null = null;
	chunkBytes = 0;
	isDropped = false;

	constructor(file: File, indicator: string, key: number) {
		this.file = file;
		this.indicator = indicator;
		this.key = key;
	}

	get percent(): number {
		return this.file.size === 0 ? 0 : Math.floor((100 * this.offset) / this.file.size);
	}

	get isUnderWay(): boolean {
		return !['failed', 'done', 'personal'].includes(this.state.kind);
	}
}

const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 20_000;

type Opened = { id: string; offset: number; chunkBytes: number };

/** Sends files one after the other, piece by piece. After a lost connection it asks how far the server is and goes on
 *  from there, by itself. */
export class UploadQueue {
	items: UploadItem[] = $state([]);
	readonly #api: string;
	readonly #onadded: (pieces: EvidenceView[]) => void;
	#isRunning = false;
	#keys = 0;
	#wake: (() => void) | null = null;

	constructor(api: string, onadded: (pieces: EvidenceView[]) => void) {
		this.#api = api;
		this.#onadded = onadded;
	}

	get isBusy(): boolean {
		return this.items.some((item) => item.isUnderWay || item.state.kind === 'personal');
	}

	/** Takes files for an indicator. */
	add(files: Iterable<File>, indicator: string): void {
		for (const file of files) this.items.push(new UploadItem(file, indicator, ++this.#keys));
		void this.#run();
	}

	/** Tries at once, since the connection is back. */
	wake(): void {
		this.#wake?.();
	}

	/** Adds a file at the wish of the person though it seems to hold personal data. */
	async accept(item: UploadItem): Promise<void> {
		await this.#finish(item, true);
	}

	/** Gives a file up, or closes its message. */
	drop(item: UploadItem): void {
		item.isDropped = true;
		this.items = this.items.filter(({ key }) => key !== item.key);
		this.#wake?.();
		if (item.id && item.state.kind !== 'done') void callEvidence('DELETE', `/api/v1/uploads/${item.id}`);
	}

	async #run(): Promise<void> {
		if (this.#isRunning) return;
		this.#isRunning = true;
		for (let next = this.#next(); next; next = this.#next()) await this.#send(next);
		this.#isRunning = false;
	}

	#next(): UploadItem | undefined {
		return this.items.find(({ state }) => state.kind === 'waiting');
	}

	async #send(item: UploadItem): Promise<void> {
		let retryAfter = FIRST_RETRY_MS;
		item.state = { kind: 'sending' };
		while (!item.isDropped) {
			const outcome = await this.#step(item);
			if (outcome === 'complete') return this.#finish(item, false);
			if (outcome === 'failed') return;
			if (outcome === 'lost') {
				item.state = { kind: 'offline' };
				await this.#pause(retryAfter);
				retryAfter = Math.min(2 * retryAfter, LONGEST_RETRY_MS);
			} else {
				retryAfter = FIRST_RETRY_MS;
				item.state = { kind: 'sending' };
			}
		}
	}

	/** One request: open, ask how far it is, or send the next piece. */
	async #step(item: UploadItem): Promise<'more' | 'complete' | 'lost' | 'failed'> {
		const { file, id } = item;
		let outcome: Outcome<Opened>;
		if (id === null)
			outcome = await callEvidence('POST', `${this.#api}/uploads`, { fileName: file.name, size: file.size });
		else if (item.state.kind === 'offline') outcome = await callEvidence('GET', `/api/v1/uploads/${id}`);
		else {
			const piece = file.slice(item.offset, item.offset + item.chunkBytes);
			const headers = { 'content-type': 'application/octet-stream', 'upload-offset': String(item.offset) };
			outcome = await callEvidence('PATCH', `/api/v1/uploads/${id}`, piece, headers);
		}
		if (outcome.kind === 'offline') return 'lost';
		if (outcome.kind === 'problem' && outcome.offset !== undefined) item.offset = outcome.offset;
		else if (outcome.kind === 'problem') {
			item.state = { kind: 'failed', sentence: outcome.sentence };
			return 'failed';
		} else {
			item.id = outcome.body.id;
			item.offset = outcome.body.offset;
			item.chunkBytes = outcome.body.chunkBytes;
		}
		return item.offset === file.size ? 'complete' : 'more';
	}

	async #finish(item: UploadItem, acceptPersonalData: boolean): Promise<void> {
		let retryAfter = FIRST_RETRY_MS;
		while (!item.isDropped) {
			item.state = { kind: 'checking' };
			const title = titleOfFile(item.file.name);
			const outcome = await callEvidence<{ existed: boolean; evidence: EvidenceView[] }>(
				'POST',
				`${this.#api}/evidence`,
				{
					upload: item.id,
					details: { title: title.slice(0, 200), kind: guessKind(title), documentDate: null, validUntil: null },
					uses: [{ indicator: item.indicator, place: '' }],
					acceptPersonalData
				}
			);
			if (outcome.kind === 'ok') {
				item.state = { kind: 'done', existed: outcome.body.existed };
				this.#onadded(outcome.body.evidence);
				return;
			}
			if (outcome.kind === 'problem') {
				const kind = outcome.code === 'personal_data' ? 'personal' : 'failed';
				item.state = { kind, sentence: outcome.sentence };
				return;
			}
			item.state = { kind: 'offline' };
			await this.#pause(retryAfter);
			retryAfter = Math.min(2 * retryAfter, LONGEST_RETRY_MS);
		}
	}

	#pause(ms: number): Promise<void> {
		return new Promise((resolve) => {
			const go = () => {
				clearTimeout(timer);
				this.#wake = null;
				resolve();
			};
			const timer = setTimeout(go, ms);
			this.#wake = go;
		});
	}
}
