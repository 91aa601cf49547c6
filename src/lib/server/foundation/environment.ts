import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { m } from '#lib/paraglide/messages.js';
import { StartError } from './start-error.ts';

export interface Environment {
	host: string;
	port: number;
	/** Absolute path of the one folder to keep: database, evidence, backups. */
	dataDir: string;
	/** Absolute path of the profile that a new database gets; null = the one that ships with the program. */
	province: string | null;
	/** Public address, such as `https://siap.example.go.id`; null = the address that the browser uses. */
	origin: string | null;
	/** Settings of e-mail; null = none is sent. */
	mail: MailSettings | null;
}

export interface MailSettings {
	/** `smtp://` or `smtps://`, with user and password where the server asks for them. */
	smtpUrl: string;
	/** Sender, such as `SIAP Satu Data <siap@example.go.id>`. */
	from: string;
}

/** Reads HOST, PORT, DATA_DIR, PROVINCE, ORIGIN, SMTP_URL and MAIL_FROM, and makes the data folder where it is missing.
 *  @throws StartError naming the variable and the remedy */
export function readEnvironment(env: Record<string, string | undefined>): Environment {
	const port = Number(env.PORT || '3000');
	if (!Number.isInteger(port) || port < 0 || port > 65_535)
		throw new StartError(m.start_port_invalid({ value: env.PORT ?? '' }));
	const origin = readOrigin(env.ORIGIN);
	return {
		host: env.HOST || '127.0.0.1',
		port,
		dataDir: writableFolder(resolve(env.DATA_DIR || './data')),
		province: env.PROVINCE ? resolve(env.PROVINCE) : null,
		origin,
		mail: readMail(env.SMTP_URL, env.MAIL_FROM, origin)
	};
}

function readOrigin(value: string | undefined): string | null {
	if (!value) return null;
	if (!URL.canParse(value)) throw new StartError(m.start_origin_invalid({ value }));
	const url = new URL(value);
	if (!/^https?:$/.test(url.protocol) || url.origin !== value.replace(/\/$/, ''))
		throw new StartError(m.start_origin_invalid({ value }));
	return url.origin;
}

/** Settings of e-mail. Error sentences leave the password of SMTP_URL out: they go to the log. */
function readMail(smtpUrl: string | undefined, from: string | undefined, origin: string | null): MailSettings | null {
	if (!smtpUrl) return null;
	const url = URL.canParse(smtpUrl) ? new URL(smtpUrl) : null;
	if (!url || !/^smtps?:$/.test(url.protocol) || !url.hostname)
		throw new StartError(m.start_smtp_invalid({ value: smtpUrl.replace(/:[^:@/]*@/, ':…@') }));
	if (!from) throw new StartError(m.start_mail_from_missing());
	if (!SENDER.test(from)) throw new StartError(m.start_mail_from_invalid({ value: from }));
	if (!origin) throw new StartError(m.start_mail_needs_origin());
	return { smtpUrl, from };
}

const SENDER = /^(?:[^<>@\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/;

function writableFolder(path: string): string {
	try {
		makeFolder(path);
		accessSync(path, constants.W_OK | constants.R_OK | constants.X_OK);
		if (!statSync(path).isDirectory()) throw new Error('not a folder');
	} catch {
		throw new StartError(m.start_data_dir({ path }));
	}
	return path;
}

/** Makes a folder, parent by parent: `mkdirSync` with `recursive` never returns on file systems such as /proc. */
function makeFolder(path: string): void {
	if (existsSync(path)) return;
	makeFolder(dirname(path));
	mkdirSync(path);
}
