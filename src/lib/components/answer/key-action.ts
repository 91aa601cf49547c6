export type KeyAction =
	| { kind: 'choose'; level: number }
	| { kind: 'move'; by: 1 | -1 }
	| { kind: 'write' }
	| { kind: 'accept' }
	| { kind: 'explain' }
	| { kind: 'leave' }
	| { kind: 'help' };

interface Pressed {
	key: string;
	ctrlKey: boolean;
	metaKey: boolean;
	altKey: boolean;
	target: EventTarget | null;
}

/** Meaning of a key in the questionnaire; null where it belongs to the browser or to a text box. */
export function keyAction({ key, ctrlKey, metaKey, altKey, target }: Pressed): KeyAction | null {
	if (ctrlKey || metaKey || altKey) return null;
	const element = target as { tagName?: string; type?: string } | null;
	const isList = element?.tagName === 'SELECT'; // letters choose from it
	const isText = element?.tagName === 'TEXTAREA' || (element?.tagName === 'INPUT' && element.type !== 'radio');
	if (isText || isList) return key === 'Escape' && element.tagName !== 'INPUT' ? { kind: 'leave' } : null;
	if (/^[1-9]$/.test(key)) return { kind: 'choose', level: Number(key) };
	if (key === 'n') return { kind: 'move', by: 1 };
	if (key === 'p') return { kind: 'move', by: -1 };
	if (key === 'j') return { kind: 'write' };
	if (key === 's') return { kind: 'accept' };
	if (key === 'a') return { kind: 'explain' };
	return key === '?' ? { kind: 'help' } : null;
}
