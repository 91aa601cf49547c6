import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import { formatMoment } from '#lib/words/format-moment.ts';
import { m } from '#lib/paraglide/messages.js';
import RankNote from './RankNote.svelte';

const AT = Date.UTC(2026, 10, 30, 3);

function shown(asOf: number | null): string {
	const regions = { '35.01': { median: 1, from: 1, to: 2 } };
	const bands = { regions, groups: 1, asOf, pending: asOf !== null, mayOpen: false };
	return render(RankNote, { props: { round: 'uji', bands } }).body;
}

test('bands of an earlier state of the data say of what moment they are', () => {
	const said = m.robust_as_of({ at: formatMoment(AT) });
	expect(shown(AT)).toContain(said);
	expect(shown(null)).not.toContain(said);
	expect(shown(null)).toContain(m.robust_note({ regions: 1, groups: 1 }));
});
