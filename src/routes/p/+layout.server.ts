import type { LayoutServerLoad } from './$types';

/** No script is sent: the pages are documents, whoever reads them with whatever. */
export const csr = false;

export const load: LayoutServerLoad = ({ locals, url }) => {
	const { locale } = locals;
	return {
		locale,
		/** What keeps the language in an address. */
		ending: locale === 'en' ? '?lang=en' : '',
		otherLanguage: locale === 'en' ? url.pathname : `${url.pathname}?lang=en`
	};
};
