/**
 * Draws the house from the imports of its code, for docs/architecture.md: `npm run draw` writes both drawings.
 * An import that went up, or closed a circle, would stand out in red.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { FLOORS, roomOf, WINGS, wingOf } from './floors.ts';
import { circlesOf, type Import, readImports } from './import-graph.ts';

const SERVER = 'lib/server/';
export const FOLDER = 'docs/drawings';

interface Edge extends Import {
	/** Number of imports that it stands for. */
	count: number;
}

/** One band of the first drawing: a floor or a wing of the server, with its rooms. */
interface Band {
	name: string;
	rooms: string[];
	isWing: boolean;
}

const INK = '#1b2a33';
const PALE = '#8496a0';
const ARROW = '#018571';
const WRONG = '#c0392b';
const FONT = 'font-family="Plus Jakarta Sans, system-ui, sans-serif"';

/** Draws both drawings; by the name of their file. */
export function drawHouse(imports: readonly Import[] = readImports()): Record<'floors.svg' | 'rooms.svg', string> {
	return { 'floors.svg': drawFloors(imports), 'rooms.svg': drawRooms(imports) };
}

/** Draws floors and wings from top to bottom, and the imports between them as arcs: the thicker, the more. */
function drawFloors(imports: readonly Import[]): string {
	const bands = bandsOf(imports);
	const rank = new Map(bands.map(({ name }, at) => [name, at]));
	const edges = counted(imports, bandOf).filter(({ from, to }) => rank.has(from) && rank.has(to));
	const [left, width, line] = [20, 600, 54];
	const top = (at: number) => 20 + at * line;
	const boxes = bands.map(({ name, rooms, isWing }, at) => {
		const [x, wide] = isWing ? [left + 24, width - 24] : [left, width];
		const fill = isWing ? '#f3f7f6' : '#ffffff';
		return (
			`<rect x="${x}" y="${top(at)}" width="${wide}" height="${line - 8}" rx="4" fill="${fill}" stroke="${PALE}"/>` +
			`<text x="${x + 10}" y="${top(at) + 15}" font-size="12" font-weight="700" fill="${INK}">${name}</text>` +
			linesOf(rooms)
				.map(
					(text, row) =>
						`<text x="${x + 10}" y="${top(at) + 28 + row * 12}" font-size="9.5" fill="${INK}">${text}</text>`
				)
				.join('')
		);
	});
	const arcs = edges.map(({ from, to, count }) => {
		const [a, b] = [rank.get(from)!, rank.get(to)!];
		const colour = b > a ? ARROW : WRONG;
		const [start, end] = [top(a) + line / 2 - 2, top(b) + line / 2 - 10];
		const reach = left + width + 14 + Math.abs(b - a) * 15;
		return (
			`<path d="M${left + width} ${start} C${reach} ${start} ${reach} ${end} ${left + width + 5} ${end}" fill="none" ` +
			`stroke="${colour}" stroke-opacity="0.55" stroke-width="${(0.6 + Math.log10(count)).toFixed(2)}" marker-end="url(#head)">` +
			`<title>${from} → ${to}: ${count}</title></path>`
		);
	});
	const title = 'Floors and wings: imports go down only';
	return sheet(left + width + 240, top(bands.length) + 10, title, [...boxes, ...arcs]);
}

/** Draws each room of the server as a row of those that it imports: from bottom to top, so all marks are below the
 *  diagonal. */
function drawRooms(imports: readonly Import[]): string {
	const edges = counted(imports.filter(isInServer), (file) => roomOf(file.slice(SERVER.length)));
	const rooms = roomsInOrder(edges);
	const at = new Map(rooms.map((room, place) => [room, place]));
	const circled = new Set(circlesOf(edges).flat());
	const [cell, left, top] = [13, 170, 20];
	const side = rooms.length * cell;
	const names = rooms.map((room, row) => {
		const colour = circled.has(room) ? WRONG : INK;
		const y = top + row * cell + 10;
		return `<text x="${left - 6}" y="${y}" font-size="9.5" text-anchor="end" fill="${colour}">${room}</text>`;
	});
	const wings = WINGS.map((wing) => {
		const own = rooms.flatMap((room, row) => (wingOf(room) === wing ? [row] : []));
		if (own.length === 0) return '';
		const [from, size] = [own[0]! * cell, own.length * cell];
		return (
			`<rect x="${left + from}" y="${top + from}" width="${size}" height="${size}" fill="#e4f1ef" stroke="${PALE}"/>` +
			`<text x="${left + from + size + 4}" y="${top + from + 11}" font-size="10.5" font-weight="700" fill="${INK}">${wing}</text>`
		);
	});
	const marks = edges.map(({ from, to, count }) => {
		const [row, column] = [at.get(from)!, at.get(to)!];
		const size = Math.min(cell - 3, 3 + Math.log2(count) * 1.6);
		const colour = column < row && !(circled.has(from) && circled.has(to)) ? ARROW : WRONG;
		const [x, y] = [left + (column + 0.5) * cell - size / 2, top + (row + 0.5) * cell - size / 2];
		return (
			`<rect x="${x.toFixed(1)}" y="${y.toFixed(1)}" width="${size.toFixed(1)}" height="${size.toFixed(1)}" fill="${colour}">` +
			`<title>${from} → ${to}: ${count}</title></rect>`
		);
	});
	const frame = `<path d="M${left} ${top}V${top + side}H${left + side}L${left} ${top}" fill="none" stroke="${PALE}"/>`;
	const title = 'Rooms of lib/server: each row imports the columns marked; below the diagonal is down';
	return sheet(left + side + 90, top + side + 12, title, [...wings, frame, ...names, ...marks]);
}

