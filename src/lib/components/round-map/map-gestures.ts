import { type Direction, neighbourTowards, type Place } from '#lib/domain/geography/neighbour-towards.ts';
import { moved, scaled, WHOLE, type Zoom } from '#lib/domain/geography/zoom.ts';

interface Control {
	zoom: () => Zoom;
	setZoom: (zoom: Zoom) => void;
	/** Takes the region that was chosen by its link. */
	choose: (code: string) => void;
}

const ARROWS: Readonly<Record<string, Direction>> = {
	ArrowLeft: 'left',
	ArrowRight: 'right',
	ArrowUp: 'up',
	ArrowDown: 'down'
};
const STEP = 1.6;
/** Pixels that a press may move and still be a press. */
const STEADY = 5;

/** Lets a map be gone through by arrow keys, zoomed by `+ − 0`, by Ctrl and wheel and by two fingers, and moved by
 *  dragging once it is zoomed. A plain wheel and one finger on the whole map scroll the page, as everywhere.
 *  @returns an attachment for the element that holds the drawing */
export function mapGestures({ zoom, setZoom, choose }: Control) {
	return (node: HTMLElement) => {
		const pointers = new Map<number, { x: number; y: number }>();
		let travelled = 0;
		const links = () => [...node.querySelectorAll<SVGAElement>('a[data-region]')];
		const sharesOf = (x: number, y: number) => {
			const box = node.getBoundingClientRect();
			const current = zoom();
			return {
				x: current.x + ((x - box.x) / box.width - 0.5) / current.scale,
				y: current.y + ((y - box.y) / box.height - 0.5) / current.scale
			};
		};
		const middle = () => {
			const all = [...pointers.values()];
			return {
				x: all.reduce((sum, { x }) => sum + x, 0) / all.length,
				y: all.reduce((sum, { y }) => sum + y, 0) / all.length
			};
		};
		const spread = () => {
			const [a, b] = [...pointers.values()];
			return a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0;
		};

		function wheel(event: WheelEvent): void {
			if (!event.ctrlKey && !event.metaKey) return;
			event.preventDefault();
			setZoom(scaled(zoom(), Math.exp(-event.deltaY / 240), sharesOf(event.clientX, event.clientY)));
		}
		function press(event: PointerEvent): void {
			if (event.pointerType === 'mouse' && event.button !== 0) return;
			if (pointers.size === 0) travelled = 0;
			pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
		}
		function drag(event: PointerEvent): void {
			const before = pointers.get(event.pointerId);
			if (!before) return;
			const [oldMiddle, oldSpread] = [middle(), spread()];
			pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
			const now = middle();
			travelled += Math.hypot(event.clientX - before.x, event.clientY - before.y);
			const box = node.getBoundingClientRect();
			if (pointers.size === 2 && oldSpread > 0) setZoom(scaled(zoom(), spread() / oldSpread, sharesOf(now.x, now.y)));
			if (zoom().scale > 1 && travelled > STEADY)
				setZoom(moved(zoom(), (oldMiddle.x - now.x) / box.width, (oldMiddle.y - now.y) / box.height));
		}
		function release(event: PointerEvent): void {
			pointers.delete(event.pointerId);
		}
		function click(event: MouseEvent): void {
			const link = (event.target as Element).closest<SVGAElement>('a[data-region]');
			if (zoom().scale > 1 && travelled > STEADY) {
				event.preventDefault();
				event.stopPropagation();
			} else if (link && event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey) {
				event.preventDefault();
				choose(link.dataset['region']!);
			}
		}
		function key(event: KeyboardEvent): void {
			if (event.ctrlKey || event.metaKey || event.altKey) return;
			if (event.key === '+' || event.key === '=') setZoom(scaled(zoom(), STEP));
			else if (event.key === '-') setZoom(scaled(zoom(), 1 / STEP));
			else if (event.key === '0') setZoom(WHOLE);
			else if (!walk(event)) return;
			event.preventDefault();
		}
		function walk({ key, target }: KeyboardEvent): boolean {
			const here = (target as Element).closest<SVGAElement>('a[data-region]');
			if (!here) return false;
			const all = links();
			const places = all.map(placeOf);
			const direction = ARROWS[key];
			const code = direction
				? neighbourTowards(places, placeOf(here), direction)
				: key === 'Home'
					? places[0]?.code
					: key === 'End'
						? places.at(-1)?.code
						: undefined;
			if (code === undefined) return false;
			all.find((link) => link.dataset['region'] === code)?.focus();
			return true;
		}
		/** Keeps one stop for the Tab key, and brings a region that comes into focus into sight. */
		function focus(event: FocusEvent): void {
			const here = (event.target as Element).closest<SVGAElement>('a[data-region]');
			if (!here) return;
			for (const link of links()) link.setAttribute('tabindex', link === here ? '0' : '-1');
			if (zoom().scale <= 1) return;
			const box = node.getBoundingClientRect();
			const { x, y } = placeOf(here);
			if (x < box.left || x > box.right || y < box.top || y > box.bottom) setZoom({ ...zoom(), ...sharesOf(x, y) });
		}
		const drop = (event: Event) => event.preventDefault(); // a link would be dragged in place of the map

		const listeners: [string, (event: never) => void][] = [
			['wheel', wheel],
			['pointerdown', press],
			['click', click],
			['keydown', key],
			['focusin', focus],
			['dragstart', drop]
		];
		for (const [name, listener] of listeners)
			node.addEventListener(name, listener as EventListener, { passive: false });
		window.addEventListener('pointermove', drag);
		window.addEventListener('pointerup', release);
		window.addEventListener('pointercancel', release);
		return () => {
			for (const [name, listener] of listeners) node.removeEventListener(name, listener as EventListener);
			window.removeEventListener('pointermove', drag);
			window.removeEventListener('pointerup', release);
			window.removeEventListener('pointercancel', release);
		};
	};
}

/** The middle of a region on the screen; of a kota its label's, which stands apart from it. */
function placeOf(link: SVGAElement): Place {
	const box = link.getBoundingClientRect();
	return { code: link.dataset['region']!, x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
