import { parentPort, workerData } from 'node:worker_threads';
import { serveBytes } from './http.ts';

// The floor of the read benchmark, on its own thread so that it does not share one with the clients.
serveBytes(workerData as string, (port) => parentPort?.postMessage(port));
