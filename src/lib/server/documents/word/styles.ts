import { LineRuleType } from 'docx';
import type { Locale } from '#lib/domain/locale.ts';

/** A typeface that every office has; editors can change it in the styles. */
export const FONT = 'Arial';
const INK = '12262F';
const ACCENT = '0F4C5C';
/** Colour of text that is set back. */
export const SET_BACK = '46585F';

/** Gives the styles that the paragraphs name; headings and captions under the names that Word has for them. */
export function styles(locale: Locale) {
	const heads = (size: number, color: string, before: number) => ({
		run: { font: FONT, size, bold: true, color },
		paragraph: { spacing: { before, after: 120 }, keepNext: true }
	});
	const small = {
		basedOn: 'Normal',
		quickFormat: true,
		run: { size: 17 },
		paragraph: { spacing: { before: 0, after: 0, line: 240, lineRule: LineRuleType.AUTO } }
	};
	return {
		default: {
			document: {
				run: { font: FONT, size: 20, color: INK, language: { value: locale === 'id' ? 'id-ID' : 'en-GB' } },
				paragraph: { spacing: { after: 120, line: 276, lineRule: LineRuleType.AUTO } }
			},
			title: {
				run: { font: FONT, size: 52, bold: true, color: INK },
				paragraph: { spacing: { before: 240, after: 120 } }
			},
			heading1: { ...heads(34, INK, 480), paragraph: { ...heads(34, INK, 480).paragraph, pageBreakBefore: true } },
			heading2: heads(25, INK, 320),
			heading3: heads(21, ACCENT, 240)
		},
		paragraphStyles: [
			{ id: 'TableText', name: 'Table Text', ...small },
			{ id: 'TableHead', name: 'Table Head', ...small, run: { ...small.run, bold: true, color: SET_BACK } },
			{
				id: 'Kicker',
				name: 'Kicker',
				basedOn: 'Normal',
				run: { size: 22, bold: true, color: ACCENT },
				paragraph: { keepNext: true }
			},
			{
				id: 'Finding',
				name: 'Finding',
				basedOn: 'Normal',
				run: { size: 22, bold: true },
				paragraph: { keepNext: true }
			},
			{ id: 'Note', name: 'Note', basedOn: 'Normal', run: { bold: true, color: '8A4B08' } },
			{ id: 'Figure', name: 'Figure', basedOn: 'Normal', run: { size: 60, bold: true, color: ACCENT } },
			{
				id: 'Caption',
				name: 'caption',
				basedOn: 'Normal',
				quickFormat: true,
				run: { size: 18, color: ACCENT },
				paragraph: { keepNext: true, spacing: { before: 160, after: 80 } }
			},
			{ id: 'Source', name: 'Source', basedOn: 'Normal', run: { size: 16, color: SET_BACK } },
			{
				id: 'Quiet',
				name: 'Quiet',
				basedOn: 'Normal',
				run: { size: 18, color: SET_BACK },
				paragraph: { keepNext: true }
			}
		]
	};
}
