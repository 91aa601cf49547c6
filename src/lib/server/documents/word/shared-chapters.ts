import type { Frame } from './written-frame.ts';
import { type Block, captioned, heading, paragraph, passage, strong, table } from './parts.ts';

/** Composes the introduction: basis, aim, scope, team and calendar of the round. */
export function introduction({ introduction: I, show }: Frame): Block[] {
	if (!show.introduction) return [];
	const L = I.labels;
	const listed = (caption: string, head: [string, string], rows: [string, string][], none: string): Block[] =>
		rows.length === 0
			? [paragraph([{ text: none, quiet: true }])]
			: captioned(
					caption,
					table(
						[
							{ head: head[0], width: 3 },
							{ head: head[1], width: 2 }
						],
						rows
					)
				);
	return [
		heading(1, L.title),
		heading(2, L.basis),
		...I.basis.map((text) => paragraph(text)),
		heading(2, L.aim),
		...passage(I.aim),
		heading(2, L.scope),
		...I.scope.map((text) => paragraph(text)),
		heading(2, L.team),
		...listed(
			L.table_team,
			[L.col_assessor, L.col_regions],
			I.team.map(({ name, regions }) => [name, regions]),
			L.team_none
		),
		heading(2, L.calendar),
		...listed(
			L.table_calendar,
			[L.col_milestone, L.col_period],
			I.calendar.map(({ name, period }) => [name, period]),
			L.calendar_none
		)
	];
}

/** Composes the chapter of the method. */
export function method({ method: M, labels: L }: Frame): Block[] {
	return [
		heading(1, L.method),
		...M.paragraphs.map((text) => paragraph(text)),
		heading(2, L.levels_heading),
		...captioned(
			L.table_levels,
			table(
				[
					{ head: L.col_level, width: 1 },
					{ head: L.col_name, width: 2 },
					{ head: L.col_meaning, width: 6 }
				],
				M.levels.map(({ level, name, meaning }) => [level, strong(name), meaning])
			)
		),
		heading(2, L.classes_heading),
		...captioned(
			L.table_classes,
			table(
				[
					{ head: L.col_class, width: 3 },
					{ head: L.col_min_index, width: 2 },
					{ head: L.col_min_gate, width: 2 },
					{ head: L.col_meaning, width: 5 }
				],
				M.classes.map(({ name, index, gate, meaning }) => [strong(name), index, gate, meaning])
			)
		),
		heading(2, L.predicates_heading),
		...captioned(
			L.table_predicate_ranges,
			table(
				[
					{ head: L.col_predicate, width: 1 },
					{ head: L.col_index, width: 2 }
				],
				M.predicates.map(({ name, range }) => [strong(name), range])
			)
		)
	];
}
