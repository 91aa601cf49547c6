import { keyAction } from './key-action.ts';

/** Cards of a page as the keys need them, one an indicator; each is an `article` with the indicator's code as id. */
interface Cards {
	codes: readonly string[];
	/** Chooses a level; null where the page takes no answers. */
	choose: ((code: string, level: number) => void) | null;
	/** Takes over the level of the track before; absent where there is none. */
	accept?: ((code: string) => void) | null;
	levels: readonly number[];
	showHelp: () => void;
}

/** Does what a key means on a page of cards: move, choose, accept, write, explain, leave, help. */
export function pressOnCards(event: KeyboardEvent, { codes, choose, accept, levels, showHelp }: Cards): void {
	const action = keyAction(event);
	const first = codes[0];
	if (!action || first === undefined) return;
	const here = document.activeElement?.closest('article[id]')?.id ?? '';
	const at = codes.indexOf(here);
	const code = at < 0 ? first : here;
	switch (action.kind) {
		case 'help':
			showHelp();
			break;
		case 'move':
			goToCard(codes[Math.max(0, Math.min(codes.length - 1, at + action.by))]!);
			break;
		case 'choose':
			if (!choose || !levels.includes(action.level)) return;
			choose(code, action.level);
			focusLevel(code, action.level);
			break;
		case 'accept':
			if (!accept) return;
			accept(code);
			break;
		case 'write':
			document.getElementById(`${code}-justification`)?.focus();
			break;
		case 'explain': {
			const reason = document.getElementById(`${code}-reason`);
			if (!reason) return;
			reason.focus();
			break;
		}
		case 'leave':
			goToCard(code);
	}
	event.preventDefault();
}

function focusLevel(code: string, level: number): void {
	document
		.querySelector<HTMLInputElement>(`#${CSS.escape(code)} input[type="radio"][value="${level}"]`)
		?.focus({ preventScroll: true });
}

/** Brings a card into view and puts the focus on its chosen level, or on the card where it has none. */
function goToCard(code: string): void {
	const card = document.getElementById(code);
	card?.scrollIntoView({ block: 'start' });
	(
		card?.querySelector<HTMLInputElement>('input[type="radio"]:checked') ??
		card?.querySelector<HTMLInputElement>('input[type="radio"]:enabled') ??
		card
	)?.focus({ preventScroll: true });
}
