import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { sniff } from '#lib/domain/evidence/file-types.ts';
import { hasPermission } from '#lib/server/people/access/access.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { reportEmblems } from '#lib/server/foundation/db/schema.ts';
import { canDraw } from '#lib/server/documents/print/render-pdf.ts';
import { type Emblems } from '#lib/server/documents/write/types.ts';
import { EMBLEM_PLACES, type EmblemPlace } from '#lib/domain/document/kinds.ts';
import { command, record } from '#lib/server/people/commands/command.ts';
import type { Acting } from '#lib/server/people/commands/context.ts';

/** Bytes of a picture. Larger ones make every report heavy and print no better: 20 mm at 600 dpi is 472 pixels. */
export const EMBLEM_BYTES = 1_000_000;

type EmblemSaved = { kind: 'saved' | 'forbidden' | 'too_large' | 'not_an_image' };

/** Reads the coats of arms for the cover of reports; null where there is none. */
export function readEmblems(db: Db): Emblems {
	const rows = db.select().from(reportEmblems).all();
	const at = (place: EmblemPlace) => {
		const row = rows.find((candidate) => candidate.place === place);
		return row ? { type: row.type, content: new Uint8Array(row.content) } : null;
	};
	return { government: at('government'), partner: at('partner') };
}

/** Puts a coat of arms in its place, or takes it away, with its audit entry. A picture that the reports could not
 *  draw is refused here, so that no report fails on it.
 *  @param content bytes of the picture; null takes it away */
export async function saveEmblem(
	context: Acting,
	place: EmblemPlace,
	content: Uint8Array | null
): Promise<EmblemSaved> {
	const { actor } = context;
	if (!hasPermission(actor, 'settings.manage')) return { kind: 'forbidden' };
	if (content === null) {
		replace(context, place, null);
		return { kind: 'saved' };
	}
	if (content.length > EMBLEM_BYTES) return { kind: 'too_large' };
	const type = sniff(content);
	if (type !== 'png' && type !== 'jpeg') return { kind: 'not_an_image' };
	if (!(await canDraw({ type, content }))) return { kind: 'not_an_image' };
	replace(context, place, { type, content });
	return { kind: 'saved' };
}

function replace(context: Acting, place: EmblemPlace, emblem: Emblems[EmblemPlace]): void {
	command(context, (tx, within) => {
		const at = eq(reportEmblems.place, place);
		const before = tx.select({ sha256: reportEmblems.sha256 }).from(reportEmblems).where(at).get() ?? null;
		const sha256 = emblem && createHash('sha256').update(emblem.content).digest('hex');
		if ((before?.sha256 ?? null) === sha256) return;
		tx.delete(reportEmblems).where(at).run();
		if (emblem)
			tx.insert(reportEmblems)
				.values({ place, type: emblem.type, content: Buffer.from(emblem.content), sha256: sha256! })
				.run();
		record(within, { action: 'emblem.change', subject: place, before, after: sha256 && { sha256 } });
	});
}

/** Finds a place by its name in an address or a form; null when no place has the name. */
export function emblemPlace(name: unknown): EmblemPlace | null {
	return EMBLEM_PLACES.find((place) => place === name) ?? null;
}
