import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openApiDocument } from '#lib/server/api/openapi.ts';
import { API_CALLS } from '#lib/server/api/calls.ts';
import { withSmallRound } from '../support/small-round.ts';
import { callApi } from '../support/call-api.ts';

const small = withSmallRound();

test('all that is below /api is served by the table that is documented, each call once', () => {
	const files = readdirSync('src/routes/api', { recursive: true, withFileTypes: true }).filter((entry) =>
		entry.isFile()
	);
	expect(files.map(({ parentPath, name }) => `${parentPath}/${name}`)).toEqual([
		'src/routes/api/v1/[...path]/+server.ts'
	]);
	const { paths } = openApiDocument('1.0.0', API_CALLS) as { paths: Record<string, object> };
	const documented = Object.entries(paths).flatMap(([path, methods]) =>
		Object.keys(methods).map((method) => `${method} ${path}`)
	);
	expect(documented.toSorted()).toEqual(API_CALLS.map(({ method, path }) => `${method} /api/v1${path}`).toSorted());
});

test('region and agency are called by the same entries', () => {
	const region = API_CALLS.filter(({ path }) => path.includes('/regions/{region}') && !path.includes('{agency}'));
	for (const { method, path, call } of region.filter(({ path }) => !path.endsWith('/plan'))) {
		const agency = path.replace('{region}', '{region}/agencies/{agency}');
		expect(API_CALLS.find((other) => other.method === method && other.path === agency)?.call).toBe(call);
	}
});

test('every route answers an unknown method with a problem document', async () => {
	for (const { path } of API_CALLS) {
		const { status, body } = await callApi(small.db, path.replace(/[{}]/g, ''), { method: 'OPTIONS' }).catch(
			(error: unknown) => {
				throw new Error(path, { cause: error });
			}
		);
		expect({ path, status, body }).toMatchObject({ status: 405, body: { title: 'Cara tidak didukung' } });
	}
});

test('the document is served without login and refers to nothing that it does not hold', async () => {
	const { status, text } = await callApi(small.db, '/openapi.json');
	expect(status).toBe(200);
	const document = JSON.parse(text) as { components: { schemas: object }; paths: object };
	const references = [...text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name);
	expect(references.length).toBeGreaterThan(10);
	expect(Object.keys(document.components.schemas)).toEqual(expect.arrayContaining([...new Set(references)]));
	expect(text).not.toContain('#/$defs/');
});

test('what a write holds is described by the schema that checks it', () => {
	const { paths } = openApiDocument('1.0.0', API_CALLS) as { paths: Record<string, Record<string, unknown>> };
	const put = paths['/api/v1/rounds/{round}/regions/{region}/answers/{indicator}']!.put;
	expect(put).toMatchObject({
		requestBody: {
			content: {
				'application/json': {
					schema: {
						type: 'object',
						required: ['track', 'level', 'notApplicable', 'justification', 'baseVersion', 'requestId'],
						additionalProperties: false,
						properties: { track: { enum: ['self', 'assessor', 'final'] } }
					}
				}
			}
		}
	});
});
