/** Reads width and height in pixels of a PNG or JPEG picture; null where they cannot be read.
 *  @see PNG (ISO/IEC 15948) 11.2.2 for IHDR, JPEG (ITU-T T.81) B.2.2 for the frame header */
export function pictureSize(content: Uint8Array): { width: number; height: number } | null {
	const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
	if (view.byteLength > 24 && view.getUint32(0) === 0x89504e47) {
		return { width: view.getUint32(16), height: view.getUint32(20) };
	}
	if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return null;
	for (let at = 2; at + 9 < view.byteLength && view.getUint8(at) === 0xff;) {
		const marker = view.getUint8(at + 1);
		const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
		if (isFrame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
		at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
	}
	return null;
}
