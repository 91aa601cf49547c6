import { lookup as resolveName, type LookupAddress } from 'node:dns';
import { type ClientRequest, request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from './public-address.ts';

/** A fault of a link; a message key's ending. */
export type LinkDetail =
	'gone' | 'locked' | 'server' | 'name' | 'refused' | 'timeout' | 'private' | 'certificate' | 'redirects' | 'failed';

/** The finding of a look at a link. A locked one leads somewhere, but not everyone gets in. */
export type CheckedLink = { status: 'alive'; detail: 'locked' | null } | { status: 'dead'; detail: LinkDetail };

interface Options {
	timeoutMs?: number;
	/** Tells whether an address may be asked; tests allow their own server. */
	allows?: (address: string) => boolean;
}

const TIMEOUT_MS = 8_000;
const MOST_REDIRECTS = 5;
const AGENT = 'SIAP-Satu-Data (pemeriksa tautan bukti dukung)';

/** Looks whether a link still leads somewhere: HEAD, and GET where a server refuses that. Never asks an address of a
 *  private network, not even after a redirect or through a name that resolves to one.
 *  @returns null when this server itself has no connection */
export async function checkLink(url: string, options: Options = {}): Promise<CheckedLink | null> {
	try {
		return await follow(new URL(url), options);
	} catch (error) {
		const detail = detailOf(error);
		return detail && { status: 'dead', detail };
	}
}

async function follow(url: URL, options: Options): Promise<CheckedLink> {
	let here = url;
	for (let n = 0; n <= MOST_REDIRECTS; n++) {
		let { status, location } = await ask(here, 'HEAD', options);
		if (status >= 400) ({ status, location } = await ask(here, 'GET', options));
		if (status >= 300 && status < 400 && location && URL.canParse(location, here)) {
			here = new URL(location, here);
			continue;
		}
		return judge(status);
	}
	return { status: 'dead', detail: 'redirects' };
}

function judge(status: number): CheckedLink {
	if (status < 400 || status === 429) return { status: 'alive', detail: null };
	if (status === 401 || status === 403) return { status: 'alive', detail: 'locked' };
	return { status: 'dead', detail: status >= 500 ? 'server' : 'gone' };
}

class PrivateAddress extends Error {}
class TooSlow extends Error {}

/** One request; only status and target of a redirect are read, never the body. */
function ask(
	url: URL,
	method: 'HEAD' | 'GET',
	{ timeoutMs = TIMEOUT_MS, allows = isPublicAddress }: Options
): Promise<{ status: number; location: string | undefined }> {
	return new Promise((resolve, reject) => {
		if (!/^https?:$/.test(url.protocol)) return reject(new PrivateAddress());
		const host = url.hostname.replace(/^\[|\]$/g, '');
		// An address in the link is not looked up, so it is checked here; a name is checked where it is resolved.
		if (isIP(host) && !allows(host)) return reject(new PrivateAddress());
		const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
		const headers = { 'user-agent': AGENT, accept: '*/*' };
		const request: ClientRequest = send(url, { method, headers, lookup: guardedLookup(allows), agent: false });
		const timer = setTimeout(() => request.destroy(new TooSlow()), timeoutMs);
		request.on('response', (response) => {
			clearTimeout(timer);
			resolve({ status: response.statusCode ?? 0, location: response.headers.location });
			response.destroy();
		});
		request.on('error', (error) => {
			clearTimeout(timer);
			reject(error);
		});
		request.end();
	});
}

/** Resolves a name for a connection and refuses it when it leads into a private network: the address checked is the one
 *  connected to. */
function guardedLookup(allows: (address: string) => boolean): LookupFunction {
	return (host, options, done) => {
		resolveName(host, { ...options, all: true }, (error, found) => {
			const addresses = (found ?? []) as LookupAddress[];
			const barred = addresses.some(({ address }) => !allows(address));
			const failure = error ?? (barred ? (new PrivateAddress() as NodeJS.ErrnoException) : null);
			if (options.all) done(failure, addresses);
			else done(failure, addresses[0]?.address ?? '', addresses[0]?.family);
		});
	};
}

const DETAILS: Record<string, LinkDetail | null> = {
	ENOTFOUND: 'name',
	EAI_AGAIN: null,
	ENETUNREACH: null,
	ENETDOWN: null,
	ECONNREFUSED: 'refused',
	ECONNRESET: 'refused',
	EHOSTUNREACH: 'timeout',
	ETIMEDOUT: 'timeout'
};

function detailOf(error: unknown): LinkDetail | null {
	if (error instanceof PrivateAddress) return 'private';
	if (error instanceof TooSlow) return 'timeout';
	const { code = '' } = error as NodeJS.ErrnoException;
	if (/CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO/.test(code)) return 'certificate';
	return code in DETAILS ? DETAILS[code]! : 'failed';
}
