import { expect, test } from 'vitest';
import { openApiDocument } from '#lib/server/api/openapi.ts';
import { API_ROUTES } from '#lib/server/api/routes.ts';
import { withSmallRound } from '../support/small-round.ts';
import { callApi, listRouteFiles } from '../support/call-api.ts';

const small = withSmallRound();

test('every route file and each of its methods is documented, and nothing else', async () => {
	const served = await Promise.all(
		listRouteFiles()
			.filter(({ path }) => path !== '/[...path]')
			.map(async ({ path, file }) => {
				const module = (await import(file)) as object;
				const methods = ['GET', 'PUT', 'POST', 'PATCH', 'DELETE'].filter((method) => method in module);
				return methods.map((method) => `${method} ${path}`);
			})
	);
	const documented = API_ROUTES.map(({ method, path }) => `${method.toUpperCase()} ${path}`);
	expect(documented.toSorted()).toEqual(served.flat().toSorted());
});

test('every route answers an unknown method with a problem document', async () => {
	for (const { path } of API_ROUTES) {
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
	const { paths } = openApiDocument('1.0.0') as { paths: Record<string, Record<string, unknown>> };
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
