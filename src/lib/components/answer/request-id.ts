/** A new id for a write: 128 random bits. Not `randomUUID`, which browsers hide on plain http addresses. */
export function newRequestId(): string {
	return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
