import type { Locale } from '#lib/domain/locale.ts';
import type { PublicFile, PublicView } from '#lib/domain/publication/types.ts';
import { LICENCES } from '#lib/domain/publication/licences.ts';
import { say } from '#lib/words/say.ts';
import { type DownloadName, DOWNLOADS } from './downloads.ts';

const CONTEXT = {
	dcat: 'http://www.w3.org/ns/dcat#',
	dcterms: 'http://purl.org/dc/terms/',
	foaf: 'http://xmlns.com/foaf/0.1/',
	vcard: 'http://www.w3.org/2006/vcard/ns#',
	spdx: 'http://spdx.org/rdf/terms#',
	xsd: 'http://www.w3.org/2001/XMLSchema#'
};

/** A round as a dataset in the vocabulary of W3C's Data Catalog (DCAT), as JSON-LD with every name written out.
 *  @param files the downloads below the address
 *  @param address that of the public page, absolute */
export function dcatDataset(
	view: PublicView,
	files: PublicFile<DownloadName>[],
	address: string,
	locale: Locale
): object {
	// The checksums are of the files in this language.
	const ending = locale === 'en' ? '?lang=en' : '';
	const text = (value: string) => ({ '@value': value, '@language': locale });
	const typed = (type: string, value: string) => ({ '@type': `xsd:${type}`, '@value': value });
	const licence = { '@id': LICENCES[view.licence].url };
	const email = /[^\s<>(),;:]+@[^\s<>(),;:]+\.[a-z]{2,}/i.exec(view.contact)?.[0];
	return {
		'@context': CONTEXT,
		'@id': address,
		'@type': 'dcat:Dataset',
		'dcterms:identifier': view.code,
		'dcterms:title': text(say(locale).publication_dataset_title({ name: view.name, province: view.province })),
		'dcterms:description': text(
			[
				say(locale).publication_dataset_description({ instrument: view.instrument.name, total: view.total }),
				...(view.sample ? [say(locale).common_sample_long({})] : [])
			].join(' ')
		),
		'dcterms:issued': typed('dateTime', view.publishedAt),
		'dcterms:language': locale,
		'dcterms:license': licence,
		'dcterms:publisher': {
			'@type': 'foaf:Organization',
			'foaf:name': say(locale).publication_publisher({ province: view.province })
		},
		'dcterms:spatial': { '@type': 'dcterms:Location', 'dcterms:title': view.province },
		'dcterms:temporal': {
			'@type': 'dcterms:PeriodOfTime',
			'dcat:startDate': typed('date', view.startsOn),
			'dcat:endDate': typed('date', view.endsOn)
		},
		'dcat:version': view.hash,
		'dcat:landingPage': { '@id': address },
		'dcat:keyword': say(locale).publication_dataset_keywords({}).split(', ').map(text),
		...(view.contact && {
			'dcat:contactPoint': {
				'@type': 'vcard:Organization',
				'vcard:fn': view.contact,
				...(email && { 'vcard:hasEmail': { '@id': `mailto:${email}` } })
			}
		}),
		'dcat:distribution': files.map(({ name, bytes, sha256 }) => ({
			'@id': `${address}/${name}${ending}`,
			'@type': 'dcat:Distribution',
			'dcterms:title': name,
			'dcterms:license': licence,
			'dcat:downloadURL': { '@id': `${address}/${name}${ending}` },
			'dcat:mediaType': {
				'@id': `https://www.iana.org/assignments/media-types/${DOWNLOADS[name].split(';')[0]}`
			},
			'dcat:byteSize': { '@type': 'xsd:nonNegativeInteger', '@value': String(bytes) },
			'spdx:checksum': {
				'@type': 'spdx:Checksum',
				'spdx:algorithm': { '@id': 'spdx:checksumAlgorithm_sha256' },
				'spdx:checksumValue': typed('hexBinary', sha256)
			}
		}))
	};
}
