import {
  applyDecorators,
  createParamDecorator,
  type ExecutionContext,
  HttpCode,
  RequestMapping,
  RequestMethod,
  SetMetadata,
} from '@nestjs/common';
import type { Endpoint } from '@omc/api';
import type { Request } from 'express';
import type { z } from 'zod';
import type { SignedSession } from '../access/signed-session.js';
import { invalidProblem } from './problem-exception.js';

const ENDPOINT = 'omc:endpoint';

/** Marks a method as the one that serves an endpoint: its route, its right, its inputs and its status come from there. */
export function Operation(endpoint: Endpoint): MethodDecorator {
  return applyDecorators(
    RequestMapping({ path: endpoint.path, method: RequestMethod[endpoint.method] }),
    HttpCode(endpoint.answers.status),
    SetMetadata(ENDPOINT, endpoint),
  );
}

/** The endpoint that a method serves; undefined where it serves none. */
export function endpointOf(context: ExecutionContext): Endpoint | undefined {
  return Reflect.getMetadata(ENDPOINT, context.getHandler()) as Endpoint | undefined;
}

/** A request with who sent it. */
export type SignedRequest = Request & { session?: SignedSession; token?: string };

/** The query, checked against the endpoint's schema. */
export const CheckedQuery = createParamDecorator((_: unknown, context: ExecutionContext) =>
  checked(endpointOf(context)?.query, requestOf(context).query),
);

/** The body, checked against the endpoint's schema. */
export const CheckedBody = createParamDecorator((_: unknown, context: ExecutionContext) =>
  checked(endpointOf(context)?.body, requestOf(context).body ?? {}),
);

/** Who sent the request. */
export const Signed = createParamDecorator(
  (_: unknown, context: ExecutionContext) => requestOf(context).session,
);

export function requestOf(context: ExecutionContext): SignedRequest {
  return context.switchToHttp().getRequest<SignedRequest>();
}

/** An input as its schema makes it; throws the problem that names each wrong member. */
export function checked<Checked>(schema: z.ZodType<Checked> | undefined, value: unknown): Checked {
  if (schema === undefined) throw new Error('this endpoint declares no such input');
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw invalidProblem(parsed.error);
  return parsed.data;
}
