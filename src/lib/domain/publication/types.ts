import type { Mean } from '../analysis/types.ts';
import type { Region } from '../geography/types.ts';
import type { AnswerValue } from '../scoring/types.ts';
import type { PublicDepth } from './depth.ts';
import type { Licence } from './licences.ts';

/** Public view of one region; null = not opened to this depth, or no value. */
export interface PublicRegion {
	region: Region;
	/** `provisional` = not all indicators were answered; `none` = no result. */
	state: 'assessed' | 'provisional' | 'none';
	readinessClass: string | null;
	/** Rank among the kabupaten and kota by index; null for the province. */
	rank: number | null;
	/** 5th and 95th percentile of the rank in the simulation of the time; null = not simulated. */
	rankBand: [number, number] | null;
	index: number | null;
	predicate: string | null;
	/** Index by domain. */
	domains: Record<string, number | null> | null;
	/** Level by indicator. */
	indicators: Record<string, AnswerValue> | null;
}

export interface Named {
	code: string;
	name: string;
}

export interface PublicDomain extends Named {
	description: string | null;
	/** Share of the weight of all domains, 0–1, as it is shown: in hundredths of a per cent that add up to 1. */
	share: number;
	/** Mean over the kabupaten and kota; null = not opened. */
	mean: Mean | null;
	indicators: (Named & { question: string | null; mean: Mean | null })[];
}

/** All that the public may see of a round, in one language, as plain data: pages and files without log-in are made from
 *  this and nothing else, so that a depth holds in every format. */
export interface PublicView {
	code: string;
	name: string;
	/** Name of the province; empty without one. */
	province: string;
	/** ISO dates. */
	startsOn: string;
	endsOn: string;
	sample: boolean;
	/** ISO instant. */
	publishedAt: string;
	/** SHA-256 of the snapshot, in hex. */
	hash: string;
	depth: PublicDepth;
	licence: Licence;
	contact: string;
	instrument: Named & {
		version: string;
		decree: { adoptedBy: string; decreeNumber: string; decreeDate: string } | null;
	};
	levels: { level: number; name: string }[];
	/** Classes, the highest first, with the number of kabupaten and kota in each. */
	classes: (Named & { meaning: string; minIndex: number; minGate: number | null; count: number })[];
	predicates: (Named & { from: number })[];
	domains: PublicDomain[];
	/** Class that the round aims at, and the number of kabupaten and kota that reached it. */
	target: Named & { reached: number };
	/** Numbers of kabupaten and kota: all, those without a class, those with a provisional one. */
	total: number;
	notAssessed: number;
	provisional: number;
	/** Mean index over the kabupaten and kota; null = not opened. */
	mean: Mean | null;
	/** The simulation of the ranking; null = not opened, or not made. */
	uncertainty: { runs: number; meanShift: number } | null;
	/** Regions by rank (without an index: by class), the province last. */
	regions: PublicRegion[];
}

/** Metadata of one statistical indicator by the entries of BPS's form for indicators (MS-Ind). The names of the entries
 *  are the form's own, so they stay Indonesian in every language.
 *  @see Peraturan BPS 5/2020; entries as in shared domain notes, sources S47 and S48 */
export interface IndicatorMetadata {
	kode: string;
	nama: string;
	konsep: string;
	definisi: string;
	interpretasi: string;
	metode: string;
	ukuran: string;
	satuan: string;
	klasifikasi_penyajian: string[];
	indikator_komposit: boolean;
	indikator_pembangun: string[];
	variabel_pembangun: string[];
	level_estimasi: string;
	periode: string;
	dapat_diakses_umum: boolean;
}

/** Reason for a missing GeoJSON: no boundaries when the round was published, or none that may be passed on. */
export type NoGeoJson = 'no_boundaries' | 'no_open_licence';

/** A file to download, with size and hash to check it by. */
export interface PublicFile<Name extends string = string> {
	name: Name;
	bytes: number;
	/** Hash of its bytes, in hex. */
	sha256: string;
}
