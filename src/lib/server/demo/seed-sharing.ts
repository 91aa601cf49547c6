import type { AuditEntry } from '#lib/server/people/audit/append-audit.ts';
import { evidenceShares } from '#lib/server/foundation/db/schema.ts';
import type { Round } from '#lib/server/rounds/round/find-round.ts';
import type { Seeding } from './seeding.ts';

const DAY = 86_400_000;
/** Regions that agreed to share their evidence, some ahead and some in the middle. */
const SHARING = ['35.04', '35.05', '35.07', '35.15', '35.22', '35.24', '35.25', '35.73', '35.76', '35.78'];

/** Adds agreements of some regions to share their evidence with regions that need help, spread over the round's
 *  second month. */
export function seedSharing(
	{ tx, now, log }: Seeding,
	round: Round,
	{
		writerOf,
		actorOf
	}: { writerOf: (track: 'self', regionCode: string) => string; actorOf: (userId: string) => AuditEntry['actor'] }
): void {
	for (const [place, regionCode] of SHARING.entries()) {
		const agreedBy = writerOf('self', regionCode);
		const agreedAt = now - (24 - 2 * place) * DAY;
		tx.insert(evidenceShares).values({ roundId: round.id, regionCode, agreedBy, agreedAt }).run();
		log.push({
			at: agreedAt,
			actor: actorOf(agreedBy),
			action: 'evidence.share',
			subject: `${round.code}/${regionCode}`,
			before: { shared: false },
			after: { shared: true }
		});
	}
}
