import { expect, test } from 'vitest';
import { workedInstrument } from '../../../../tests/support/worked-examples.ts';
import { findPeers } from './peers.ts';

const ikid = workedInstrument();
const codes = ikid.domains.flatMap(({ indicators }) => indicators.map(({ code }) => code));
const all = (level: number) => Object.fromEntries(codes.map((code) => [code, level]));
const helpIn = (code: string, help: ReturnType<typeof findPeers>) => help.find(({ indicator }) => indicator === code);

test('the peer is the most similar one that is higher, not the highest', () => {
	const own = { ...all(3), A3: 1 };
	const help = findPeers(ikid, own, [
		{ code: 'best', answers: all(5) },
		{ code: 'near', answers: { ...all(3), A3: 2 } },
		{ code: 'alike', answers: own }
	]);
	expect(help).toHaveLength(1);
	expect(help[0]).toMatchObject({ indicator: 'A3', level: 1, peer: { code: 'near', level: 2, distance: 0 } });
});

test('the indicator itself does not count for the similarity, which would favour whoever is hardly better', () => {
	const help = findPeers(ikid, { ...all(3), A3: 1 }, [
		{ code: 'b', answers: { ...all(3), A3: 2 } },
		{ code: 'a', answers: { ...all(3), A3: 5 } }
	]);
	expect(helpIn('A3', help)?.peer).toEqual({ code: 'a', level: 5, distance: 0 });
});

test('without anybody higher there is nobody, and that is said', () => {
	const help = findPeers(ikid, all(2), [{ code: 'a', answers: { ...all(2), A1: 'na' } }]);
	expect(help).toHaveLength(codes.length);
	expect(help.every(({ peer }) => peer === null)).toBe(true);
	expect(findPeers(ikid, all(3), [{ code: 'a', answers: all(5) }])).toEqual([]);
	expect(findPeers(ikid, {}, [{ code: 'a', answers: all(5) }])).toEqual([]);
});

test('gates come first', () => {
	const help = findPeers(ikid, all(1), []);
	const gates = ikid.domains.flatMap(({ indicators }) => indicators.filter(({ gate }) => gate)).length;
	expect(help.slice(0, gates).every(({ gate }) => gate)).toBe(true);
	expect(help.slice(gates).some(({ gate }) => gate)).toBe(false);
});
