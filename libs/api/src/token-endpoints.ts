import { pageOf } from './alarm-query.js';
import { apiTokenPost, apiTokenQuery, apiTokenResource, newApiTokenResource } from './api-token-resource.js';
import type { Endpoint } from './endpoint.js';

/** The tokens by which programs come in. */
export const tokenEndpoints = {
  listTokens: {
    method: 'GET',
    path: '/tokens',
    role: 'viewer',
    summary:
      'Your API tokens, those of all users for an admin; by owner and name, never the tokens themselves',
    query: apiTokenQuery,
    answers: { status: 200, schema: pageOf(apiTokenResource) },
  },
  addToken: {
    method: 'POST',
    path: '/tokens',
    role: 'viewer',
    summary: 'Make an API token with at most your own rights; it is shown this once',
    body: apiTokenPost,
    refuses: [409],
    answers: { status: 201, schema: newApiTokenResource },
  },
  removeToken: {
    method: 'DELETE',
    path: '/tokens/:id',
    role: 'viewer',
    refuses: [404],
    summary: 'End an API token of yours, of anybody for an admin, and what is open by it',
    answers: { status: 204 },
  },
} as const satisfies Record<string, Endpoint>;
