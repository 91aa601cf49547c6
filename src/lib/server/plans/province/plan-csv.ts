import type { PlanRow } from '#lib/domain/planning/plan-rows.ts';
import type { CsvUse } from '#lib/domain/tables/csv-use.ts';
import { writeCsv } from '#lib/server/foundation/tables/write-csv.ts';
import type { ProvinceStep } from './province-plan.ts';

/** Writes the plan of one region as CSV; effort in person-days, dates ISO, several values in a cell parted by `; `. */
export function regionPlanCsv(
	round: string,
	region: { code: string; name: string },
	steps: readonly PlanRow[],
	use?: CsvUse
): string {
	const rows = steps.map((row) => ({
		round,
		region_code: region.code,
		region_name: region.name,
		number: row.number,
		indicator: row.indicator,
		indicator_name: row.indicatorName,
		from_level: row.from,
		to_level: row.to,
		action: row.title,
		lead: row.lead,
		support: row.support.join('; '),
		effort_person_days: row.effort,
		starts_on: row.startsOn,
		ends_on: row.endsOn,
		first_week: row.week.first,
		last_week: row.week.last,
		output: row.output,
		after: row.after.join('; '),
		after_deadline: row.afterDeadline ? 1 : 0
	}));
	return writeCsv({ columns: REGION_COLUMNS, rows, marked: true }, use);
}

// Columns named apart from the rows, so that a plan without steps still has its head.
const REGION_COLUMNS = [
	'round',
	'region_code',
	'region_name',
	'number',
	'indicator',
	'indicator_name',
	'from_level',
	'to_level',
	'action',
	'lead',
	'support',
	'effort_person_days',
	'starts_on',
	'ends_on',
	'first_week',
	'last_week',
	'output',
	'after',
	'after_deadline'
] as const;

const PROVINCE_COLUMNS = [
	'round',
	'domain',
	'indicator',
	'indicator_name',
	'from_level',
	'to_level',
	'action',
	'lead',
	'region_count',
	'late_count',
	'effort_person_days',
	'starts_on',
	'ends_on',
	'regions'
] as const;

/** Writes the consolidated plan as CSV, units as above. */
export function provincePlanCsv(round: string, steps: readonly ProvinceStep[], use?: CsvUse): string {
	const rows = steps.map((step) => ({
		round,
		domain: step.domain,
		indicator: step.indicator,
		indicator_name: step.indicatorName,
		from_level: step.from,
		to_level: step.to,
		action: step.title,
		lead: step.leadName,
		region_count: step.regions.length,
		late_count: step.late,
		effort_person_days: step.effort,
		starts_on: step.startsOn,
		ends_on: step.endsOn,
		regions: step.regions.map(({ code }) => code).join('; ')
	}));
	return writeCsv({ columns: PROVINCE_COLUMNS, rows, marked: true }, use);
}
