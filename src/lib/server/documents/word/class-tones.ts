/** Classes from behind to ready, the same everywhere: colour, ink upon it, mark. */
export const TONES = [
	{ fill: 'A6611A', ink: 'FFFFFF', mark: '○' },
	{ fill: 'DFC27D', ink: '2B2110', mark: '◔' },
	{ fill: '80CDC1', ink: '06322B', mark: '◑' },
	{ fill: '018571', ink: 'FFFFFF', mark: '●' }
] as const;
export const INK = '12262F';
const HATCHED = { type: 'pattern', pattern: 'wideUpwardDiagonal', color: 'D9D5CA', backgroundColor: 'FFFFFF' } as const;

/** Fill, ink and outline of a region in a map. */
export function lookOf({
	tone,
	quiet,
	isProvisional
}: {
	tone: number | null;
	quiet: boolean;
	isProvisional: boolean;
}) {
	const look = tone === null ? null : TONES[tone];
	return {
		fill: quiet ? 'F4F1EA' : (look?.fill ?? HATCHED),
		ink: look?.ink ?? INK,
		line: {
			color: isProvisional ? INK : 'D9D5CA',
			width: isProvisional ? 1.5 : 0.75,
			dash: isProvisional ? ('dash' as const) : ('solid' as const)
		}
	};
}
