import { generatePassword } from '#lib/server/people/auth/generate-password.ts';
import type { Io } from './io.ts';

/** Gives the password from standard input, its line end taken off, or a new one. */
export async function choosePassword(fromStdin: boolean, io: Io): Promise<{ password: string; isGenerated: boolean }> {
	if (fromStdin) return { password: (await io.readStdin()).replace(/\r?\n$/, ''), isGenerated: false };
	return { password: generatePassword(), isGenerated: true };
}
