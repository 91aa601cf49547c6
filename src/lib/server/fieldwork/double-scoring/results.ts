import { and, eq } from 'drizzle-orm';
import type { Locale } from '#lib/domain/locale.ts';
import { alias } from 'drizzle-orm/sqlite-core';
import {
	type Agreement,
	agreementBy,
	agreementOf,
	distance,
	type DoubleValue
} from '#lib/domain/agreement/agreement.ts';
import type { AnswerValue } from '#lib/domain/scoring/types.ts';
import type { Viewer } from '#lib/server/people/access/access.ts';
import type { Db } from '#lib/server/foundation/db/open.ts';
import { answers, assessments, doubleSamples, doubleScores, regions, users } from '#lib/server/foundation/db/schema.ts';
import { getInstrument } from '#lib/server/rounds/instruments/stored-instruments.ts';
import type { Round } from '#lib/server/rounds/round/find-round.ts';
import type { Sample } from './samples.ts';

interface Scorer {
	id: string;
	name: string;
	value: AnswerValue;
	justification: string;
}

/** An item of a sample with both scores; `first` is null while there is none, `second.value` likewise. */
export interface ComparedItem {
	sampleId: number;
	region: { code: string; name: string };
	indicator: string;
	first: Scorer | null;
	second: Scorer;
}

/** An item that two different people have scored. */
interface Pair extends ComparedItem, DoubleValueHolder {}
interface DoubleValueHolder {
	value: DoubleValue;
}

export interface AgreementRow {
	/** Code of the indicator, or both people's names. */
	label: string;
	name: string;
	agreement: Agreement;
}

/** A group to calibrate, with the items that differ most. */
export interface CalibrationEntry extends AgreementRow {
	largest: ComparedItem[];
}

export interface DoubleResults {
	items: number;
	scored: number;
	compared: number;
	overall: Agreement;
	/** Weakest first. */
	indicators: AgreementRow[];
	/** First assessor × second assessor; weakest first. */
	pairs: AgreementRow[];
	/** First subjects of the calibration: indicators and pairs that differ at all, the weakest first. */
	calibration: { indicators: CalibrationEntry[]; pairs: CalibrationEntry[] };
}

const CALIBRATED = 5;
const NAMED = 3;

/** Agreement in one sample, for administrators and reviewers. Callers check access. */
export function readDoubleResults(db: Db, round: Round, sample: Sample, locale: Locale): DoubleResults {
	const { instrument } = getInstrument(db, round.instrumentId);
	const scale = instrument.levels.map(({ level }) => level);
	const names = new Map(instrument.domains.flatMap((d) => d.indicators).map(({ code, name }) => [code, name[locale]]));
	const items = compareItems(db, sample);
	const pairs = pairsOf(items);
	const values = pairs.map((pair) => ({ ...pair.value, pair }));
	const rows = (key: (pair: Pair) => string, nameOf: (key: string) => string) =>
		agreementBy(values, ({ pair }) => key(pair), scale).map(({ key: label, agreement, values: members }) => ({
			label,
			name: nameOf(label),
			agreement,
			largest: members
				.map(({ pair }) => pair)
				.filter(({ value }) => distance(value) > 0)
				.sort((a, b) => distance(b.value) - distance(a.value))
				.slice(0, NAMED)
		}));
	const indicators = rows(
		({ indicator }) => indicator,
		(code) => names.get(code) ?? code
	);
	const people = rows(
		({ first, second }) => `${first!.name} × ${second.name}`,
		(label) => label
	);
	const worst = (entries: CalibrationEntry[]) =>
		entries.filter(({ largest }) => largest.length > 0).slice(0, CALIBRATED);
	return {
		items: items.length,
		scored: items.filter(({ second }) => second.value !== null).length,
		compared: pairs.length,
		overall: agreementOf(
			pairs.map(({ value }) => value),
			scale
		),
		indicators,
		pairs: people,
		calibration: { indicators: worst(indicators), pairs: worst(people) }
	};
}

/** Items that a person scored, as first or second, in closed samples; before that neither sees the other's score. */
export function listOwnComparisons(db: Db, viewer: Viewer, round: Round): ComparedItem[] {
	const samples = db.select().from(doubleSamples).where(eq(doubleSamples.roundId, round.id)).all();
	return samples
		.filter(({ closedAt }) => closedAt !== null)
		.flatMap((sample) => pairsOf(compareItems(db, sample)))
		.filter(({ first, second }) => first!.id === viewer.id || second.id === viewer.id);
}

/** Every item of a sample. Once it is closed, the first score is the one of that moment. */
export function compareItems(db: Db, sample: Sample): ComparedItem[] {
	const secondUser = alias(users, 'second_user');
	const rows = db
		.select({
			item: doubleScores,
			region: { code: regions.code, name: regions.name },
			answer: answers,
			first: { id: users.id, name: users.displayName },
			second: { id: secondUser.id, name: secondUser.displayName }
		})
		.from(doubleScores)
		.innerJoin(assessments, eq(assessments.id, doubleScores.assessmentId))
		.innerJoin(regions, eq(regions.code, assessments.regionCode))
		.innerJoin(secondUser, eq(secondUser.id, doubleScores.userId))
		.leftJoin(
			answers,
			and(
				eq(answers.assessmentId, doubleScores.assessmentId),
				eq(answers.indicator, doubleScores.indicator),
				eq(answers.track, 'assessor')
			)
		)
		.leftJoin(users, eq(users.id, sample.closedAt === null ? answers.updatedBy : doubleScores.firstBy))
		.where(eq(doubleScores.sampleId, sample.id))
		.orderBy(regions.code, doubleScores.indicator)
		.all();
	return rows.map(({ item, region, answer, first, second }) => {
		const value =
			sample.closedAt === null
				? valueOf(answer)
				: valueOf({ level: item.firstLevel, notApplicable: item.firstNotApplicable });
		return {
			sampleId: sample.id,
			region,
			indicator: item.indicator,
			first: first && value !== null ? { ...first, value, justification: answer?.justification ?? '' } : null,
			second: { ...second, value: valueOf(item), justification: item.justification }
		};
	});
}

function pairsOf(items: readonly ComparedItem[]): Pair[] {
	return items.flatMap((item): Pair[] => {
		const { first, second } = item;
		if (!first || first.value === null || second.value === null || first.id === second.id) return [];
		return [{ ...item, value: { first: first.value, second: second.value } }];
	});
}

function valueOf(answer: { level: number | null; notApplicable: boolean } | null): AnswerValue {
	return answer?.notApplicable ? 'na' : (answer?.level ?? null);
}
