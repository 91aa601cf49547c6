import { get, logIn, saveLevel } from './http.ts';
import { median } from './in-process.ts';

const IDLE_SAVES = 200;
const INDICATOR = 'C1'; // the other measurements write to others
const PAGE = '/rounds/2026/reports'; // of the round that the saves go to

/** The ZIP with the reports of all 39 regions of a round, made in the background while answers of the same round go on being
 *  saved, one after the other.
 *  @returns milliseconds until it is ready, and the median of a save before and meanwhile */
export async function measureFolder(address: string): Promise<{ folder: number; idle: number; busy: number }> {
	const [reviewer, cookie] = [await logIn(address, 'reviewer'), await logIn(address, 'asesor1')];
	let version = 0;
	const save = async () => {
		const began = performance.now();
		await saveLevel(address, cookie, INDICATOR, version);
		version++;
		return performance.now() - began;
	};
	const idle: number[] = [];
	for (let n = 0; n < IDLE_SAVES; n++) idle.push(await save());

	const began = performance.now();
	const asked = await get(`${address}${PAGE}?/make`, {
		method: 'POST',
		headers: { 'content-type': 'application/x-www-form-urlencoded', origin: address, cookie: reviewer },
		send: 'what=regions'
	});
	if (asked.status !== 303 && asked.status !== 200) throw new Error(`asking for the folder answered ${asked.status}`);
	let folder = 0;
	const ready = untilReady(address, reviewer).then(() => (folder = performance.now() - began));
	const busy: number[] = [];
	while (folder === 0) busy.push(await save());
	await ready;
	return { folder, idle: median(idle), busy: median(busy) };
}

async function untilReady(address: string, cookie: string): Promise<void> {
	for (;;) {
		const { body } = await get(`${address}${PAGE}`, { headers: { cookie } });
		if (/href="\/rounds\/2026\/reports\/[0-9a-f-]{36}"/.test(body.toString())) return;
		await new Promise((wait) => setTimeout(wait, 250));
	}
}
