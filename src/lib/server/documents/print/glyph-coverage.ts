/** Reads the code points for which a TrueType font has a glyph from its character map (format 4, which holds the
 *  basic plane; another format counts as empty).
 *  @see https://learn.microsoft.com/typography/opentype/spec/cmap */
export function glyphCoverage(font: Buffer): Set<number> {
	const covered = new Set<number>();
	const cmap = tableOffset(font, 'cmap');
	for (let i = 0; i < font.readUInt16BE(cmap + 2); i += 1) {
		const subtable = cmap + font.readUInt32BE(cmap + 4 + 8 * i + 4);
		if (font.readUInt16BE(subtable) !== 4) continue;
		const segments = font.readUInt16BE(subtable + 6) / 2;
		for (let segment = 0; segment < segments; segment += 1) {
			const last = font.readUInt16BE(subtable + 14 + 2 * segment);
			const first = font.readUInt16BE(subtable + 16 + 2 * (segments + segment));
			for (let codePoint = first; codePoint <= last; codePoint += 1) covered.add(codePoint);
		}
	}
	covered.delete(0xffff); // the code that closes the table is no character
	// The meaning of a private-use code is known to the font alone, and line and word joiners are not for the page.
	for (const codePoint of covered)
		if (codePoint < 0x20 || (codePoint >= 0xe000 && codePoint <= 0xf8ff)) covered.delete(codePoint);
	return covered;
}

function tableOffset(font: Buffer, tag: string): number {
	for (let i = 0; i < font.readUInt16BE(4); i += 1) {
		if (font.toString('latin1', 12 + 16 * i, 16 + 16 * i) === tag) return font.readUInt32BE(12 + 16 * i + 8);
	}
	throw new Error(`font without a ${tag} table`);
}
