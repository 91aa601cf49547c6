import { z } from 'zod';
import type { ProfileFaultCode } from './profile-fault.ts';

/** Bound of the number of regions, above that of all Indonesia. */
export const MOST_REGIONS = 600;
/** Last row and column of the grid of tiles, from 0: it is ten wide and at most thirty long. */
const GRID = { rows: 29, columns: 9 };

const says = (code: ProfileFaultCode) => ({ error: code });

const plain = (most: number) => z.string(says('text')).trim().min(1, says('text')).max(most, says('text'));
const text = (most: number) => z.strictObject({ id: plain(most), en: plain(most) }, says('map'));
const number = (from: number, to: number) => z.number(says('number')).min(from, says('number')).max(to, says('number'));
const lat = number(-90, 90);
const lon = number(-180, 180);
const list = <T extends z.ZodType>(item: T, most: number) =>
	z.array(item, says('list')).min(1, says('list')).max(most, says('list'));

const extent = z
	.tuple([lon, lat, lon, lat], says('extent'))
	.refine(([west, south, east, north]) => east > west && north > south, says('extent'));

const abbreviation = z
	.string(says('abbreviation'))
	.regex(/^[\p{L}\d]{2,6}$/u, says('abbreviation'))
	.nullish();

const Region = z.strictObject(
	{
		code: z.string(says('region_code')).regex(/^\d{2}\.\d{2}$/, says('region_code')),
		name: plain(80).regex(/^(?:Kabupaten|Kota) \S/, says('region_name')),
		type: z.enum(['kabupaten', 'kota'], says('type')),
		area: plain(60).nullish(),
		/** Its area is not certain. */
		unconfirmed: z.boolean(says('text')).default(false),
		capital: plain(80),
		lat,
		lon,
		tile: z
			.tuple([number(0, GRID.rows).int(says('number')), number(0, GRID.columns).int(says('number'))], says('list'))
			.nullish(),
		abbreviation,
		label: z.tuple([lon, lat], says('list')).nullish()
	},
	says('map')
);

/** A profile as its file writes it. Messages are codes of faults. */
export const ProfileFile = z.strictObject(
	{
		code: z.string(says('province_code')).regex(/^\d{2}$/, says('province_code')),
		name: text(80),
		region_name: plain(80),
		capital: plain(80),
		lat,
		lon,
		abbreviation,
		zone: z.string(says('zone')).refine(isZone, says('zone')),
		grouping: z
			.strictObject({ name: text(40), groups: list(plain(60), 40), note: text(600).nullish() }, says('map'))
			.nullish(),
		offices: z.strictObject(
			{
				government: text(120),
				partner: text(120).nullish(),
				head: text(120),
				contact: text(120),
				data_office: text(120),
				signer: text(160)
			},
			says('map')
		),
		examples: z
			.strictObject(
				{
					region: z.string(says('example')).nullish(),
					search: z.string(says('example')).nullish(),
					address: text(160).nullish()
				},
				says('map')
			)
			.nullish(),
		map: z
			.strictObject(
				{
					latitude: lat,
					main: extent,
					insets: z
						.array(
							z.strictObject(
								{ name: plain(40), extent, x: number(0, 900), y: number(0, 400), scale: number(0.05, 5) },
								says('map')
							),
							says('list')
						)
						.max(12, says('list'))
						.nullish()
				},
				says('map')
			)
			.nullish(),
		regions: list(Region, MOST_REGIONS)
	},
	says('map')
);
export type ProfileFile = z.infer<typeof ProfileFile>;

/** Tells whether the runtime knows a zone by its name; offsets such as `+07:00` have none. */
function isZone(zone: string): boolean {
	if (!/^[A-Z][A-Za-z_]+(?:\/[A-Za-z0-9_+-]+)*$/.test(zone)) return false;
	try {
		// eslint-disable-next-line no-restricted-syntax -- nothing is written: the runtime is asked which zones it knows
		return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
	} catch {
		return false;
	}
}
