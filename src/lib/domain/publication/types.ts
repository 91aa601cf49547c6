import type { Mean } from '../analysis/types.ts';
import type { Region } from '../geography/types.ts';
import type { AnswerValue } from '../scoring/types.ts';
import type { PublicDepth } from './depth.ts';
import type { Licence } from './licences.ts';

/** What the public sees of one region; null = not opened to this depth, or there is none. */
export interface PublicRegion {
	region: Region;
	/** `provisional` = not all indicators were answered; `none` = no result. */
	state: 'assessed' | 'provisional' | 'none';
	readinessClass: string | null;
	/** Among the kabupaten and kota by index; null for the province. */
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
	/** Of the weight of all domains, 0–1. */
	share: number;
	/** Over the kabupaten and kota; null = not opened. */
	mean: Mean | null;
	indicators: (Named & { question: string | null; mean: Mean | null })[];
}

/** All that the public may see of a round, in one language: whatever is shown or sent without login is made from this and
 *  nothing else, so that a depth holds in every format. Plain data. */
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
	/** Highest first, with how many kabupaten and kota are in each. */
	classes: (Named & { meaning: string; minIndex: number; minGate: number | null; count: number })[];
	predicates: (Named & { from: number })[];
	domains: PublicDomain[];
	/** The class that the round aims at, and how many kabupaten and kota reached it. */
	target: Named & { reached: number };
	/** How many kabupaten and kota there are, without a class, and with one that is provisional. */
	total: number;
	notAssessed: number;
	provisional: number;
	/** Index over the kabupaten and kota; null = not opened. */
	mean: Mean | null;
	/** The simulation of the ranking; null = not opened, or not made. */
	uncertainty: { runs: number; meanShift: number } | null;
	/** By rank (without an index: by class), the province last. */
	regions: PublicRegion[];
}

/** Metadata of one statistical indicator by the entries of BPS's form for indicators (MS-Ind). The names of the entries are
 *  the form's own, so they stay Indonesian in every language.
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

/** Why there is no GeoJSON: no boundaries when the round was published, or none that may be passed on. */
export type NoGeoJson = 'no_boundaries' | 'no_open_licence';

/** A file to download, with what to check it by. */
export interface PublicFile<Name extends string = string> {
	name: Name;
	bytes: number;
	/** In hex. */
	sha256: string;
}
