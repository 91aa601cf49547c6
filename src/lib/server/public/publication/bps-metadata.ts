import type { Locale } from '#lib/domain/locale.ts';
import type { IndicatorMetadata, PublicView } from '#lib/domain/publication/types.ts';
import { say } from '#lib/words/say.ts';
import { formatDecimal } from '#lib/words/format-count.ts';
import { levelRange } from './columns.ts';

/** The metadata (MS-Ind) of every indicator that the depth opens: the class, the index, the domains, and where levels
 *  are open the indicators of the instrument. Figures are shown with a decimal comma in Indonesian. */
export function bpsMetadata(view: PublicView, locale: Locale): IndicatorMetadata[] {
	const { low, high } = levelRange(view);
	const shared = {
		konsep: say(locale).publication_meta_concept({}),
		level_estimasi: say(locale).publication_meta_estimate({}),
		periode: `${view.startsOn} – ${view.endsOn}`,
		dapat_diakses_umum: true
	};
	const points = say(locale).publication_meta_points({ low, high });
	const weightedMean = say(locale).publication_meta_weighted_mean({});
	const levelNames = view.levels.map(({ level, name }) => `${level} ${name}`);
	const domainNames = view.domains.map(({ code, name }) => `${code} ${name}`);

	const readiness: IndicatorMetadata = {
		...shared,
		kode: 'readiness_class',
		nama: say(locale).publication_meta_class_name({}),
		definisi: say(locale).publication_meta_class_definition({}),
		interpretasi: view.classes.map(({ name, meaning }) => `${name}: ${meaning}`).join(' '),
		metode: view.classes
			.map(({ name, minIndex, minGate }) => {
				if (minIndex <= 0 && minGate === null) return say(locale).publication_meta_class_rest({ name });
				const from = { name, index: formatDecimal(minIndex, locale) };
				return minGate === null
					? say(locale).publication_meta_class_rule(from)
					: say(locale).publication_meta_class_rule_gate({ ...from, gate: minGate });
			})
			.join('; '),
		ukuran: say(locale).publication_meta_ordinal({}),
		satuan: say(locale).publication_meta_no_unit({}),
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
		definisi: say(locale).publication_meta_index_definition({ n: view.domains.length }),
		interpretasi: say(locale).publication_meta_index_reading({ low, high }),
		metode: say(locale).publication_meta_index_method({}),
		ukuran: weightedMean,
		satuan: points,
		klasifikasi_penyajian: view.predicates.map(({ name, from }) => `${name}: ≥ ${formatDecimal(from, locale)}`),
		indikator_komposit: true,
		indikator_pembangun: domainNames,
		variabel_pembangun: []
	};
	const domains = view.domains
		.filter(({ mean }) => mean !== null)
		.map((domain): IndicatorMetadata => ({
			...shared,
			kode: `domain_${domain.code}`,
			nama: say(locale).publication_meta_domain_name({ code: domain.code, name: domain.name }),
			definisi: domain.description ?? say(locale).publication_meta_domain_definition({ name: domain.name }),
			interpretasi: say(locale).publication_meta_domain_reading({ low, high }),
			metode: say(locale).publication_meta_domain_method({}),
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
				interpretasi: say(locale).publication_meta_level_reading({}),
				metode: say(locale).publication_meta_level_method({}),
				ukuran: say(locale).publication_meta_ordinal({}),
				satuan: say(locale).publication_meta_level_unit({ low, high }),
				klasifikasi_penyajian: levelNames,
				indikator_komposit: false,
				indikator_pembangun: [],
				variabel_pembangun: [say(locale).publication_meta_level_variable({})]
			}))
	);
	return [readiness, index, ...domains, ...indicators];
}
