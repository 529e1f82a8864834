import type { Endpoint } from './endpoint.js';
import { statisticsQuery, statisticsResource } from './statistics-resource.js';

/** What REST tells of many alarms at once. */
export const overviewEndpoints = {
  readStatistics: {
    method: 'GET',
    path: '/statistics',
    role: 'viewer',
    summary: 'How many alarms were raised in a time: by hour or day, by severity, by type, by NE',
    query: statisticsQuery,
    answers: { status: 200, schema: statisticsResource },
  },
} as const satisfies Record<string, Endpoint>;
