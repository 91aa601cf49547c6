import type { Text } from '#lib/domain/instrument/types.ts';
import type { IndicatorMetadata, PublicView } from '#lib/domain/publication/types.ts';
import { m } from '#lib/paraglide/messages.js';
import { levelRange } from './columns.ts';

/** The metadata of every indicator that the depth opens: the class, the index, the domains, and where levels are open the
 *  indicators of the instrument. Figures are shown with a decimal comma in Indonesian. */
export function bpsMetadata(view: PublicView, locale: keyof Text): IndicatorMetadata[] {
	const inLocale = { locale };
	const { low, high } = levelRange(view);
	const decimal = new Intl.NumberFormat(locale === 'id' ? 'id-ID' : 'en-GB');
	const shared = {
		konsep: m.publication_meta_concept({}, inLocale),
		level_estimasi: m.publication_meta_estimate({}, inLocale),
		periode: `${view.startsOn} – ${view.endsOn}`,
		dapat_diakses_umum: true
	};
	const points = m.publication_meta_points({ low, high }, inLocale);
	const weightedMean = m.publication_meta_weighted_mean({}, inLocale);
	const levelNames = view.levels.map(({ level, name }) => `${level} ${name}`);
	const domainNames = view.domains.map(({ code, name }) => `${code} ${name}`);

	const readiness: IndicatorMetadata = {
		...shared,
		kode: 'readiness_class',
		nama: m.publication_meta_class_name({}, inLocale),
		definisi: m.publication_meta_class_definition({}, inLocale),
		interpretasi: view.classes.map(({ name, meaning }) => `${name}: ${meaning}`).join(' '),
		metode: view.classes
			.map(({ name, minIndex, minGate }) => {
				if (minIndex <= 0 && minGate === null) return m.publication_meta_class_rest({ name }, inLocale);
				const from = { name, index: decimal.format(minIndex) };
				return minGate === null
					? m.publication_meta_class_rule(from, inLocale)
					: m.publication_meta_class_rule_gate({ ...from, gate: minGate }, inLocale);
			})
			.join('; '),
		ukuran: m.publication_meta_ordinal({}, inLocale),
		satuan: m.publication_meta_no_unit({}, inLocale),
		klasifikasi_penyajian: view.classes.map(({ name }) => name),
		indikator_komposit: true,
		indikator_pembangun: [view.instrument.name],
		variabel_pembangun: []
	};
	if (view.mean === null) return [readiness];

	const index: IndicatorMetadata = {
		...shared,
		kode: 'index',
		nama: view.instrument.name,
		definisi: m.publication_meta_index_definition({ n: view.domains.length }, inLocale),
		interpretasi: m.publication_meta_index_reading({ low, high }, inLocale),
		metode: m.publication_meta_index_method({}, inLocale),
		ukuran: weightedMean,
		satuan: points,
		klasifikasi_penyajian: view.predicates.map(({ name, from }) => `${name}: ≥ ${decimal.format(from)}`),
		indikator_komposit: true,
		indikator_pembangun: domainNames,
		variabel_pembangun: []
	};
	const domains = view.domains
		.filter(({ mean }) => mean !== null)
		.map((domain): IndicatorMetadata => ({
			...shared,
			kode: `domain_${domain.code}`,
			nama: m.publication_meta_domain_name({ code: domain.code, name: domain.name }, inLocale),
			definisi: domain.description ?? m.publication_meta_domain_definition({ name: domain.name }, inLocale),
			interpretasi: m.publication_meta_domain_reading({ low, high }, inLocale),
			metode: m.publication_meta_domain_method({}, inLocale),
			ukuran: weightedMean,
			satuan: points,
			klasifikasi_penyajian: [],
			indikator_komposit: true,
			indikator_pembangun: domain.indicators.map(({ code, name }) => `${code} ${name}`),
			variabel_pembangun: []
		}));
	const indicators = view.domains.flatMap((domain) =>
		domain.indicators
			.filter(({ mean }) => mean !== null)
			.map((indicator): IndicatorMetadata => ({
				...shared,
				kode: `indicator_${indicator.code}`,
				nama: indicator.name,
				definisi: indicator.question ?? indicator.name,
				interpretasi: m.publication_meta_level_reading({}, inLocale),
				metode: m.publication_meta_level_method({}, inLocale),
				ukuran: m.publication_meta_ordinal({}, inLocale),
				satuan: m.publication_meta_level_unit({ low, high }, inLocale),
				klasifikasi_penyajian: levelNames,
				indikator_komposit: false,
				indikator_pembangun: [],
				variabel_pembangun: [m.publication_meta_level_variable({}, inLocale)]
			}))
	);
	return [readiness, index, ...domains, ...indicators];
}
