import { say } from '#lib/words/say.ts';
import { renderSVG } from 'uqr';
import type { Stamp } from '#lib/server/documents/write/types.ts';
import type { Locale } from '#lib/domain/locale.ts';

/** Gives the marks by which a paper can be checked: the code on every page, the QR code once, and DRAF across the
 *  pages of a document that may still change. */
export function stampOf(stamp: Stamp | null, state: 'draft' | 'final', locale: Locale) {
	return {
		watermark: state === 'draft' ? say(locale).report_watermark({}) : null,
		code: stamp && say(locale).report_code({ code: stamp.code }),
		qr: stamp?.address
			? {
					svg: renderSVG(stamp.address, { ecc: 'M', border: 0, pixelSize: 4 }),
					alt: say(locale).report_qr_alt({ address: stamp.address }),
					title: say(locale).report_check_title({}),
					text: say(locale).report_check_text({}),
					address: stamp.address
				}
			: null
	};
}
