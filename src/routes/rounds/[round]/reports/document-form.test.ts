import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import { readTyped } from '#lib/server/documents/jobs/job-request.ts';
import type { PageData } from './$types';
import DocumentForm from './DocumentForm.svelte';

const data = {
	language: 'id',
	isPublished: true,
	maySeeProvince: true,
	sessions: [],
	agencies: [],
	regions: [{ code: '35.01', name: 'Kabupaten Pacitan', status: 'assessed', index: 3, provisional: false }]
} as unknown as PageData;

/** The form as the server sends it, before any script runs. */
function formHtml(refused: Parameters<typeof DocumentForm>[1]['refused']): string {
	return render(DocumentForm, { props: { data, refused } }).body.replace(/<!--.*?-->/g, '');
}

/** Everything that the form would send if it were sent as it stands. */
function sent(html: string) {
	const tags = [...html.matchAll(/<(?:option|input)\b[^>]*>/g)].map(([tag]) => tag);
	const valueOf = (tag: string) => /value="([^"]*)"/.exec(tag)?.[1] ?? '';
	const named = (name: string) => tags.filter((tag) => tag.includes(`name="${name}"`));
	return {
		chosen: tags.filter((tag) => tag.startsWith('<option') && /\sselected/.test(tag)).map(valueOf),
		sections: named('section')
			.filter((tag) => /\schecked/.test(tag))
			.map(valueOf),
		unitCost: valueOf(named('unitCost')[0]!),
		asDraft: /\schecked/.test(named('asDraft')[0]!)
	};
}

test('a refused form stands as it was sent, and says at the field what is wrong', () => {
	const form = new FormData();
	const filled = { what: 'plan:35.01', locale: 'en', format: 'pdf', paper: 'f4', unitCost: 'murah', asDraft: '1' };
	for (const [name, value] of Object.entries(filled)) form.append(name, value);
	for (const section of ['schedule', 'budget']) form.append('section', section);
	const html = formHtml({ field: 'unitCost', refusal: 'Harga satuan harus bilangan.', typed: readTyped(form) });
	expect(sent(html)).toEqual({
		chosen: ['plan:35.01', 'en', 'pdf', 'f4'],
		sections: ['schedule', 'budget'],
		unitCost: 'murah',
		asDraft: true
	});
	expect(html).toMatch(/<details[^>]*\sopen/);
	expect(html).toMatch(/id="unitCost-error">Harga satuan harus bilangan\./);
	const field = /<input[^>]*id="unitCost"[^>]*>/.exec(html)![0];
	expect(field).toContain('aria-invalid="true"');
	expect(field).toContain('unitCost-error');
	expect(html).toMatch(/role="alert">[^]*?href="#unitCost"/);
});

test('a form that nobody has sent yet asks for every chapter and complains of nothing', () => {
	const html = formHtml(null);
	expect(sent(html).sections).toHaveLength(html.match(/name="section"/g)!.length);
	expect(html).not.toMatch(/aria-invalid|role="alert"|<details[^>]*\sopen/);
});
