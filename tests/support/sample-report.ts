// Sample inputs for this folder's tests: the shipped instrument, all regions, levels from a fixed seed.
import { assessedOn } from './assessed-on.ts';
import path from 'node:path';
import { printedProvince } from '#lib/server/documents/gather/collect-basis.ts';
import { EAST_JAVA, EAST_JAVA_PROFILE } from './east-java.ts';
import type { Instrument } from '#lib/domain/instrument/types.ts';
import { planActions } from '#lib/domain/planning/plan-actions.ts';
import type { Answers, AnswerValue } from '#lib/domain/scoring/types.ts';
import type { PrintedPiece } from '#lib/domain/evidence/printed-piece.ts';
import { readInstrument } from '#lib/server/rounds/instruments/read-instrument.ts';
import type {
	AgencyReport,
	MinutesReport,
	OfficialAnswer,
	PlanReport,
	ProvinceReport,
	RegionReport,
	ReportBasis,
	ReportResult
} from '#lib/server/documents/write/types.ts';

const shipped = (name: string): Instrument => {
	const read = readInstrument(path.join(process.cwd(), 'src/lib/instruments', name));
	if ('faults' in read) throw new Error(JSON.stringify(read.faults));
	return read.instrument;
};
export const instrument = shipped('ikid');
const agencyInstrument = shipped('ikid-opd.yaml');
const indicators = instrument.domains.flatMap((domain) => domain.indicators);

const NOT_BEGUN = ['35.29', '35.79'];
const HALF_DONE = ['35.10', '35.77'];

/** All regions, of which two have not begun and two are half done. */
export function sampleBasis(change: Partial<ReportBasis> = {}): ReportBasis {
	const random = seeded(20260801);
	const results = EAST_JAVA.map((region): ReportResult => {
		const share = NOT_BEGUN.includes(region.code) ? 0 : HALF_DONE.includes(region.code) ? 0.6 : 1;
		const answers = sampleAnswers(random, share);
		const status = share === 0 ? 'not_started' : share === 1 ? 'assessed' : 'self_assessment';
		return { region, status, track: share === 0 ? null : 'assessor', answers, score: assessedOn(instrument, answers) };
	});
	const before = results
		.filter(({ score: now }) => now.index !== null)
		.map(({ region, score: now }) => [region.code, { ...now, index: now.index! - 0.13 }]);
	return {
		instrument,
		adoption: null,
		round: {
			code: '2026',
			name: 'Putaran 2026',
			startsOn: '2026-06-01',
			endsOn: '2026-08-30',
			targetClass: 'nearly_ready',
			sample: true
		},
		province: printedProvince(EAST_JAVA_PROFILE),
		results,
		previous: { code: '2025', name: 'Putaran 2025', scores: Object.fromEntries(before) },
		robustness: null,
		boundaries: null,
		milestones: [
			{ kind: 'socialisation', title: '', startsOn: '2026-06-01', endsOn: '2026-06-05' },
			{ kind: 'other', title: 'Rapat koordinasi asesor', startsOn: '2026-08-27', endsOn: '2026-08-27' }
		],
		team: [
			{ name: 'Asesor 1 (contoh)', regions: ['35.01', '35.78'] },
			{ name: 'Asesor 2 (contoh)', regions: ['35.02'] }
		],
		documentNumber: 'SIAP/2026/35.78/0001',
		state: 'draft',
		now: '2026-08-03T02:30:00Z',
		...change
	};
}

/** The report of one region of the sample. */
export function sampleRegionReport(region: string, change: Partial<RegionReport> = {}): RegionReport {
	const basis = sampleBasis();
	const { answers } = basis.results.find((result) => result.region.code === region)!;
	const official = Object.fromEntries(
		Object.entries(answers).map(([code, value]): [string, OfficialAnswer] => [
			code,
			{
				track: 'assessor',
				level: typeof value === 'number' ? value : null,
				notApplicable: value === 'na',
				justification: `Dokumen ${code} diperiksa bersama OPD pada 14 Juli 2026; pasal 4 dan lampiran II menunjukkan pembagian tugas, tetapi laporan evaluasinya baru disampaikan sebagian OPD. Lihat https://satudata.example.go.id/dokumen/${code.toLowerCase()}/laporan-evaluasi-tahunan.pdf.`
			}
		])
	);
	const self = Object.fromEntries(
		Object.entries(answers).map(([code, value]) => [code, typeof value === 'number' ? Math.min(5, value + 1) : 'na'])
	) as RegionReport['self'];
	return { ...basis, region, official, self, plan: samplePlan(answers), ...change };
}

