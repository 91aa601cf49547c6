/**
 * Loaded before a command (`node --import`): the texts are compiled from `messages/` and not kept in the repository,
 * so a bare clone has none and an edited one has old ones. Nothing happens, within a millisecond, when they are fresh.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const compiled = join(root, 'src', 'lib', 'paraglide');
const isFresh = existsSync(join(compiled, 'messages.js')) && newest(compiled) >= newest(join(root, 'messages'));
if (!isFresh) compile();

function newest(folder: string): number {
	const entries = readdirSync(folder, { recursive: true, encoding: 'utf8' });
	return Math.max(0, ...entries.map((entry) => statSync(join(folder, entry)).mtimeMs));
}

/** Asks npm for the script, so that its options stand in one place (package.json). */
function compile(): void {
	const { status } = spawnSync('npm run --silent messages', { cwd: root, shell: true, stdio: ['ignore', 'ignore', 2] });
	if (status !== 0) process.exit(1); // npm has printed the fault
}
