import { m } from '#lib/paraglide/messages.js';
import { collectProvinceReport, collectRegionReport } from '#lib/server/reports/collect.ts';
import { closeReports, renderPdf } from '#lib/server/reports/render-pdf.ts';
import { writeOutput } from '../files.ts';
import { CommandError, type ExitCode, type Io } from '../io.ts';
import { readOptions } from '../options.ts';
import { getRound, withDatabase } from '../with-database.ts';

export const usage = 'siap report --round R [--region CODE] --out F.pdf';

/** Writes the report of one region, or of the province where none is named, as PDF in the language of the command. */
export async function run(args: string[], io: Io): Promise<ExitCode> {
	const { values } = readOptions(
		args,
		usage,
		{ round: { type: 'string' }, region: { type: 'string' }, out: { type: 'string' } },
		{ needed: ['round', 'out'] }
	);
	const { region } = values;
	try {
		const pdf = await withDatabase(io, (db) => {
			const round = getRound(db, values.round!, io);
			if (region === undefined) return renderPdf('province', collectProvinceReport(db, round, io.now()), io.locale);
			const report = collectRegionReport(db, round, region, io.now());
			if (report) return renderPdf('region', report, io.locale);
			const params = { subject: region, round: round.code };
			throw new CommandError(m.error_assessment_missing(params, { locale: io.locale }));
		});
		writeOutput(values.out!, pdf, io);
	} finally {
		await closeReports();
	}
	return 0;
}
