import type { ViewResource } from '@omc/api';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type Answer, type RequestInput, request } from './request.js';

const KEY = ['views'];

/** One's saved views, and those that others share. */
export function useViews() {
  return useQuery({
    queryKey: KEY,
    queryFn: async ({ signal }) => (await request('GET /views', { query: { limit: 1000 }, signal })).items,
    staleTime: 60_000,
  });
}

/** What can be done about saved views. */
export type ViewDeed =
  | { readonly kind: 'add'; readonly post: NonNullable<RequestInput<'POST /views'>['body']> }
  | {
      readonly kind: 'change';
      readonly view: ViewResource;
      readonly patch: NonNullable<RequestInput<'PATCH /views/:id'>['body']>;
    }
  | { readonly kind: 'default'; readonly id: string | null }
  | { readonly kind: 'remove'; readonly view: ViewResource };

/** Does something about saved views, and reads them anew; what somebody else changed meanwhile is not overwritten. */
export function useViewDeeds() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: doIt,
    onSettled: () => queries.invalidateQueries({ queryKey: KEY }),
  });
}

async function doIt(deed: ViewDeed): Promise<Answer<'GET /views/:id'> | undefined> {
  switch (deed.kind) {
    case 'add':
      return await request('POST /views', { body: deed.post });
    case 'change':
      return await request('PATCH /views/:id', {
        path: { id: deed.view.id },
        body: deed.patch,
        ifVersion: deed.view.version,
      });
    case 'default':
      await request('PUT /views/default', { body: { id: deed.id } });
      return undefined;
    case 'remove':
      await request('DELETE /views/:id', { path: { id: deed.view.id } });
      return undefined;
  }
}
