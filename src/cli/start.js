// Program of `npm start`. A process of its own (prepare.ts) does the work before serving and ends with all the memory
// of building and seeding; then serve.ts runs here. Plain JavaScript, for the same reason: the compiler that strips
// types would stay in memory, 30 MB of it.
import { spawnSync } from 'node:child_process';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// Compiling takes a third of the start; what an earlier one compiled is taken as it is, where the folder can be written.
enableCompileCache(join('node_modules', '.cache', 'siap'));

const args = process.argv.slice(2);
const prepare = ['--import', './src/cli/ensure-messages.ts', 'src/cli/prepare.ts', ...args];
const { status } = spawnSync(process.execPath, prepare, { stdio: 'inherit' });
if (status !== 0) process.exit(status ?? 1);
await import('../../build/program/serve.js');
