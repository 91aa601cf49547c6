import { invalidateAll } from '$app/navigation';

/** Loads the page's data again and again, for work in the background. While the server cannot be reached it waits: a
 *  load that fails would put an error page in place of this one, and in the field connections come and go.
 *  @param pause milliseconds between two looks
 *  @returns function that ends it */
export function keepLooking(pause: number): () => void {
	let isLooking = false;
	const look = async () => {
		if (isLooking) return;
		isLooking = true;
		try {
			if (await isServerThere()) await invalidateAll();
		} finally {
			isLooking = false;
		}
	};
	const timer = setInterval(() => void look(), pause);
	return () => clearInterval(timer);
}

function isServerThere(): Promise<boolean> {
	return fetch('/api/v1/health').then(
		({ ok }) => ok,
		() => false
	);
}
