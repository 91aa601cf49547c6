import type { Viewer } from './access.ts';

/** The program itself, for functions that ask who reads: the command line, whose user can read the database file anyway, and
 *  documents made in the background, whose access was checked when they were asked for and is again when they are read. It has
 *  no account, so nothing can be written in its name. */
export const MACHINE_VIEWER: Viewer = {
	id: '',
	username: '',
	displayName: 'siap',
	role: 'admin',
	regionCode: null,
	agencyId: null
};
