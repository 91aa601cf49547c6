import type { ClientInit } from '@sveltejs/kit';
import { setTimeZone } from '#lib/words/time-zone.ts';

/** Days and hours are those of the installation, not of the reader's machine. */
export const init: ClientInit = () => {
	const zone = document.documentElement.dataset.timeZone;
	if (zone) setTimeZone(zone);
};
