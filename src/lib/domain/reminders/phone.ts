/** Brings an Indonesian telephone number into the form that wa.me and dialling from anywhere take: `62` and 8 to 13
 *  digits. Takes `0812-3456-7890`, `+62 812 …`, `62812…`.
 *  @returns digits alone; null when the text is no such number */
export function normalisePhone(text: string): string | null {
	const digits = text.replace(/[\s().-]/g, '').replace(/^\+/, '');
	const rest = /^(?:62|0)([1-9]\d{7,12})$/.exec(digits)?.[1];
	return rest === undefined ? null : `62${rest}`;
}

/** Address that opens WhatsApp with a text for a number; nothing is sent by it. */
export function whatsAppLink(phone: string, text: string): string {
	return `https://wa.me/${phone}?text=${encodeURIComponent(text)}`;
}
