import type { LayoutServerLoad } from './$types';

/** No script is sent: the pages are documents for every reader and every browser. */
export const csr = false;

export const load: LayoutServerLoad = ({ locals, url }) => {
	const { locale } = locals;
	return {
		locale,
		/** Ending that keeps the language in an address. */
		ending: locale === 'en' ? '?lang=en' : '',
		otherLanguage: locale === 'en' ? url.pathname : `${url.pathname}?lang=en`
	};
};
