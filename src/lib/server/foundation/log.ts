import { pino } from 'pino';

/** The one log, JSON lines on standard output. */
export const log = pino({ base: null, level: process.env.LOG_LEVEL ?? 'info' });
