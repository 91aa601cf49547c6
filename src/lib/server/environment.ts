import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { m } from '#lib/paraglide/messages.js';
import { StartError } from './start-error.ts';

export interface Environment {
	host: string;
	port: number;
	/** Absolute path of the one folder to keep: database, evidence, backups. */
	dataDir: string;
	/** Public address, such as `https://siap.jatimprov.go.id`; null = whatever address the browser uses. */
	origin: string | null;
}

const Port = z.coerce.number().int().min(0).max(65535);

/** Reads HOST, PORT, DATA_DIR and ORIGIN, and makes the data folder where it is missing.
 *  @throws StartError naming the variable and the remedy */
export function readEnvironment(env: Record<string, string | undefined>): Environment {
	const port = Port.safeParse(env.PORT || '3000');
	if (!port.success) throw new StartError(m.start_port_invalid({ value: env.PORT ?? '' }));
	return {
		host: env.HOST || '127.0.0.1',
		port: port.data,
		dataDir: writableFolder(resolve(env.DATA_DIR || './data')),
		origin: readOrigin(env.ORIGIN)
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

function writableFolder(path: string): string {
	try {
		makeFolder(path);
		accessSync(path, constants.W_OK | constants.R_OK | constants.X_OK);
	} catch {
		throw new StartError(m.start_data_dir({ path }));
	}
	return path;
}

/** Folder by folder: `mkdirSync` with `recursive` never returns on file systems such as /proc. */
function makeFolder(path: string): void {
	if (existsSync(path)) return;
	makeFolder(dirname(path));
	mkdirSync(path);
}
