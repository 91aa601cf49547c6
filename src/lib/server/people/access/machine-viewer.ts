import type { Viewer } from './access.ts';

// The program reads for the command line, whose user can read the database file anyway, and for documents made in the
// background: their access is checked when they are asked for, and again when they are read.

/** The program itself as a reader, without an account: nothing can be written in its name. */
export const MACHINE_VIEWER: Viewer = {
	id: '',
	username: '',
	displayName: 'siap',
	role: 'admin',
	regionCode: null,
	agencyId: null
};
