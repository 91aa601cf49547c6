import type { FileFault, OpenedFile } from './opened-file.ts';
import { createHash } from 'node:crypto';
import { FILE_TYPES, endingOf, isMistyped, sniff } from '#lib/domain/evidence/file-types.ts';
import { findPersonalData, type Finding } from '#lib/domain/evidence/personal-data.ts';
import { openOffice } from './office-file.ts';
import { openPdf } from './pdf-text.ts';

/** Opens a file by its content: type, soundness, harmlessness.
 *  @param fileName only held against the content
 *  @returns the file, or the reason why it is not taken */
export async function openFile(bytes: Uint8Array, fileName: string): Promise<OpenedFile | { fault: FileFault }> {
	if (bytes.length === 0) return { fault: 'empty' };
	const opened = await openByContent(bytes, fileName);
	if ('fault' in opened) return opened;
	if (isMistyped(fileName, opened.type)) return { fault: 'mistyped' };
	return { ...opened, sha256: createHash('sha256').update(bytes).digest('hex') };
}

async function openByContent(
	bytes: Uint8Array,
	fileName: string
): Promise<Pick<OpenedFile, 'type' | 'parts'> | { fault: FileFault }> {
	const sniffed = sniff(bytes);
	switch (sniffed) {
		case 'pdf':
			return openPdf(bytes);
		case 'zip':
			return openOffice(bytes);
		case 'jpeg':
		case 'png':
		case 'webp':
			return isWholeImage(bytes, sniffed) ? { type: sniffed, parts: null } : { fault: 'broken_image' };
		case 'ole':
			// Word and Excel put an encrypted document into a container of the old format.
			return { fault: includesWide(bytes, 'EncryptedPackage') ? 'encrypted_office' : 'old_office' };
		case 'text':
			return openText(bytes, fileName);
		case 'unknown':
			return { fault: 'unknown_type' };
		default:
			return { fault: sniffed };
	}
}

/** Whether a picture reaches its end: an upload may have been cut before it came here. */
function isWholeImage(bytes: Uint8Array, type: 'jpeg' | 'png' | 'webp'): boolean {
	const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (type === 'png') return buffer.subarray(-64).includes('IEND');
	if (type === 'webp') return buffer.length >= buffer.readUInt32LE(4) + 8;
	return buffer.lastIndexOf(Buffer.from([0xff, 0xd9])) > 0;
}

function openText(bytes: Uint8Array, fileName: string): Pick<OpenedFile, 'type' | 'parts'> {
	const text = new TextDecoder().decode(bytes);
	const isTable = (FILE_TYPES.csv.endings as readonly string[]).includes(endingOf(fileName));
	// Cells of a table are apart for people, so they are for the search.
	return { type: isTable ? 'csv' : 'txt', parts: [{ place: '', text: isTable ? text.replace(/[,;]/g, '\t') : text }] };
}

function includesWide(bytes: Uint8Array, word: string): boolean {
	return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(word, 'utf16le'));
}

/** Searches the text of a file for personal data; null when it has no text to search. */
export async function searchFile({ parts }: Pick<OpenedFile, 'parts'>): Promise<Finding[] | null> {
	if (parts === null) return null;
	const findings: Finding[] = [];
	let letters = 0;
	for await (const { place, text } of parts) {
		letters += text.trim().length;
		findings.push(...findPersonalData(text, place));
	}
	return letters === 0 ? null : findings.slice(0, MOST_FINDINGS);
}

const MOST_FINDINGS = 50;
