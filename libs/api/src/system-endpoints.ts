import { z } from 'zod';
import type { Endpoint } from './endpoint.js';

/** That the process is alive. */
export const healthResource = z.object({ status: z.literal('ok') });

/** What the OMC needs to work, each with `ok` or what is wrong. */
export const readinessResource = z.object({
  status: z.enum(['ok', 'not ready']),
  checks: z
    .record(z.string(), z.string())
    .describe('each thing that the OMC needs, with "ok" or what is wrong with it'),
  troubles: z
    .array(z.string())
    .describe('what the OMC is short of, as its alarms 90004 say; it works all the same'),
});
export type ReadinessResource = z.infer<typeof readinessResource>;

/** What surrounds the API, below `/`. */
export const systemEndpoints = {
  readHealth: {
    method: 'GET',
    path: '/healthz',
    role: 'anyone',
    summary: 'The process is alive',
    answers: { status: 200, schema: healthResource },
  },
  readReadiness: {
    method: 'GET',
    path: '/readyz',
    role: 'anyone',
    summary: 'Whether everything works, and what does not; 503 with the same body where something does not',
    answers: { status: 200, schema: readinessResource },
  },
  readMetrics: {
    method: 'GET',
    path: '/metrics',
    role: 'viewer',
    basicAuth: true,
    wholeNetwork: true,
    summary: 'Figures for Prometheus, in its text format',
    answers: { status: 200, type: 'text/plain', schema: z.string() },
  },
  readOpenApi: {
    method: 'GET',
    path: '/api/openapi.json',
    role: 'viewer',
    summary: 'This document',
    answers: {
      status: 200,
      schema: z.looseObject({ openapi: z.string(), paths: z.record(z.string(), z.unknown()) }),
    },
  },
} as const satisfies Record<string, Endpoint>;
