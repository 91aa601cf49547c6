import { applicableWeights } from '../analysis/applicable-weights.ts';
import type { Instrument } from '../instrument/types.ts';
import type { Answers } from '../scoring/types.ts';
import { profileDistance } from './distance.ts';

/** A region that agreed to show its evidence. */
export interface Candidate {
	code: string;
	answers: Answers;
}

/** A region that can help with one indicator. */
export interface Peer {
	code: string;
	/** Its level of the indicator. */
	level: number;
	/** Distance of the two profiles, the indicator itself left out; in levels. */
	distance: number;
}

/** An indicator in which a region is weak, with the region that can help. */
export interface PeerHelp {
	indicator: string;
	domain: string;
	gate: boolean;
	level: number;
	/** Share of the index that hangs on it, 0–1. */
	weight: number;
	/** The region that helps; null = no region that shares its evidence is a level higher. */
	peer: Peer | null;
}

/** Finds a peer for each indicator in which a region is weak, below the middle of the scale (below 3 of 1 to 5). The
 *  peer is, among the candidates at least one level higher in that indicator, the one with the most similar profile
 *  otherwise; of equally similar ones the higher one, then the one with the lower code. Gates come first, then the
 *  heaviest.
 *  @param candidates regions that agreed; the region itself must not be among them
 *  @see docs/analysis.md */
export function findPeers(instrument: Instrument, own: Answers, candidates: readonly Candidate[]): PeerHelp[] {
	const levels = instrument.levels.map(({ level }) => level);
	const [lowest, highest] = [Math.min(...levels), Math.max(...levels)];
	const weights = applicableWeights(instrument, own);
	const all = applicableWeights(instrument, {});
	const codes = Object.keys(all);
	const levelsOf = (answers: Answers) => codes.map((code) => levelOf(answers, code));
	const ownLevels = levelsOf(own);
	const others = candidates.map((candidate) => ({ ...candidate, levels: levelsOf(candidate.answers) }));
	const help = instrument.domains.flatMap((domain) =>
		domain.indicators.flatMap(({ code, gate }): PeerHelp[] => {
			const level = levelOf(own, code);
			if (level === null || level >= (lowest + highest) / 2) return [];
			const rest = codes.map((other) => (other === code ? 0 : all[other]!));
			const peers = others.flatMap((other): Peer[] => {
				const theirs = levelOf(other.answers, code);
				if (theirs === null || theirs <= level) return [];
				const distance = profileDistance(ownLevels, other.levels, rest, highest - lowest);
				return [{ code: other.code, level: theirs, distance }];
			});
			const [peer = null] = peers.sort(
				(a, b) => a.distance - b.distance || b.level - a.level || (a.code < b.code ? -1 : 1)
			);
			return [{ indicator: code, domain: domain.code, gate, level, weight: weights[code] ?? 0, peer }];
		})
	);
	return help.sort((a, b) => Number(b.gate) - Number(a.gate) || b.weight - a.weight);
}

function levelOf(answers: Answers, code: string): number | null {
	const answer = answers[code];
	return typeof answer === 'number' ? answer : null;
}
