import { type Figures, NOT_FOUND } from './figures.ts';
import { byHead, factsOf, found, markup, plain, tablesOf } from './html.ts';

/** Figures of the map's page: its table by codes of regions, and the round's counts. */
export function fromMapPage(html: string): { regions: Record<string, Figures>; round: Figures } {
	const page = markup(html);
	const table = tablesOf(page).find(({ head }) => head[0] === 'Peringkat')!;
	const regions = table.rows.map((row) => {
		const cells = byHead(table, row);
		const [, code] = /(35(?:\.\d\d)?)$/.exec(cells['Wilayah']!)!;
		const [, median, band] = /^(\S+) \((\S+)\)$/.exec(cells['Median (5–95 %)'] ?? '') ?? [];
		return [
			code!,
			{
				...(cells['Peringkat'] !== '' && { rank: cells['Peringkat']! }),
				...(median !== undefined && { median, band: band! }),
				index: cells['Indeks']!.replace(/ sementara$/, ''),
				class: cells['Kelas kesiapan']!.replace('Belum ada kelas', '–'),
				completeness: cells['Terisi']!
			}
		] as const;
	});
	const legend = page.slice(page.indexOf('id="keterangan"'));
	const counts = [
		...legend.matchAll(
			/<strong[^>]*>([^<]*)<\/strong>(?:<small.*?<\/small>)?<\/span>\s*<span class="count[^"]*">(\d+)/gs
		)
	];
	const note = /di antara (\d+) wilayah yang sudah mempunyai kelas: (\d+) kelompok/.exec(plain(page));
	const finding = /(\d+) dari (\d+) kabupaten\/kota mencapai kelas/.exec(plain(page));
	return {
		regions: Object.fromEntries(regions),
		round: {
			...Object.fromEntries(counts.map(([, name, count]) => [`classCount ${name}`, count!])),
			...(note && { groups: note[2]!, certain: note[1]! }),
			...(finding && { reached: finding[1]!, regions: finding[2]! })
		}
	};
}

/** Figures of the region that is chosen on the map, in the panel beside it. */
export function fromPanel(html: string): Figures {
	const page = markup(html);
	const panel = page.slice(page.indexOf('id="wilayah"'), page.indexOf('</section>', page.indexOf('id="wilayah"')));
	const text = plain(panel);
	const [, rank, ranked] = /Peringkat (\d+) dari (\d+)\./.exec(text) ?? [];
	const change = /\. (\S+) sejak putaran lalu/.exec(text)?.[1];
	const [, short, required] = /Indeks kurang (\S+) \(perlu (\S+)\)/.exec(text) ?? [];
	const ends = [...panel.matchAll(/<dd[^>]*>(\w) .*?<b>(.*?)<\/b>/gs)];
	return {
		index: found(/<strong[^>]*>(.*?)<\/strong>/s, panel),
		...(rank !== undefined && { rank, ranked: ranked! }),
		...(change !== undefined && { change }),
		...(short !== undefined && { short, required: required! }),
		...Object.fromEntries(ends.map(([, code, index]) => [`domain ${code}`, index!]))
	};
}

/** Certainty of the ranks, by names of regions. */
export function fromRobustnessPage(html: string): Record<string, Figures> {
	const page = markup(html);
	const table = tablesOf(page).find(({ head }) => head.includes('Median'))!;
	const groups = /(\d+) wilayah terbagi menjadi (\d+) kelompok/.exec(plain(page));
	return Object.fromEntries(
		table.rows.map((row) => {
			const cells = byHead(table, row);
			const [, name, group] = /^(.*) Kelompok (\d+)$/.exec(cells['Wilayah']!) ?? [];
			return [
				name!,
				{
					median: cells['Median']!,
					band: cells['Rentang 5–95 %']!,
					group: group ?? NOT_FOUND,
					groups: groups?.[2] ?? NOT_FOUND
				}
			];
		})
	);
}

/** Figures of a table whose first column names the subject of a row: its index, class and completeness, by that
 *  name. */
export function fromSubjectTable(html: string): Record<string, Figures> {
	const table = tablesOf(markup(html)).find(({ head }) => head.includes('Terisi'))!;
	return Object.fromEntries(
		table.rows.map((row) => {
			const cells = byHead(table, row);
			return [
				`${cells['OPD']}, ${cells['Wilayah']}`,
				{
					index: cells['Indeks']!.replace(/ sementara$/, ''),
					class: cells['Kelas kesiapan']!.replace('Belum ada kelas', '–'),
					completeness: cells['Terisi']!
				}
			];
		})
	);
}

/** Figures of a domain's page of the questionnaire: the score over it, and the tracks that the official result rests
 *  on. */
export function fromQuestionnaire(html: string, domain: string): Figures {
	const page = markup(html);
	const facts = factsOf(page);
	const used = /Yang terpakai sekarang: ([^.]*)\./.exec(plain(page))?.[1];
	const on = (track: string) => new RegExp(`(\\d+) jawaban ${track}`).exec(used ?? '')?.[1] ?? '0';
	const readinessClass = facts['Kelas'] ?? NOT_FOUND;
	return {
		index: facts['Indeks sementara'] ?? facts['Indeks'] ?? NOT_FOUND,
		[`domain ${domain}`]: facts[`Domain ${domain}`] ?? NOT_FOUND,
		class: readinessClass.startsWith('belum ada') ? '–' : readinessClass,
		completeness: facts['Kelengkapan'] ?? NOT_FOUND,
		...(used !== undefined && {
			'track Self': on('mandiri'),
			'track Assessor': on('asesor'),
			'track Final': on('pleno')
		})
	};
}

/** Number of pieces of evidence on a region's page of them, and the sizes of their files. */
export function fromEvidencePage(html: string): Figures {
	const text = plain(markup(html));
	const count = /(\d+) dari (\d+) bukti/.exec(text);
	const pieces = text.matchAll(
		/ ([^()·]{3,90} \(contoh\)) [^·()]+(?:\(SK\) )?· tanggal (\d+ \S+ \d{4}) ·[^,]*, (\S+\u00a0[kM]B)/g
	);
	return {
		pieces: count?.[2] ?? '0',
		...Object.fromEntries(
			[...pieces].flatMap(([, title, date, size]) => {
				const name = title!.replace(/^.*(?:Unduh|bukti) /, '');
				return [
					[`pieceDate ${name}`, date!.replace(/ ([A-Z]\w\w)\w* /, ' $1 ')],
					[`pieceSize ${name}`, size!]
				];
			})
		)
	};
}

/** Figures of the review's head: the index now, and levels of each track. */
export function fromReviewPage(html: string): Figures {
	const index = /([\d,]+) indeks sekarang \(([^)]*)\)/.exec(plain(markup(html)));
	return index ? { index: index[1]!, class: index[2]! } : {};
}
