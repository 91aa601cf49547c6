import { hash, verify } from '@node-rs/argon2';

// OWASP's minimum for Argon2id: 19 MiB, two passes. The library hashes on its own threads.
const ARGON2ID = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export const PASSWORD_MIN_LENGTH = 10;

/** Argon2id hash in the PHC string format. */
export function hashPassword(password: string): Promise<string> {
	return hash(password, ARGON2ID);
}

/** Tells whether the password fits the hash. */
export function verifyPassword(passwordHash: string, password: string): Promise<boolean> {
	return verify(passwordHash, password);
}
