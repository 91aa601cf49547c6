import { z } from 'zod';
import type { ApiCall } from './call.ts';
import type { BodyKind } from './request-body.ts';
import { ProblemDocument } from './schemas.ts';

type Json = Record<string, unknown>;

/** Descriptions of the parts of an address, the same in every call. */
const PARAMETERS: Record<string, string> = {
	round: 'Code of the round, such as 2026',
	region: 'Kemendagri code of the region: two digits, a dot, two digits; of the province two digits',
	agency: 'Id of the agency',
	session: 'Number of the session',
	indicator: 'Code of the indicator, such as A1',
	evidence: 'Id of the piece of evidence',
	upload: 'Id of the upload',
	instrument: 'Code of the instrument, such as ikid'
};

const PROBLEM_NAMES: Record<number, string> = {
	400: 'The request cannot be read',
	401: 'Not logged in',
	403: 'Not allowed',
	404: 'Not found',
	409: 'In conflict with the present state',
	413: 'Too large',
	415: 'Other media type expected',
	422: 'Content at fault',
	500: 'A fault of the server'
};

/** Makes the OpenAPI 3.1 document from the calls that answer and the schemas that check requests. */
export function openApiDocument(version: string, calls: readonly ApiCall[]): Json {
	const components: Json = {};
	const paths: Record<string, Json> = {};
	for (const call of calls) (paths[`/api/v1${call.path}`] ??= {})[call.method] = operation(call, components);
	return {
		openapi: '3.1.0',
		info: {
			title: 'SIAP Satu Data',
			version,
			description: 'Rounds, results, answers and plans. Errors are RFC 9457 problem documents.'
		},
		servers: [{ url: '/' }],
		security: [{ session: [] }, { bearer: [] }],
		paths,
		components: {
			securitySchemes: {
				session: { type: 'apiKey', in: 'cookie', name: 'siap_session' },
				bearer: { type: 'http', scheme: 'bearer' }
			},
			schemas: components
		}
	};
}

function operation(call: ApiCall, components: Json): Json {
	const { method, path, summary, isPublic, query, body, answer, problems } = call;
	const statuses = [...problems, ...(isPublic ? [] : [401]), 500];
	const problem = { schema: reference(ProblemDocument, components, 'output') };
	return {
		operationId: `${method}${path.replace(/[{}]/g, '').replace(/(?:^|\W)(\w)/g, (_, first: string) => first.toUpperCase())}`,
		summary,
		...(isPublic && { security: [] }),
		parameters: [
			...[...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
				name,
				in: 'path',
				required: true,
				description: PARAMETERS[name!],
				schema: { type: 'string' }
			})),
			...Object.entries(query?.shape ?? {}).map(([name, schema]) => ({
				name,
				in: 'query',
				required: false,
				schema: plainSchema(schema as z.ZodType, 'input')
			}))
		],
		...(body && { requestBody: { required: true, content: content(shapeOf(body), components, 'input') } }),
		responses: {
			200: { description: 'OK', content: content(answer, components, 'output') },
			...Object.fromEntries(
				statuses.map((status) => [
					status,
					{ description: PROBLEM_NAMES[status], content: { 'application/problem+json': problem } }
				])
			)
		}
	};
}

function shapeOf({ schema, mediaType }: BodyKind<unknown>): z.ZodType | string {
	return schema ?? mediaType;
}

function content(kind: z.ZodType | string, components: Json, io: 'input' | 'output'): Json {
	if (typeof kind === 'string') return { [kind]: {} };
	return { 'application/json': { schema: reference(kind, components, io) } };
}

/** Reference to a named schema, which goes into the components once; so do the schemas that it is made of. */
function reference(schema: z.ZodType, components: Json, io: 'input' | 'output'): Json {
	const { $defs = {}, ...own } = plainSchema(schema, io) as Json & { $defs?: Json };
	for (const [name, part] of Object.entries($defs)) components[name] ??= repointed(part);
	const name = schema.meta()?.id;
	if (!name) return repointed(own);
	components[name] ??= repointed(own);
	return { $ref: `#/components/schemas/${name}` };
}

function plainSchema(schema: z.ZodType, io: 'input' | 'output'): Json {
	const { $schema: _, id: __, ...own } = z.toJSONSchema(schema, { io, target: 'draft-2020-12' }) as Json;
	return own;
}

function repointed(part: unknown): Json {
	return JSON.parse(JSON.stringify(part).replaceAll('"#/$defs/', '"#/components/schemas/')) as Json;
}
