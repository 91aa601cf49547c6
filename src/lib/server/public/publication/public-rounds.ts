import { LICENCES } from '#lib/domain/publication/licences.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { listPublicRounds } from './find-public.ts';
import { publicContent } from './public-content.ts';

/** The public rounds for programs, newest first, with the addresses of their files; in Indonesian, for the addresses
 *  name no language.
 *  @param origin address of this server, without a path
 *  @param now milliseconds */
export function publicRounds(db: Db, origin: string, now: number) {
	const open = listPublicRounds(db, now).filter(({ intact }) => intact);
	return {
		rounds: open.map((round) => {
			const { view, files } = publicContent(round, 'id');
			const page = `${origin}/p/${view.code}`;
			return {
				code: view.code,
				name: view.name,
				sample: view.sample,
				publishedAt: view.publishedAt,
				depth: round.publication.depth,
				licence: LICENCES[view.licence].url,
				snapshotSha256: view.hash,
				page,
				files: files.map(({ name, bytes, sha256 }) => ({ name, url: `${page}/${name}`, bytes, sha256 }))
			};
		})
	};
}
