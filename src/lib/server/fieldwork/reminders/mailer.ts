import { createTransport } from 'nodemailer';
import type { MailSettings } from '#lib/server/foundation/environment.ts';

/** One message to one person. */
export interface Message {
	to: { name: string; address: string };
	subject: string;
	text: string;
	html: string;
	/** Unique and the same for every attempt, so that a mail program can tell a repetition. */
	messageId: string;
}

/** The outcome of an attempt. `refused`: the message was certainly not taken. `unsure`: the connection broke under
 *  way, so that it may have been. `error`: words of the server or the network. */
export type Sent = { kind: 'sent' } | { kind: 'refused' | 'unsure'; error: string };

/** A way to hand messages to a mail server. */
export interface Mailer {
	/** The fault that keeps us out of the server; null when it lets us in. Nothing is sent. */
	check(): Promise<string | null>;
	send(message: Message): Promise<Sent>;
}

/** Milliseconds to wait for the server: to connect, to be greeted, to be answered. */
const WAIT = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

/** A mailer over SMTP. */
export function createMailer({ smtpUrl, from }: MailSettings): Mailer {
	const transport = createTransport({ url: smtpUrl, ...WAIT });
	return {
		check: async () => {
			try {
				await transport.verify();
				return null;
			} catch (error) {
				return textOf(error);
			}
		},
		send: async (message) => {
			try {
				await transport.sendMail({ ...message, from, headers: { 'Auto-Submitted': 'auto-generated' } });
				return { kind: 'sent' };
			} catch (error) {
				// An answer of the server is a refusal; after any other fault the message may have been taken.
				return { kind: isAnswer(error) ? 'refused' : 'unsure', error: textOf(error) };
			}
		}
	};
}

function isAnswer(error: unknown): boolean {
	return typeof error === 'object' && error !== null && 'responseCode' in error && Number(error.responseCode) >= 400;
}

const LONGEST = 300;

function textOf(error: unknown): string {
	return (error instanceof Error ? error.message : String(error)).slice(0, LONGEST);
}
