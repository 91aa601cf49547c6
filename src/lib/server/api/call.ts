import type { z } from 'zod';
import type { AssessmentKey } from '#lib/server/rounds/assessment/find-assessment.ts';
import type { Permission, Viewer } from '#lib/server/people/access/access.ts';
import type { Answer } from '#lib/server/foundation/http/plain-answer.ts';
import type { ApiRequest } from './api-request.ts';
import type { BodyKind } from './request-body.ts';

type NamesIn<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;

/** Parameters of an address: a string for each `{name}`; `{subject}` stands for a region, or an agency of it. */
type ParamsOf<Path extends string> = Record<Exclude<NamesIn<Path>, 'subject'>, string> &
	('subject' extends NamesIn<Path> ? { region: string; agency?: string } : unknown);

/** A request that is found and checked, as a call gets it. */
export type Asked<Path extends string, Query = unknown, Body = unknown> = ApiRequest & {
	viewer: Viewer;
	params: ParamsOf<Path>;
	query: Query;
	body: Body;
	now: number;
};

type Method = 'get' | 'put' | 'post' | 'patch' | 'delete';

interface Entry<Path extends string, Query extends z.ZodObject, Body> {
	method: Method;
	/** Path below `/api/v1`. */
	path: Path;
	/** One sentence or a few, for the OpenAPI document. */
	summary: string;
	/** Permission without which the call is refused at once; its reach is asked with the subject at hand. */
	permission?: Permission;
	query?: Query;
	body?: BodyKind<Body>;
	/** JSON answer by schema, or another media type. */
	answer: z.ZodType | string;
	/** Statuses of problem documents beside 401 and 500. */
	problems: readonly number[];
	/** Check before query and body are looked at. @throws Problem */
	before?(asked: Asked<Path>): void;
	/** Work of the call. @throws Problem for every fault of a caller */
	call(asked: Asked<Path, z.output<Query>, Body>): Answer | Promise<Answer>;
}

type OpenEntry<Path extends string> = Pick<Entry<Path, z.ZodObject, undefined>, 'summary' | 'answer'> & {
	path: Path;
	call(asked: Omit<Asked<Path>, 'viewer'>): Answer;
};

/** One call of the API: its description, its permission and its answer. */
export interface ApiCall extends Omit<Entry<string, z.ZodObject, unknown>, 'before' | 'call'> {
	/** The call needs no login. */
	isPublic: boolean;
	before?(asked: unknown): void;
	call(asked: unknown): Answer | Promise<Answer>;
}

const SUBJECTS = ['regions/{region}', 'regions/{region}/agencies/{agency}'];

/** Describes a call of people and programs that are logged in; a call with `{subject}` in its path stands for two:
 *  of a region and of an agency. */
export function call<const Path extends string, Query extends z.ZodObject = z.ZodObject, Body = undefined>(
	entry: Entry<Path, Query, Body>
): ApiCall[] {
	const paths = SUBJECTS.map((subject) => entry.path.replace('{subject}', subject));
	return [...new Set(paths)].map((path) => ({ ...entry, path, isPublic: false }) as ApiCall);
}

/** Describes a `GET` that anybody may make. */
export function openCall<const Path extends string>(entry: OpenEntry<Path>): ApiCall {
	return { ...entry, method: 'get', problems: [], isPublic: true } as ApiCall;
}

/** Gives the key of the assessment that an address names. */
export function keyOf(params: { round: string; region: string; agency?: string }): AssessmentKey {
	return { round: params.round, region: params.region, agency: params.agency ?? null };
}
