import {
  type Endpoint,
  problem,
  readinessResource,
  repeatedMembers,
  servedEndpoints,
  vesError,
} from '@omc/api';
import { z } from 'zod';
import { SESSION_COOKIE } from '../access/credentials-of-request.js';
import { VERSION } from '../version.js';
import { VES_PATH } from '../ves/ves-error-of.js';
import { described, describedMember } from './described.js';
import { REFUSALS, refusalStatuses } from './refusal-statuses.js';

type Json = Record<string, unknown>;

const REQUEST_ID = {
  description: 'names the request: as the request did, or made up; the log has it, too',
  schema: { type: 'string' },
};
const RETRY_AFTER = { description: 'seconds to wait', schema: { type: 'integer' } };

/** The OpenAPI 3.1 document of everything that is served over HTTP, made from the tables of endpoints that serve it. */
export function openApiDocument(): Json {
  const paths: Record<string, Json> = {};
  for (const { operationId, path: served, endpoint } of servedEndpoints) {
    const path = served.replace(/:(\w+)/g, '{$1}');
    const operation = isVes(served) ? vesOperationOf : operationOf;
    const method = endpoint.method.toLowerCase();
    paths[path] = { ...paths[path], [method]: operation(operationId, endpoint, placeOf(served)) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'eNodeB OMC', version: VERSION, description: 'Alarm monitor for LTE base stations.' },
    servers: [{ url: '/' }],
    paths,
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        basic: { type: 'http', scheme: 'basic' },
        cookie: { type: 'apiKey', in: 'cookie', name: SESSION_COOKIE },
      },
      schemas: { Problem: shapeOf(problem, 'output'), VesError: shapeOf(vesError, 'output') },
    },
    security: [{ bearer: [] }, { cookie: [] }],
  };
}

/** The first part of a path behind the API's own: what it is about. */
function placeOf(path: string): string {
  return /^\/(?:api\/v1\/|eventListener\/)?(\w+)/.exec(path)?.[1] ?? '';
}

function isVes(path: string): boolean {
  return path.startsWith(VES_PATH);
}

const PROBLEM = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };

function operationOf(operationId: string, endpoint: Endpoint, place: string): Json {
  const { body, role, basicAuth, summary } = endpoint;
  return {
    operationId,
    summary,
    description: role === 'anyone' ? 'Needs no session.' : `Needs the role ${role} or a greater one.`,
    ...(role === 'anyone' ? { security: [] } : {}),
    ...(basicAuth ? { security: [{ bearer: [] }, { cookie: [] }, { basic: [] }] } : {}),
    parameters: [...pathParameters(endpoint, place), ...queryParameters(endpoint, place)],
    ...(body === undefined
      ? {}
      : { requestBody: { required: true, content: contentOf(endpoint, shapeOf(body, 'input', place)) } }),
    responses: { ...successOf(endpoint, place), ...refusalsOf(endpoint, PROBLEM) },
  };
}

function successOf(endpoint: Endpoint, place: string): Json {
  const { status, schema } = endpoint.answers;
  const content =
    schema === undefined ? {} : { content: contentOf(endpoint, shapeOf(schema, 'output', place), true) };
  return { [status]: { description: 'Done', headers: { 'X-Request-Id': REQUEST_ID }, ...content } };
}

/** Each status with which an operation may refuse, and what it then says. */
function refusalsOf(endpoint: Endpoint, content: Json): Json {
  const statuses = refusalStatuses(endpoint);
  return Object.fromEntries(
    statuses.map((status) => [
      status,
      {
        description: REFUSALS[status],
        headers: { 'X-Request-Id': REQUEST_ID, ...(status === 429 ? { 'Retry-After': RETRY_AFTER } : {}) },
        // Whether the OMC is ready is told in one form.
        content: status === 503 && endpoint.path === '/readyz' ? contentOf(endpoint, readiness()) : content,
      },
    ]),
  );
}

/** VES senders may use basic authentication, and know errors of another form. */
function vesOperationOf(operationId: string, endpoint: Endpoint, place: string): Json {
  const operation = operationOf(operationId, endpoint, place);
  const content = { 'application/json': { schema: { $ref: '#/components/schemas/VesError' } } };
  return {
    ...operation,
    security: [{ basic: [] }, { bearer: [] }],
    responses: { ...successOf(endpoint, place), ...refusalsOf(endpoint, content) },
  };
}

function readiness(): Json {
  return shapeOf(readinessResource, 'output');
}

function pathParameters({ path }: Endpoint, place: string): Json[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => ({
    ...parameter(name, { type: 'string' }, place),
    in: 'path',
    required: true,
  }));
}

function queryParameters({ query }: Endpoint, place: string): Json[] {
  if (query === undefined) return [];
  const { properties = {}, required = [] } = shapeOf(query, 'input', place) as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, schema]) => ({
    ...parameter(name, schema, place),
    in: 'query',
    required: required.includes(name),
    // A list is given as one text with commas, save where the values may have some.
    ...(schema['type'] === 'array' ? { style: 'form', explode: repeatedMembers.includes(name) } : {}),
  }));
}

function parameter(name: string, schema: Json, place: string): Json {
  const { description, ...rest } = describedMember(name, schema, place);
  return { name, description, schema: rest };
}

/** A shape as JSON Schema. A member that is made from other forms is described by what it becomes. */
function shapeOf(schema: z.ZodType, io: 'input' | 'output', place = ''): Json {
  const { $schema: _, ...shape } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json;
  return described(shape, place);
}

/** The schema of NDJSON is that of a line. */
function contentOf({ lines, answers }: Endpoint, schema: Json, isAnswer = false): Json {
  const type = isAnswer ? answers.type : undefined;
  const others = isAnswer ? (answers.otherTypes ?? []) : [];
  return {
    [type ?? (lines ? 'application/x-ndjson' : 'application/json')]: { schema },
    ...Object.fromEntries(others.map((other) => [other, { schema: { type: 'string' } }])),
  };
}
