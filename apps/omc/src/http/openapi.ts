import { type Endpoint, endpoints, problem, vesEndpoints, vesError } from '@omc/api';
import { z } from 'zod';
import { VERSION } from '../version.js';

type Json = Record<string, unknown>;

/** The OpenAPI 3.1 document of the REST API, made from the table of endpoints that also serves it. */
export function openApiDocument(): Json {
  const paths: Record<string, Json> = {};
  for (const [operationId, endpoint] of Object.entries<Endpoint>(endpoints)) {
    const path = `/api/v1${endpoint.path.replace(/:(\w+)/g, '{$1}')}`;
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operationOf(operationId, endpoint) };
  }
  for (const [operationId, endpoint] of Object.entries<Endpoint>(vesEndpoints)) {
    const path = `/eventListener/v7${endpoint.path === '/' ? '' : endpoint.path}`;
    paths[path] = { post: vesOperationOf(operationId, endpoint) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'eNodeB OMC', version: VERSION, description: 'Alarm monitor for LTE base stations.' },
    paths,
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        basic: { type: 'http', scheme: 'basic' },
        cookie: { type: 'apiKey', in: 'cookie', name: 'omc_session' },
      },
      schemas: { Problem: z.toJSONSchema(problem) },
    },
    security: [{ bearer: [] }, { cookie: [] }],
  };
}

function operationOf(operationId: string, endpoint: Endpoint): Json {
  const { body, answers, role, summary } = endpoint;
  return {
    operationId,
    summary,
    description: role === 'anyone' ? 'Needs no session.' : `Needs the role ${role} or a greater one.`,
    ...(role === 'anyone' ? { security: [] } : {}),
    parameters: [...pathParameters(endpoint), ...queryParameters(endpoint)],
    ...(body === undefined
      ? {}
      : { requestBody: { required: true, content: contentOf(endpoint, input(body)) } }),
    responses: {
      [answers.status]: {
        description: 'Done',
        ...(answers.schema === undefined
          ? {}
          : { content: contentOf(endpoint, z.toJSONSchema(answers.schema, { io: 'output' })) }),
      },
      default: {
        description: 'Refused; the body says why (RFC 9457)',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

/** VES senders may use basic authentication, and know errors of another form. */
function vesOperationOf(operationId: string, endpoint: Endpoint): Json {
  const operation = operationOf(operationId, endpoint);
  const refused = {
    description: 'Refused',
    content: { 'application/json': { schema: z.toJSONSchema(vesError) } },
  };
  return {
    ...operation,
    security: [{ basic: [] }, { bearer: [] }],
    responses: { ...(operation['responses'] as Json), default: refused },
  };
}

function pathParameters({ path }: Endpoint): Json[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
}

function queryParameters({ query }: Endpoint): Json[] {
  if (query === undefined) return [];
  const { properties = {}, required = [] } = input(query) as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    // A list is given as one text with commas.
    ...(schema['type'] === 'array' ? { style: 'form', explode: false } : {}),
    schema,
  }));
}

function input(schema: z.ZodType): Json {
  // A member that is made from other forms is described by what it becomes.
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json;
}

/** The schema of NDJSON is that of a line. */
function contentOf({ lines }: Endpoint, schema: Json): Json {
  return { [lines ? 'application/x-ndjson' : 'application/json']: { schema } };
}
