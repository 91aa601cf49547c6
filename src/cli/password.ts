import { randomInt } from 'node:crypto';
import type { Io } from './io.ts';

// Without letters and digits that look alike when read aloud from a note.
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 4;
const GROUP_LENGTH = 4;

/** The password from standard input, its line end taken off, or a new one of 79 bits. */
export async function choosePassword(fromStdin: boolean, io: Io): Promise<{ password: string; isGenerated: boolean }> {
	if (fromStdin) return { password: (await io.readStdin()).replace(/\r?\n$/, ''), isGenerated: false };
	const group = () => Array.from({ length: GROUP_LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join('');
	return { password: Array.from({ length: GROUPS }, group).join('-'), isGenerated: true };
}
