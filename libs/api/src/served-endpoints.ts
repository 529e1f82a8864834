import type { ServedEndpoint } from './endpoint.js';
import { endpoints } from './endpoints.js';
import { systemEndpoints } from './system-endpoints.js';
import { vesEndpoints } from './ves.js';

/** Every operation that is served, with its whole path. */
export const servedEndpoints: readonly ServedEndpoint[] = [
  ...under('', systemEndpoints),
  ...under('/api/v1', endpoints),
  ...under('/eventListener/v7', vesEndpoints),
];

function under(root: string, table: Readonly<Record<string, ServedEndpoint['endpoint']>>): ServedEndpoint[] {
  return Object.entries(table).map(([operationId, endpoint]) => ({
    operationId,
    path: root + (endpoint.path === '/' && root !== '' ? '' : endpoint.path),
    endpoint,
  }));
}
