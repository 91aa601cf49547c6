import { ImageRun, Paragraph, type ParagraphChild, Tab, TabStopType, TextRun } from 'docx';
import { type Emblems } from '#lib/server/documents/write/types.ts';
import { EMBLEM_PLACES } from '#lib/domain/document/kinds.ts';
import { type Block, PAGE_WIDTH } from './parts.ts';
import { pictureSize } from './picture-size.ts';

/** Height in pixels: 20 mm, as in the PDF. */
const EMBLEM_HEIGHT = 76;
/** Greatest width in pixels, so that two coats of arms fit beside each other whatever their shape. */
const EMBLEM_WIDTH = 280;

/** Sets the coats of arms at the two ends of a line; nothing where there are none. They are ornaments: the text says
 *  the same. */
export function emblemLine(emblems: Emblems | undefined): Block[] {
	if (!emblems || EMBLEM_PLACES.every((place) => emblems[place] === null)) return [];
	const { government, partner } = emblems;
	const children: ParagraphChild[] = [
		...(government ? [emblem(government)] : []),
		new TextRun({ children: [new Tab()] }),
		...(partner ? [emblem(partner)] : [])
	];
	return [new Paragraph({ tabStops: [{ type: TabStopType.RIGHT, position: PAGE_WIDTH }], children })];
}

function emblem({ type, content }: NonNullable<Emblems['government']>): ImageRun {
	const { width, height } = pictureSize(content) ?? { width: 1, height: 1 };
	const scale = Math.min(EMBLEM_HEIGHT / height, EMBLEM_WIDTH / width);
	return new ImageRun({
		type: type === 'jpeg' ? 'jpg' : 'png',
		data: content,
		transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
		decorative: true
	});
}
