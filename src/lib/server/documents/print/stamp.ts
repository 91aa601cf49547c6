import { m } from '#lib/paraglide/messages.js';
import { renderSVG } from 'uqr';
import type { Stamp } from '#lib/server/documents/write/types.ts';
import type { ReportLocale } from '#lib/domain/document/kinds.ts';

/** What the templates print so that a paper can be checked: the code on every page, the QR code once, and DRAF across the
 *  pages of what may still change. */
export function stampOf(stamp: Stamp | null, state: 'draft' | 'final', locale: ReportLocale) {
	const o = { locale };
	return {
		watermark: state === 'draft' ? m.report_watermark({}, o) : null,
		code: stamp && m.report_code({ code: stamp.code }, o),
		qr: stamp?.address
			? {
					svg: renderSVG(stamp.address, { ecc: 'M', border: 0, pixelSize: 4 }),
					alt: m.report_qr_alt({ address: stamp.address }, o),
					title: m.report_check_title({}, o),
					text: m.report_check_text({}, o),
					address: stamp.address
				}
			: null
	};
}
