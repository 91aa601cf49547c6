/** Figures of one form as printed in Indonesian, by kind and by code where a kind has several: `index`, `domain A`.
 *  `–` = none or unanswered, `t.b.` = not applicable, `?` = not found in its place. */
export type Figures = Record<string, string>;

/** Figures by the name of the form that shows them. */
export type Forms = Record<string, Figures>;

export const NONE = '–';
export const NOT_APPLICABLE = 't.b.';
export const NOT_FOUND = '?';

/** Forms whose text is compared with plain spaces: that of a PDF loses the non-breaking ones. */
const PLAIN_SPACES = /^pdf/i;

/** Kind of a figure: the word before its code. */
export function kindOf(key: string): string {
	return key.split(' ')[0]!;
}

/** Lists every place where two forms do not say the same, as `pdf: level A1 3, not 4`. A figure of only one form is
 *  compared with nothing; the first form that shows a figure is held against all others. */
export function differences(forms: Forms): string[] {
	const first: Record<string, [form: string, shown: string]> = {};
	const found: string[] = [];
	for (const [form, figures] of Object.entries(forms))
		for (const [key, shown] of Object.entries(figures)) {
			const known = first[key];
			if (!known) first[key] = [form, shown];
			else if (!isSame([form, shown], known)) found.push(`${form}: ${key} ${shown}, not ${known[1]}`);
		}
	return found;
}

function isSame([form, shown]: [string, string], [other, expected]: [string, string]): boolean {
	const isLoose = PLAIN_SPACES.test(form) || PLAIN_SPACES.test(other);
	return isLoose ? withSpaces(shown) === withSpaces(expected) : shown === expected;
}

function withSpaces(text: string): string {
	return text.replaceAll('\u00a0', ' ');
}

/** Kinds by the forms that show them, parted by spaces, each with the least number of subjects that it is read for. */
export type Kinds = Record<string, Record<string, number>>;

/** Lists kinds that were read too seldom from a named form, and kinds that were read although they are not named.
 *  @param all all forms of every subject */
export function unread(kinds: Kinds, all: readonly Forms[]): string[] {
	const counts = new Map<string, number>();
	for (const forms of all)
		for (const [form, figures] of Object.entries(forms)) {
			const read = new Set(Object.keys(figures).filter((key) => figures[key] !== NOT_FOUND));
			for (const kind of new Set([...read].map(kindOf)))
				counts.set(`${kind} ${form}`, (counts.get(`${kind} ${form}`) ?? 0) + 1);
		}
	const named = Object.entries(kinds).flatMap(([kind, forms]) =>
		Object.entries(forms).flatMap(([list, least]) => list.split(' ').map((form) => [`${kind} ${form}`, least] as const))
	);
	const known = new Set<string>(named.map(([name]) => name));
	return [
		...named.flatMap(([name, least]) => {
			const count = counts.get(name) ?? 0;
			return count < least ? [`${name}: read of ${count}, not ${least}`] : [];
		}),
		...[...counts].flatMap(([name, count]) => (known.has(name) ? [] : [`${name}: read of ${count}, not in the table`]))
	];
}

/** Spoils a kind in every form that shows it after the first, one at a time: the forms that then stand beside each
 *  other, and the differences that must be found. */
export function spoiled(kind: string, all: readonly Forms[]): { forms: Forms; expected: string[] }[] {
	const seen = new Set<string>();
	return all.flatMap((forms) => {
		const keys = new Set(
			Object.values(forms).flatMap((figures) => Object.keys(figures).filter((key) => kindOf(key) === kind))
		);
		return [...keys].flatMap((key) => {
			const [first, ...others] = Object.keys(forms).filter((form) => forms[form]![key] !== undefined);
			return others
				.filter((form) => !seen.has(form) && seen.add(form))
				.map((form) => {
					const shown = `${forms[form]![key]}0`;
					return {
						forms: { ...forms, [form]: { ...forms[form], [key]: shown } },
						expected: [`${form}: ${key} ${shown}, not ${forms[first!]![key]}`]
					};
				});
		});
	});
}

/** Figures by code, for all items of a list. */
export function byCode<Item extends { code: string; name: { id: string } }>(
	kind: string,
	items: readonly Item[],
	read: (code: string, name: string, place: number) => string
): Figures {
	return Object.fromEntries(items.map(({ code, name }, place) => [`${kind} ${code}`, read(code, name.id, place)]));
}
