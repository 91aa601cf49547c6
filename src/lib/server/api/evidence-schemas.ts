import { z } from 'zod';
import { EvidencePlace } from '#lib/domain/evidence/evidence-input.ts';
import { FILE_TYPE_NAMES } from '#lib/domain/evidence/file-types.ts';
import { EVIDENCE_KINDS } from '#lib/domain/evidence/kinds.ts';
import { PERSONAL_KINDS } from '#lib/domain/evidence/personal-data.ts';

// Shapes of evidence, see schemas.ts.

const Instant = z.iso.datetime();
export const Findings = z.array(
	z.strictObject({ kind: z.enum(PERSONAL_KINDS), masked: z.string(), count: z.int().min(1), place: z.string() })
);

const Evidence = z
	.strictObject({
		id: z.string(),
		title: z.string(),
		kind: z.enum(EVIDENCE_KINDS),
		documentDate: z.iso.date().nullable(),
		validUntil: z.iso.date().nullable(),
		expired: z.boolean(),
		track: z.enum(['self', 'assessor']),
		late: z.boolean(),
		addedBy: z.string(),
		addedAt: Instant,
		file: z
			.strictObject({
				name: z.string(),
				size: z.int(),
				type: z.enum(FILE_TYPE_NAMES),
				sha256: z.string(),
				findings: Findings.nullable(),
				suspected: z.string()
			})
			.nullable(),
		link: z
			.strictObject({
				url: z.string(),
				status: z.enum(['alive', 'dead']).nullable(),
				detail: z.string().nullable(),
				since: Instant.nullable(),
				checkedAt: Instant.nullable()
			})
			.nullable(),
		uses: z.array(z.strictObject({ indicator: z.string(), place: z.string(), late: z.boolean() })),
		sharedWith: z.array(z.string())
	})
	.meta({
		id: 'Evidence',
		description:
			'A file or a link. `late`: added after submission. `findings`: suspected personal data, masked; null when ' +
			'there was no text to search. `sharedWith`: other regions with the same file; only for those who look at several.'
	});

export const EvidenceList = z
	.strictObject({
		/** Whether you may add now: `late` marks what you add; `locked` also for those who only read. */
		state: z.enum(['open', 'late', 'locked']),
		evidence: z.array(Evidence)
	})
	.meta({ id: 'EvidenceList' });

export const EvidenceAdded = z
	.strictObject({ id: z.string(), existed: z.boolean(), evidence: z.array(Evidence) })
	.meta({ id: 'EvidenceAdded', description: 'The whole list as it stands now.' });

export const NewUpload = z
	.strictObject({ fileName: z.string().trim().min(1).max(255), size: z.int().min(0) })
	.meta({ id: 'NewUpload' });

export const UploadState = z
	.strictObject({ id: z.string(), fileName: z.string(), size: z.int(), offset: z.int(), chunkBytes: z.int() })
	.meta({ id: 'UploadState', description: '`offset`: how many bytes are there; the next piece goes on from it.' });

export const UsePlace = z.strictObject({ place: EvidencePlace }).meta({ id: 'UsePlace' });

export const UploadDropped = z.strictObject({ dropped: z.literal(true) }).meta({ id: 'UploadDropped' });
