// Program of `npm start`. A process of its own (prepare.ts) does the work before serving and ends with all the memory
// of building and seeding; then serve.ts runs here. Plain JavaScript, for the same reason: the compiler that strips
// types would stay in memory, 30 MB of it.
import { spawnSync } from 'node:child_process';

const args = process.argv.slice(2);
const prepare = ['--import', './src/cli/ensure-messages.ts', 'src/cli/prepare.ts', ...args];
const { status } = spawnSync(process.execPath, prepare, { stdio: 'inherit' });
if (status !== 0) process.exit(status ?? 1);
await import('../../build/program/serve.js');
