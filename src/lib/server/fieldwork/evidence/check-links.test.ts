import { like } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { NOW, PEOPLE, withSmallRound } from '../../../../../tests/support/small-round.ts';
import { findAssessment } from '#lib/server/rounds/assessment/find-assessment.ts';
import { assessments, auditLog, evidence, rounds } from '#lib/server/foundation/db/schema.ts';
import type { CheckedLink } from './check-link.ts';
import { checkLinks } from './check-links.ts';
import { listEvidence } from './list-evidence.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const dead: CheckedLink = { status: 'dead', detail: 'gone' };
const alive: CheckedLink = { status: 'alive', detail: null };
const small = withSmallRound();

beforeEach(() => addLink('tautan', 'https://jdih.contoh.go.id/perbup'));

function addLink(id: string, url: string): void {
	const { assessment } = findAssessment(small.db, PEOPLE.pacitan, 'evidence.read', {
		round: 'uji',
		region: '35.01',
		agency: null
	})!;
	const piece = { id, url, title: 'Perbup', kind: 'regulation' as const, track: 'self' as const };
	small.db
		.insert(evidence)
		.values({ ...piece, assessmentId: assessment.id, addedBy: 'pacitan', addedAt: NOW })
		.run();
}

const shown = () => {
	const row = small.db.select().from(assessments).all().find(({ regionCode }) => regionCode === '35.01')!; // prettier-ignore
	return listEvidence(small.db, PEOPLE.pacitan, row.id, { now: NOW, locale: 'id' }).map(({ link }) => link);
};
const logged = () =>
	small.db
		.select()
		.from(auditLog)
		.where(like(auditLog.action, 'evidence.link_%'))
		.all()
		.map(({ action, subject }) => [action, subject]);
const answers = (found: CheckedLink | null) => () => Promise.resolve(found);

test('a link that died is shown as dead since it was first found so, and one that came back as alive', async () => {
	expect(shown()).toMatchObject([{ status: null, since: null }]);
	await checkLinks(small.db, NOW, answers(dead));
	await checkLinks(small.db, NOW + 2 * DAY, answers(dead));
	expect(shown()).toMatchObject([
		{
			status: 'dead',
			detail: 'gone',
			since: new Date(NOW).toISOString(),
			checkedAt: new Date(NOW + 2 * DAY).toISOString()
		}
	]);
	await checkLinks(small.db, NOW + 4 * DAY, answers(alive));
	expect(shown()).toMatchObject([{ status: 'alive', detail: null, since: new Date(NOW + 4 * DAY).toISOString() }]);
	expect(logged()).toEqual([
		['evidence.link_dead', 'uji/35.01/tautan'],
		['evidence.link_alive', 'uji/35.01/tautan']
	]);
});

test('a link is looked at once a day; one that could not be asked is asked again, and is not dead', async () => {
	const asked: string[] = [];
	const check = (found: CheckedLink | null) => (url: string) => {
		asked.push(url);
		return Promise.resolve(found);
	};
	await checkLinks(small.db, NOW, check(null));
	expect(shown()).toMatchObject([{ status: null, checkedAt: null }]);
	await checkLinks(small.db, NOW + HOUR, check(alive));
	await checkLinks(small.db, NOW + 2 * HOUR, check(dead));
	expect(asked).toHaveLength(2);
	expect(shown()).toMatchObject([{ status: 'alive' }]);
	expect(logged()).toEqual([]); // found alive at first is no news
});

test('neither what was removed nor a round that is over is looked at', async () => {
	const never = () => Promise.reject(new Error('asked'));
	small.db.update(evidence).set({ removedAt: NOW }).run();
	await checkLinks(small.db, NOW, never);
	small.db.update(evidence).set({ removedAt: null }).run();
	small.db.update(rounds).set({ status: 'published' }).run();
	await checkLinks(small.db, NOW, never);
	expect(shown()).toMatchObject([{ checkedAt: null }]);
});
