/** WIB is seven hours ahead of UTC all year round. */
const OFFSET = 7 * 3_600_000;

/** An instant from what a `datetime-local` field sends, read as the hour in Jakarta (WIB).
 *  @returns milliseconds; null where it is no date and hour */
export function fromJakarta(local: string): number | null {
	if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(local)) return null;
	const at = Date.parse(`${local}:00Z`);
	if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 16) !== local) return null; // 31 February rolls over
	return at - OFFSET;
}

/** The other way: `2026-11-30T09:00`, the hour in Jakarta. */
export function toJakarta(at: number): string {
	return new Date(at + OFFSET).toISOString().slice(0, 16);
}