/** Evidence of a sample region: a file behind two indicators, a link behind one, and a file behind none. */
export const SAMPLE_PIECES: PrintedPiece[] = [
	{
		title: 'Peraturan Wali Kota tentang Satu Data (contoh)',
		kind: 'regulation',
		documentDate: '2024-06-08',
		file: { type: 'pdf', size: 2_412_000, mark: '62daeeec85c8' },
		host: null,
		uses: [
			{ indicator: 'A1', place: 'hlm. 1, Pasal 4' },
			{ indicator: 'B2', place: '' }
		]
	},
	{
		title: 'Portal data (contoh)',
		kind: 'dataset',
		documentDate: null,
		file: null,
		host: 'data.example.go.id',
		uses: [{ indicator: 'B2', place: 'beranda' }]
	},
	{
		title: 'Foto bimbingan teknis (contoh)',
		kind: 'photo',
		documentDate: '2026-07-02',
		file: { type: 'jpeg', size: 840, mark: '0bc5e15b5a80' },
		host: null,
		uses: []
	}
];

/** The report of an agency with a long name, by the shipped short form, with evidence and a mean to compare with. */
export function sampleAgencyReport(change: Partial<AgencyReport> = {}): AgencyReport {
	const { results, ...report } = sampleRegionReport('35.78', { instrument: agencyInstrument });
	const indicatorCodes = agencyInstrument.domains.flatMap((domain) => domain.indicators.map(({ code }) => code));
	const answers: Answers = Object.fromEntries(indicatorCodes.map((code, at) => [code, 1 + (at % 4)]));
	const official = Object.fromEntries(
		indicatorCodes.map((code, at): [string, OfficialAnswer] => [
			code,
			{ track: 'assessor', level: 1 + (at % 4), notApplicable: false, justification: `Diperiksa bersama OPD: ${code}.` }
		])
	);
	const { region } = results.find((result) => result.region.code === '35.78')!;
	return {
		...report,
		documentNumber: 'SIAP/2026/35.78/OPD/0001',
		agency: { id: 'dp3ak', name: 'Dinas Pemberdayaan Perempuan, Perlindungan Anak dan Kependudukan' },
		results: [{ region, status: 'assessed', track: 'assessor', answers, score: assessedOn(agencyInstrument, answers) }],
		previous: null,
		means: {
			count: 6,
			index: 2.41,
			domains: Object.fromEntries(agencyInstrument.domains.map(({ code }) => [code, 2.4])),
			indicators: Object.fromEntries(indicatorCodes.map((code) => [code, 2.4]))
		},
		official,
		self: {},
		plan: samplePlan(answers, agencyInstrument),
		evidence: SAMPLE_PIECES,
		...change
	};
}

/** The report of the province. */
export function sampleProvinceReport(change: Partial<ProvinceReport> = {}): ProvinceReport {
	const basis = sampleBasis({ documentNumber: 'SIAP/2026/35/0001' });
	const planned = basis.results.filter(({ score: { index } }) => index !== null);
	const plans = Object.fromEntries(planned.map(({ region, answers }) => [region.code, samplePlan(answers)]));
	return { ...basis, plans, ...change };
}

/** The sample with nothing but these regions and indices, for rules about a ranking; classes follow the index alone.
 *  @param indices by region code; null = not assessed
 *  @param provisional codes of the regions that are not complete */
