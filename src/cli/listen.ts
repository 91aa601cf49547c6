import type { Server } from 'node:http';
import { m } from '#lib/paraglide/messages.js';
import type { Environment } from '#lib/server/foundation/environment.ts';
import { StartError } from '#lib/server/foundation/start-error.ts';

/** Opens the server's port.
 *  @throws StartError when the port is taken or forbidden, or the host is none of this machine */
export function listen(server: Server, { host, port }: Environment): Promise<void> {
	return new Promise((done, fail) => {
		server.once('error', (error: NodeJS.ErrnoException) => {
			if (error.code === 'EADDRINUSE') fail(new StartError(m.start_port_taken({ port })));
			else if (error.code === 'EACCES') fail(new StartError(m.start_port_forbidden({ port })));
			else if (error.code === 'ENOTFOUND' || error.code === 'EADDRNOTAVAIL')
				fail(new StartError(m.start_host_invalid({ host })));
			else fail(error);
		});
		server.listen(port, host, done);
	});
}
