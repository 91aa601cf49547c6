import { Chart, Filler, LineElement, PointElement, RadarController, RadialLinearScale, Tooltip } from 'chart.js';

Chart.register(RadarController, RadialLinearScale, PointElement, LineElement, Filler, Tooltip);

export interface RadarData {
	axes: readonly { code: string; name: string }[];
	max: number;
	/** Series, first the one that the radar is about; null = no value, which leaves a gap. */
	series: readonly { name: string; values: readonly (number | null)[] }[];
	format: (value: number) => string;
}

/** Width in CSS pixels below which names of domains would run out of the picture. */
const NARROW = 460;

/** Draws a radar on the canvas in the page's own colours; the returned function takes it away again. */
export function drawRadar(canvas: HTMLCanvasElement, { axes, max, series, format }: RadarData): () => void {
	const colour = (token: string) => resolveColour(canvas, token);
	const [ink, quiet, line, accent] = [colour('--fg'), colour('--fg-2'), colour('--line'), colour('--accent')];
	const isNarrow = canvas.parentElement!.clientWidth < NARROW;
	const font = { family: getComputedStyle(canvas).fontFamily, size: 12 };
	const chart = new Chart(canvas, {
		type: 'radar',
		data: {
			// a phone has room for the codes alone: the table beside tells their names
			labels: axes.map(({ code, name }) => (isNarrow ? code : wrapWords(`${code} ${name}`, 18))),
			datasets: series.map(({ name, values }, order) => ({
				label: name,
				data: [...values],
				borderColor: order === 0 ? accent : quiet,
				backgroundColor: order === 0 ? `color-mix(in srgb, ${accent} 16%, transparent)` : 'transparent',
				pointBackgroundColor: order === 0 ? accent : quiet,
				borderWidth: order === 0 ? 2.5 : 1.5,
				borderDash: order === 0 ? [] : [5, 4],
				pointRadius: order === 0 ? 4 : 2.5,
				pointStyle: order === 0 ? 'circle' : 'rect'
			}))
		},
		options: {
			animation: false,
			maintainAspectRatio: false,
			layout: { padding: 4 },
			plugins: {
				tooltip: {
					callbacks: { label: ({ dataset, parsed }) => `${dataset.label}: ${format(parsed.r)}` }
				}
			},
			scales: {
				r: {
					min: 0,
					max,
					grid: { color: line },
					angleLines: { color: line },
					ticks: { stepSize: 1, color: quiet, backdropColor: 'transparent', font: { ...font, size: 10 } },
					pointLabels: { color: ink, font }
				}
			}
		}
	});
	return () => chart.destroy();
}

/** A token's colour as the canvas understands it: `light-dark()` is worked out by the browser, not by Chart.js. */
function resolveColour(near: HTMLElement, token: string): string {
	const probe = document.createElement('span');
	probe.style.color = `var(${token})`;
	near.parentElement!.append(probe);
	const { color } = getComputedStyle(probe);
	probe.remove();
	return color;
}

function wrapWords(text: string, width: number): string[] {
	const lines: string[] = [];
	for (const word of text.split(' ')) {
		const joined = `${lines.at(-1) ?? ''} ${word}`.trim();
		if (lines.length > 0 && joined.length <= width) lines[lines.length - 1] = joined;
		else lines.push(word);
	}
	return lines;
}