/** Rooms from bottom to top: by wing, then each after those that it imports. */
function roomsInOrder(edges: readonly Edge[]): string[] {
	const rooms = [...new Set(edges.flatMap(({ from, to }) => [from, to]))].sort();
	const depth = new Map<string, number>();
	const depthOf = (room: string, above: readonly string[] = []): number => {
		if (above.includes(room)) return 0; // a circle is shown, not followed
		const known = depth.get(room);
		if (known !== undefined) return known;
		const below = edges.filter(({ from, to }) => from === room && wingOf(to) === wingOf(room));
		const found = 1 + Math.max(0, ...below.map(({ to }) => depthOf(to, [...above, room])));
		depth.set(room, found);
		return found;
	};
	const wing = (room: string) => WINGS.indexOf(wingOf(room));
	return rooms.sort((a, b) => wing(a) - wing(b) || depthOf(a) - depthOf(b) || a.localeCompare(b));
}

/** Bands from top to bottom: the floors, with the wings in place of the server. */
function bandsOf(imports: readonly Import[]): Band[] {
	const files = [...new Set(imports.flatMap(({ from, to }) => [from, to]))];
	const folders = (floor: string) =>
		[...new Set(files.filter((file) => file.startsWith(`${floor}/`)).map((file) => file.slice(floor.length + 1)))]
			.filter((path) => path.includes('/'))
			.map((path) => path.split('/')[0]!);
	const rooms = [
		...new Set(files.filter((file) => file.startsWith(SERVER)).map((file) => roomOf(file.slice(SERVER.length))))
	];
	return FLOORS.toReversed().flatMap((floor): Band[] => {
		if (floor.includes('lib/server'))
			return WINGS.toReversed().map((wing) => ({
				name: wing === 'top' ? 'server: top' : `server/${wing}`,
				rooms: rooms
					.filter((room) => wingOf(room) === wing)
					.map((room) => room.replace(`${wing}/`, ''))
					.sort(),
				isWing: true
			}));
		return floor
			.filter((name) => files.some((file) => file.startsWith(`${name}/`)) && name !== 'lib/paraglide')
			.map((name) => ({
				name,
				rooms: name === 'routes' ? ['pages', 'form actions'] : [...new Set(folders(name))].sort(),
				isWing: false
			}));
	});
}

/** The names of rooms in lines that fit a band. */
function linesOf(rooms: readonly string[]): string[] {
	const lines: string[] = [];
	for (const room of rooms) {
		const last = lines.at(-1);
		if (last !== undefined && last.length + room.length < 96) lines[lines.length - 1] = `${last} · ${room}`;
		else lines.push(room);
	}
	return lines;
}

function bandOf(file: string): string {
	if (file.startsWith(SERVER)) {
		const wing = wingOf(roomOf(file.slice(SERVER.length)));
		return wing === 'top' ? 'server: top' : `server/${wing}`;
	}
	return FLOORS.flat().find((floor) => file.startsWith(`${floor}/`)) ?? '';
}

function isInServer({ from, to }: Import): boolean {
	return from.startsWith(SERVER) && to.startsWith(SERVER);
}

/** Imports between the groups that files belong to, each pair once. */
function counted(imports: readonly Import[], group: (file: string) => string): Edge[] {
	const counts = new Map<string, Edge>();
	for (const each of imports) {
		const [from, to] = [group(each.from), group(each.to)];
		if (from === to) continue;
		const edge = counts.get(`${from} ${to}`);
		if (edge) edge.count += 1;
		else counts.set(`${from} ${to}`, { from, to, count: 1 });
	}
	return [...counts.values()].sort((a, b) => a.from.localeCompare(b.from) || a.to.localeCompare(b.to));
}

function sheet(width: number, height: number, title: string, parts: readonly string[]): string {
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" ${FONT}>`,
		`<title>${title}</title>`,
		`<defs><marker id="head" viewBox="0 0 6 6" refX="5" refY="3" markerWidth="6" markerHeight="6" orient="auto" markerUnits="userSpaceOnUse"><path d="M0 0L6 3L0 6z" fill="${ARROW}"/></marker></defs>`,
		`<rect width="100%" height="100%" fill="#fdfdfb"/>`,
		...parts,
		'</svg>',
		''
	].join('\n');
}

if (import.meta.main) {
	mkdirSync(FOLDER, { recursive: true });
	for (const [name, drawing] of Object.entries(drawHouse())) writeFileSync(`${FOLDER}/${name}`, drawing);
}
