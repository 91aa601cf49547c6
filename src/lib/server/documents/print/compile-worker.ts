// Runs in a process of its own: Typst is native and synchronous, and a province takes a second and 200 MB.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { answerJobs } from '#lib/server/foundation/jobs/answer-jobs.ts';
import { glyphCoverage } from './glyph-coverage.ts';
import { printableData } from './printable-text.ts';
import { writeDocument } from '#lib/server/documents/write/writers.ts';
import type { CompileJob } from './render-pdf.ts';
import { stampOf } from './stamp.ts';
import { emblemFile, type Emblems } from '#lib/server/documents/write/types.ts';
import { EMBLEM_PLACES, type EmblemPlace, KINDS } from '#lib/domain/document/kinds.ts';

const WEIGHTS = ['400Regular', '400Regular_Italic', '500Medium', '600SemiBold', '700Bold', '800ExtraBold'];
const here = path.join(process.cwd(), 'src/lib/server/documents/print'); // folder of the templates, also in the build
const dataFile = path.join(here, 'data.json'); // exists in the compiler's memory only
/** Compilations that an unused part of the cache survives. The parts that a folder's reports share are not used by
 *  each: measured to take a tenth of the time at the same memory. */
const CACHE_AGE = 5;

const fontFolder = path.dirname(
	createRequire(import.meta.url).resolve('@expo-google-fonts/plus-jakarta-sans/package.json')
);
const fonts = WEIGHTS.map((weight) => readFileSync(path.join(fontFolder, weight, `PlusJakartaSans_${weight}.ttf`)));
const covered = glyphCoverage(fonts[0]!);
const compiler = NodeCompiler.create({ workspace: here, fontArgs: [{ fontBlobs: fonts }] });

answerJobs((job: CompileJob): Uint8Array => {
	try {
		if (job.kind === 'picture') return drawPicture(job.picture);
		const { kind, data, locale, stamp } = job;
		const document = { ...writeDocument(job), stamp: stampOf(stamp, data.state, locale) };
		return withPictures('emblems' in data ? data.emblems : undefined, () => compile(KINDS[kind].template, document));
	} finally {
		compiler.evictCache(CACHE_AGE);
	}
});

/** The coats of arms lie beside the templates in the compiler's memory while a document is made. */
function withPictures<T>(emblems: Emblems | undefined, work: () => T): T {
	const files = EMBLEM_PLACES.flatMap((place) => {
		const emblem = emblems?.[place];
		return emblem ? [{ file: path.join(here, emblemFile(place, emblem)), emblem }] : [];
	});
	for (const { file, emblem } of files) compiler.mapShadow(file, Buffer.from(emblem.content));
	try {
		return work();
	} finally {
		for (const { file } of files) compiler.unmapShadow(file);
	}
}

/** Draws a picture on a page of its own, as PDF.
 *  @throws Error when the picture cannot be drawn */
function drawPicture(picture: NonNullable<Emblems[EmblemPlace]>): Uint8Array {
	return withPictures({ government: picture, partner: null }, () => {
		const file = emblemFile('government', picture);
		const compiled = compiler.compile({ mainFileContent: `#set page(width: 20mm, height: 20mm)\n#image("${file}")` });
		if (!compiled.result) throw new Error('this picture cannot be drawn');
		return compiler.pdf(compiled.result, {});
	});
}

function compile(template: string, data: unknown): Buffer {
	const printable = printableData(data, (codePoint) => covered.has(codePoint));
	compiler.mapShadow(dataFile, Buffer.from(JSON.stringify(printable)));
	try {
		const compiled = compiler.compile({ mainFilePath: path.join(here, template) });
		if (!compiled.result) throw new Error(JSON.stringify(compiled.takeError()?.shortDiagnostics));
		return compiler.pdf(compiled.result, { pdfStandard: 'ua-1' });
	} finally {
		compiler.unmapShadow(dataFile);
	}
}
