import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from './request.js';

/** Opens a session; the cookie that comes with it is all the page needs. */
export function useSignIn() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (credentials: { user: string; password: string }) =>
      request('POST /session', { body: credentials }),
    onSuccess: async () => {
      queries.setQueryData(['session'], await request('GET /session'));
    },
  });
}
