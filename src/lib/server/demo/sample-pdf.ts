/** Lines of one page; the first is its heading. */
export type SamplePage = readonly string[];

/** Writes a small, real PDF (A4, Helvetica) for sample evidence. Letters outside Latin-1 are left out. */
export function samplePdf(title: string, pages: readonly SamplePage[]): Buffer {
	const kids = pages.map((_, n) => `${4 + 2 * n} 0 R`).join(' ');
	const objects = [
		'<< /Type /Catalog /Pages 2 0 R /Lang (id) >>',
		`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
		'<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
		...pages.flatMap((lines, n) => [
			`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + 2 * n} 0 R >>`,
			stream(content(lines))
		]),
		`<< /Title (${escaped(title)}) >>`
	];
	let file = '%PDF-1.4\n';
	const offsets = objects.map((object, n) => {
		const at = file.length;
		file += `${n + 1} 0 obj\n${object}\nendobj\n`;
		return at;
	});
	const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
	const size = objects.length + 1;
	file +=
		`xref\n0 ${size}\n0000000000 65535 f \n${table}` +
		`trailer\n<< /Size ${size} /Root 1 0 R /Info ${objects.length} 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
	return Buffer.from(file, 'latin1');
}

function content([heading = '', ...lines]: SamplePage): string {
	const body = lines.map((line) => `(${escaped(line)}) Tj T*`).join('\n');
	return `BT /F1 15 Tf 60 770 Td (${escaped(heading)}) Tj ET\nBT /F1 10 Tf 15 TL 60 738 Td\n${body}\nET`;
}

function stream(text: string): string {
	return `<< /Length ${text.length} >>\nstream\n${text}\nendstream`;
}

function escaped(text: string): string {
	return text
		.replaceAll('–', '-')
		.replace(/[^\x20-\xff]/g, '')
		.replace(/[\\()]/g, '\\$&');
}
