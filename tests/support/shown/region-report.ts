import type { Instrument } from '#lib/domain/instrument/types.ts';
import { byCode, type Figures, NONE, NOT_FOUND } from './figures.ts';
import { ownWord } from './region-page.ts';
import { literal } from './html.ts';
import { indicators, levelIn } from './instrument-parts.ts';

const NUMBER = '(\\d,\\d\\d|–)';
const CHANGE = '([+−]?\\d,\\d\\d|–)';

/** Figures of a region's report, from the text of PDF or Word, with its list of evidence. */
export function fromRegionReport(instrument: Instrument, text: string): Figures {
	const chapter = text.slice(text.lastIndexOf('Hasil per indikator'));
	return {
		...summaryOf(instrument, text),
		...standingsOf(instrument, text),
		...domainsOf(instrument, text),
		...indicatorsOf(instrument, chapter),
		...raises(instrument, chapter),
		...tracks(text),
		...planOf(text),
		...evidenceOf(text),
		...datesOf(text)
	};
}

/** Figures of the groups of a pattern, by kinds; none when the pattern is not there. */
function named(kinds: readonly string[], pattern: RegExp, text: string): Figures {
	const found = pattern.exec(text);
	return found ? Object.fromEntries(kinds.map((kind, at) => [kind, found[at + 1]!.trim()])) : {};
}

function summaryOf(instrument: Instrument, text: string): Figures {
	const one = (list: readonly { name: { id: string } }[], none: string) =>
		`(${[...list.map(({ name }) => literal(name.id)), none].join('|')})`;
	const summary = new RegExp(
		`Ringkasan ${NUMBER} Predikat:? ${one(instrument.predicates, '–')} (?:Kelas: )?${one(instrument.classes, 'Belum dinilai')} `
	).exec(text);
	const [, index = NOT_FOUND, predicate = NOT_FOUND, readinessClass = NOT_FOUND] = summary ?? [];
	const after = text.slice(summary?.index ?? 0);
	return {
		index,
		predicate,
		class: readinessClass === 'Belum dinilai' ? NONE : readinessClass,
		...(readinessClass !== 'Belum dinilai' &&
			named(['meaning'], / (Daerah .*?|Dasar .*?) (?:Hasil sementara|Keterangan Nilai|Perubahan sejak)/, after)),
		...comparedOf(text)
	};
}

/** Figures beside the index, in the report of a region and on its page in the province's report. */
export function comparedOf(text: string): Figures {
	const [, change, before] =
		new RegExp(`Perubahan sejak putaran sebelumnya ${CHANGE} Asesmen [^:]{4,30}: ${NUMBER}`).exec(text) ?? [];
	const isNone = /Perubahan sejak putaran sebelumnya – (Belum dibandingkan|Tidak ada angka pembanding)/.test(text);
	return {
		...(isNone ? { change: NONE } : { change: change ?? NOT_FOUND, before: before ?? NOT_FOUND }),
		...named(['mean'], new RegExp(`Rata-rata kabupaten/kota ${NUMBER} `), text),
		...ownWord(/Indikator: ([^.]*(?:dinilai asesor|penilaian sendiri|belum dijawab))\./.exec(text)?.[1]),
		...named(['completeness'], /kelengkapan jawaban (\S+[ \u00a0]?%)\./, text),
		...named(['required', 'short'], /mensyaratkan indeks (\d,\d\d): masih kurang (\S+)\./, text),
		...named(['rank', 'ranked'], /Peringkat (\d+) dari (\d+) kabupaten\/kota yang mempunyai indeks/, text),
		...named(['median', 'band'], /; median (\S+), rentang 5– ?95[ \u00a0]% (\S+); kelompok/, text),
		...named(['group', 'groups'], /; kelompok (\d+) dari (\d+) yang dapat dibedakan/, text)
	};
}

/** Strengths and gaps: level and mean of an indicator, told in a line. */
export function standingsOf(instrument: Instrument, text: string): Figures {
	return Object.fromEntries(
		indicators(instrument).flatMap(({ code, name }) => {
			const line = new RegExp(
				` ${code} ${literal(name.id)} (?:· |\\()?tingkat (\\d), rata-rata kab\\./ ?kota (\\d,\\d\\d)`
			);
			const [, level, mean] = line.exec(text) ?? [];
			return level === undefined ? [] : [[`standing ${code}`, `${level} / ${mean}`]];
		})
	);
}