export function indexedBasis(indices: Record<string, number | null>, provisional: readonly string[] = []): ReportBasis {
	const nothing = assessedOn(instrument, {});
	const results = Object.entries(indices).map(([code, index]): ReportResult => {
		const isProvisional = provisional.includes(code);
		const found = <T extends { code: string }>(list: readonly T[], from: (item: T) => number) =>
			index === null ? null : list.find((item) => index >= from(item))!.code;
		return {
			region: EAST_JAVA.find((region) => region.code === code)!,
			status: index === null ? 'not_started' : 'assessed',
			track: index === null ? null : 'assessor',
			answers: {},
			score: {
				...nothing,
				index,
				completeness: index === null ? 0 : isProvisional ? 0.8 : 1,
				provisional: index === null || isProvisional,
				readinessClass: found(instrument.classes, ({ minIndex }) => minIndex),
				predicate: found(instrument.predicates, ({ from }) => from)
			}
		};
	});
	return sampleBasis({ results, previous: null });
}

/** The plan of action of one region of the sample; null = of all kabupaten and kota. */
export function samplePlanReport(region: string | null, change: Partial<PlanReport> = {}): PlanReport {
	const basis = sampleBasis({ documentNumber: `SIAP/2026/${region ?? '35/PROV'}/RA/0001` });
	const planned = basis.results.filter(
		({ region: { code, type }, score: { index } }) =>
			index !== null && (region === null ? type !== 'province' : code === region)
	);
	const plans = Object.fromEntries(planned.map(({ region: { code }, answers }) => [code, samplePlan(answers)]));
	return { ...basis, region, plans, time: SAMPLE_TIME, ...change };
}

/** Results of the same round before anybody answered. */
export function emptyResults(): ReportResult[] {
	return EAST_JAVA.map((region) => ({
		region,
		status: 'not_started',
		track: null,
		answers: {},
		score: assessedOn(instrument, {})
	}));
}

const SAMPLE_TIME = { startsOn: '2026-08-03', weeks: 4, dailyCapacity: 2, firstWeek: 10 };

function samplePlan(answers: Answers, of = instrument) {
	return planActions(of, answers, { ...SAMPLE_TIME, targetClass: 'nearly_ready' });
}

function sampleAnswers(random: () => number, share: number): Answers {
	const base = 1.6 + random() * 1.3;
	const answers: Record<string, AnswerValue> = {};
	for (const { code, mayNotApply } of indicators) {
		const level = Math.min(5, Math.max(1, Math.round(base + (random() - 0.5) * 2.4)));
		if (random() > share) continue;
		answers[code] = mayNotApply && random() < 0.15 ? 'na' : level;
	}
	return answers;
}

/** Source of numbers from 0 to below 1, always the same for a seed (mulberry32). */
function seeded(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}

/** Minutes of a session that decided on the first indicators of one region.
 *  @param values self-assessment, assessor and plenary, for each decision */
export function sampleMinutes(
	values: readonly (readonly [self: AnswerValue, assessor: AnswerValue, value: AnswerValue])[],
	change: Partial<MinutesReport> = {}
): MinutesReport {
	const { results, round, province, now } = sampleBasis();
	const { region, score: result } = results.find((one) => one.region.code === '35.78')!;
	const session = {
		id: 1,
		roundId: 1,
		version: 1,
		createdAt: 0,
		closedAt: null,
		decisions: values.length,
		number: '005/12/2026',
		heldOn: '2026-08-24',
		place: 'Ruang Rapat Utama',
		chair: 'Kepala Dinas Kominfo Jatim',
		attendees: [{ name: 'Peserta 1 (contoh)', office: 'Diskominfo Jatim' }]
	};
	return {
		instrument,
		round,
		province,
		session,
		decisions: values.map(([self, assessor, value], at) => ({
			sessionId: session.id,
			heldOn: session.heldOn,
			assessmentId: 1,
			region,
			indicator: indicators[at]!.code,
			n: at + 1,
			self,
			assessor,
			second: null,
			value,
			changeReason: null,
			reason: 'Bukti diperiksa bersama.',
			together: false,
			decidedAt: 0,
			revisedOn: null
		})),
		results: values.length > 0 ? [{ region, before: result, after: result, decided: values.length }] : [],
		pending: 0,
		state: 'draft',
		now,
		...change
	};
}
