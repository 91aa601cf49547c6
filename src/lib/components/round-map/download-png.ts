/** Pixels of A4 across at 300 dots an inch. */
const WIDTH = 3508;

/** Fetches a drawing and saves it as a picture for print, made in this browser.
 *  @throws Error when it cannot be fetched or drawn */
export async function downloadPng(href: string, name: string): Promise<void> {
	const answer = await fetch(href);
	if (!answer.ok) throw new Error(`${href} answered ${answer.status}`);
	const picture = await drawn(await dataAddress(await answer.blob()));
	const canvas = document.createElement('canvas');
	canvas.width = WIDTH;
	canvas.height = Math.round((WIDTH * picture.naturalHeight) / picture.naturalWidth);
	canvas.getContext('2d')!.drawImage(picture, 0, 0, canvas.width, canvas.height);
	const png = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
	if (!png) throw new Error('the canvas gave no picture');
	const link = document.createElement('a');
	link.href = URL.createObjectURL(png);
	link.download = name;
	link.click();
	setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Address that holds the data itself: the page's policy lets pictures come from files and data only. */
function dataAddress(blob: Blob): Promise<string> {
	return new Promise((done, fail) => {
		const reader = new FileReader();
		reader.onload = () => done(reader.result as string);
		reader.onerror = () => fail(new Error('the drawing could not be read'));
		reader.readAsDataURL(blob);
	});
}

function drawn(address: string): Promise<HTMLImageElement> {
	return new Promise((done, fail) => {
		const picture = new Image();
		picture.onload = () => done(picture);
		picture.onerror = () => fail(new Error('the drawing could not be shown'));
		picture.src = address;
	});
}
