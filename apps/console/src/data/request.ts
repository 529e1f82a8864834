import type { endpoints, Problem } from '@omc/api';
import { RequestProblem, Unreachable } from './request-errors.js';

type Endpoints = typeof endpoints;

/** Every operation of the REST API by its method and path, so that a wrong one does not compile. */
type Operations = {
  [Name in keyof Endpoints as `${Endpoints[Name]['method']} ${Endpoints[Name]['path']}`]: Endpoints[Name];
};
export type Operation = keyof Operations;

/** What an operation answers. */
export type Answer<Op extends Operation> = Operations[Op]['answers'] extends {
  schema: { _output: infer Output };
}
  ? Output
  : undefined;

type Body<Op extends Operation> = Operations[Op] extends { body: { _input: infer Input } }
  ? Input
  : undefined;

/** What goes with an operation: the `:names` of its path, its query and its body. */
export interface RequestInput<Op extends Operation> {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number | readonly string[] | null | undefined>>;
  readonly body?: Body<Op>;
  /** The version that something must have to be changed. */
  readonly ifVersion?: number;
  readonly signal?: AbortSignal;
}

/**
 * Asks the OMC. The session is the page's cookie.
 * Throws `RequestProblem` where the OMC refuses and `Unreachable` where it does not answer.
 */
export async function request<Op extends Operation>(
  operation: Op,
  input: RequestInput<Op> = {},
): Promise<Answer<Op>> {
  const [method = 'GET', template = ''] = operation.split(' ');
  const response = await send(`/api/v1${fill(template, input.path)}${search(input.query)}`, {
    method,
    credentials: 'same-origin',
    headers: {
      accept: 'application/json',
      ...(input.body && { 'content-type': 'application/json' }),
      ...(input.ifVersion !== undefined && { 'if-match': `"${input.ifVersion}"` }),
    },
    ...(input.body && { body: JSON.stringify(input.body) }),
    ...(input.signal && { signal: input.signal }),
  });
  if (!response.ok) throw await problemOf(response);
  return (response.status === 204 ? undefined : await response.json()) as Answer<Op>;
}

/** Sends a request; throws `Unreachable` where there is no answer. */
export async function send(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (cause) {
    if (init.signal?.aborted) throw cause;
    throw new Unreachable(cause);
  }
}

function fill(template: string, values: Readonly<Record<string, string>> = {}): string {
  return template.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));
}

function search(query: RequestInput<Operation>['query'] = {}): string {
  const present = Object.entries(query).flatMap(([name, value]) => {
    if (value === undefined || value === null) return [];
    return (typeof value === 'object' ? value : [value]).map((each) => [name, String(each)]);
  });
  return present.length === 0 ? '' : `?${new URLSearchParams(present)}`;
}

/** The problem document of a refusal, or what the status line says where a proxy answered in its stead. */
export async function problemOf(response: Response): Promise<RequestProblem> {
  const isProblem = response.headers.get('content-type')?.includes('json') ?? false;
  const problem = isProblem ? ((await response.json()) as Problem) : statusLine(response);
  const retryAfter = Number(response.headers.get('retry-after'));
  return new RequestProblem({ ...problem, status: response.status }, retryAfter > 0 ? retryAfter : null);
}

function statusLine({ status, statusText }: Response): Problem {
  return { type: 'about:blank', title: statusText || `HTTP ${status}`, status };
}
