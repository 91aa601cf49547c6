import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';

/** Behaviour of a test's mail server: right, with no mailbox for anybody, or hanging up after it has the message. */
type Manner = 'accept' | 'reject' | 'hang_up';

export interface TestSmtp {
	url: string;
	/** Messages that arrived, headers and body. */
	messages: { to: string[]; data: string }[];
	manner: Manner;
	close(): Promise<void>;
}

/** Starts a small SMTP server (RFC 5321) on a free port of this machine. */
export async function startSmtp(): Promise<TestSmtp> {
	const sockets = new Set<Socket>();
	const server = createServer((socket) => {
		sockets.add(socket);
		socket.on('close', () => sockets.delete(socket));
		socket.on('error', () => socket.destroy());
		talk(socket, smtp);
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const smtp: TestSmtp = {
		url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
		messages: [],
		manner: 'accept',
		close: async () => {
			for (const socket of sockets) socket.destroy();
			server.close();
			await once(server, 'close');
		}
	};
	return smtp;
}

function talk(socket: Socket, smtp: TestSmtp): void {
	let waiting = '';
	let to: string[] = [];
	let isData = false;
	const say = (line: string) => socket.write(`${line}\r\n`);
	const hear = (line: string) => {
		const verb = line.slice(0, 4).toUpperCase();
		if (verb === 'EHLO' || verb === 'HELO') say('250 contoh');
		else if (verb === 'MAIL') say('250 ok');
		else if (verb === 'RCPT' && smtp.manner === 'reject') say('550 5.1.1 tidak ada kotak surat itu');
		else if (verb === 'RCPT') say((to = [...to, /<(.+)>/.exec(line)![1]!]) && '250 ok');
		else if (verb === 'DATA') say((isData = true) && '354 lanjut');
		else if (verb === 'QUIT') socket.end('221 sampai jumpa\r\n');
		else say('250 ok');
	};
	socket.setEncoding('utf8').on('data', (chunk: string) => {
		waiting += chunk;
		for (;;) {
			const end = waiting.indexOf(isData ? '\r\n.\r\n' : '\r\n');
			if (end < 0) return;
			const part = waiting.slice(0, end);
			waiting = waiting.slice(end + (isData ? 5 : 2));
			if (!isData) {
				hear(part);
				continue;
			}
			smtp.messages.push({ to, data: part });
			[isData, to] = [false, []];
			if (smtp.manner === 'hang_up') socket.destroy();
			else say('250 diterima');
		}
	});
	say('220 contoh ESMTP');
}
