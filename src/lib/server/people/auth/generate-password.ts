import { randomInt } from 'node:crypto';

// No letters and digits that are taken for one another on paper or by telephone.
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password to hand over once, such as `k7mq-x2ht-9wsa-pd4n`: 79 bits. */
export function generatePassword(): string {
	const group = () => Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
	return Array.from({ length: 4 }, group).join('-');
}