function domainsOf({ domains }: Instrument, text: string): Figures {
	const rows = new Map(
		domains.map(({ code, name }) => [
			code,
			new RegExp(` ${code} ${literal(name.id)} ([\\d,]+[ \u00a0]%|–) ${NUMBER} ${NUMBER} ${CHANGE} ${NUMBER} `).exec(
				text
			)
		])
	);
	const cell = (at: number) => (code: string) => rows.get(code)?.[at] ?? NOT_FOUND;
	if ([...rows.values()].every((row) => row === null)) return byCode('domain', domains, () => NOT_FOUND);
	return {
		...byCode('weight', domains, cell(1)),
		...byCode('domain', domains, cell(2)),
		...byCode('domainMean', domains, cell(3)),
		...byCode('domainAbove', domains, cell(4)),
		...byCode('contribution', domains, cell(5)),
		...named(
			['sum'],
			new RegExp(` Indeks ${NUMBER.replace('(', '(?:')} ${NUMBER.replace('(', '(?:')} ${NUMBER} `),
			text
		)
	};
}

function indicatorsOf(instrument: Instrument, chapter: string): Figures {
	const all = indicators(instrument);
	const levels = instrument.levels.map(({ level, name }) => `${level} ${literal(name.id)}`);
	const rows = new Map(
		all.map(({ code, name }) => [
			code,
			new RegExp(
				` ${code} ${literal(name.id)} (?:Indikator kunci )?(${levels.join('|')}|Tidak berlaku|Belum dijawab) (?:Jalur \\S+ )?(\\d|t\\.b\\.|–) ${NUMBER} `
			).exec(chapter)
		])
	);
	const cell = (at: number) => (code: string) => rows.get(code)?.[at] ?? NOT_FOUND;
	return {
		...byCode('level', all, (code) => levelIn(cell(1)(code))),
		...byCode('self', all, cell(2)),
		...byCode('indicatorMean', all, cell(3)),
		...byCode(
			'domainHead',
			instrument.domains,
			(code, name) =>
				new RegExp(` ${code} ${literal(name)} Indeks ${NUMBER} · Rata-rata`).exec(chapter)?.[1] ?? NOT_FOUND
		)
	};
}

function raises(instrument: Instrument, chapter: string): Figures {
	const gaps = chapter.slice(chapter.lastIndexOf('Kesenjangan dan tingkat berikutnya'));
	return Object.assign(
		{},
		...indicators(instrument).map(({ code, name }) =>
			named(
				[`step ${code}`, `gain ${code}`],
				new RegExp(` ${code} ${literal(name.id)} (\\d → \\d) · indeks (\\S+) `),
				gaps
			)
		)
	) as Figures;
}

/** Number of indicators answered on each track, from the foreword. */
function tracks(text: string): Figures {
	const said = /Dari 40 indikator, ([^.]+)\.|(Seluruh 40 indikator [^.]+)\./.exec(text);
	if (!said) return {};
	const line = said[1] ?? said[2]!;
	const count = (words: string) => new RegExp(`(\\d+)(?: indikator)? ${words}`).exec(line)?.[1] ?? '0';
	return {
		'track Self': count('masih menurut penilaian mandiri'),
		'track Assessor': count('telah dinilai asesor'),
		'track Final': count('telah diputuskan pleno')
	};
}

function planOf(text: string): Figures {
	const chapter = text.slice(text.lastIndexOf('Rencana aksi Sasaran: '));
	const standing = '(\\d,\\d\\d|–) · [A-Z]';
	return {
		...named(
			['planSteps', 'planEffort', 'planDeadline'],
			/Rencana ini memuat (\d+) langkah dengan (\S+) orang-hari \(OH\), .*? Tenggat putaran: (\d+ \S+ \d{4})\./,
			chapter
		),
		...named(['planNow'], new RegExp(`Sekarang ${standing}`), chapter),
		...named(['planAtDeadline'], new RegExp(`Pada \\d+ \\S+ \\d{4} ${standing}`), chapter),
		...named(
			['planEnd', 'planAtEnd'],
			new RegExp(`Setelah semua langkah \\((\\d+ \\S+ \\d{4})\\) ${standing}`),
			chapter
		)
	};
}

/** Number of answers with evidence, and of each piece its date and size. */
function evidenceOf(text: string): Figures {
	const list = text.slice(text.lastIndexOf('Lampiran: daftar bukti dukung'));
	const rows = list.matchAll(
		/ [A-G]\d ([^()]{3,90} \(contoh\)).{0,90}? (\d+ \S+ \d{4}) (\S+[ \u00a0][kM]B) [0-9a-f]{12}/g
	);
	return {
		...Object.fromEntries(
			[...rows].flatMap(([, title, date, size]) => [
				[`pieceDate ${title}`, date!],
				[`pieceSize ${title}`, size!]
			])
		),
		...named(
			['supported', 'answered', 'pieces'],
			/tersedia untuk (\d+) dari (\d+) indikator yang dijawab; seluruhnya (\S+) bukti\./,
			list
		)
	};
}

function datesOf(text: string): Figures {
	const date = '(\\d+ \\S+ \\d{4})';
	return {
		...named(['printed'], new RegExp(`Tanggal cetak ${date}`), text),
		...named(['starts', 'ends'], new RegExp(`berlangsung dari ${date} sampai ${date}\\.`), text),
		...named(['number'], /Nomor dokumen (SIAP\/\S+)/, text)
	};
}
