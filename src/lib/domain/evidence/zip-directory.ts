/** One entry of a ZIP file as its central directory tells it. */
export interface ZipEntry {
	name: string;
	/** Compression: 0 = stored, 8 = deflated. */
	method: number;
	encrypted: boolean;
	compressed: number;
	uncompressed: number;
	/** Byte at which the entry's own header begins. */
	offset: number;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_SIZE = 22;
const ENTRY_SIZE = 46;
const LOCAL_SIZE = 30;
const ZIP64 = 0xffffffff;

/** Reads the central directory of a ZIP file.
 *  @param most largest number of entries read; later ones are left out
 *  @returns null when the file is cut off, contradicts itself, or is of the 64-bit kind, which no document needs */
export function readZipDirectory(bytes: Uint8Array, most: number): ZipEntry[] | null {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const end = findEnd(view);
	if (end === null) return null;
	const count = view.getUint16(end + 10, true);
	let at = view.getUint32(end + 16, true);
	const entries: ZipEntry[] = [];
	for (let n = 0; n < count && n <= most; n++) {
		if (at + ENTRY_SIZE > end || view.getUint32(at, true) !== ENTRY) return null;
		const nameLength = view.getUint16(at + 28, true);
		const entry: ZipEntry = {
			name: new TextDecoder().decode(bytes.subarray(at + ENTRY_SIZE, at + ENTRY_SIZE + nameLength)),
			method: view.getUint16(at + 10, true),
			encrypted: (view.getUint16(at + 8, true) & 1) === 1,
			compressed: view.getUint32(at + 20, true),
			uncompressed: view.getUint32(at + 24, true),
			offset: view.getUint32(at + 42, true)
		};
		if ([entry.compressed, entry.uncompressed, entry.offset].includes(ZIP64)) return null;
		entries.push(entry);
		at += ENTRY_SIZE + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
	}
	return entries;
}

/** The packed bytes of an entry; null when they are not all in the file. */
export function packedBytes(bytes: Uint8Array, { offset, compressed }: ZipEntry): Uint8Array | null {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (offset + LOCAL_SIZE > bytes.length || view.getUint32(offset, true) !== LOCAL) return null;
	const begin = offset + LOCAL_SIZE + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
	return begin + compressed > bytes.length ? null : bytes.subarray(begin, begin + compressed);
}

/** Finds the end record: it stands last, before a comment of at most 65,535 bytes. */
function findEnd(view: DataView): number | null {
	const first = Math.max(0, view.byteLength - END_SIZE - 0xffff);
	for (let at = view.byteLength - END_SIZE; at >= first; at--) if (view.getUint32(at, true) === END) return at;
	return null;
}
