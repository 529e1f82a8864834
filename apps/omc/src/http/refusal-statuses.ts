import type { Endpoint } from '@omc/api';

/** What each status of a refusal means, in all operations alike. */
export const REFUSALS: Readonly<Record<number, string>> = {
  400: 'Something in the request is wrong: `errors` names each member and what is allowed',
  401: 'Not signed in, or no longer',
  403: 'The role or scope is too small, the password has to be changed first, or a page of another origin asked',
  404: 'There is no such thing',
  409: 'It does not go with what there is',
  412: 'It has another version by now',
  413: 'The body is too long',
  415: 'The body is of another media type',
  429: 'Too many requests',
  500: 'The OMC failed; its log says why, under the id of the request',
  503: 'Something that this needs does not work just now',
};

/** With which statuses an operation may refuse, least first. */
export function refusalStatuses({ role, body, refuses = [], path }: Endpoint): number[] {
  const isOpen = role === 'anyone';
  return [
    400,
    ...(isOpen && body === undefined ? [] : [401]),
    // Also to a viewer: pages of other origins ask, or the password has to be changed first.
    ...(isOpen ? [] : [403]),
    ...refuses,
    ...(body === undefined ? [] : [413, 415]),
    ...(path === '/healthz' || path === '/readyz' ? [] : [429]),
    500,
    503,
  ].sort((a, b) => a - b);
}
