import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from './request.js';
import { isSignedOut } from './request-errors.js';

/** Ends the session, then forgets everything that was read with it. */
export function useSignOut() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      try {
        await request('DELETE /session');
      } catch (error) {
        if (!isSignedOut(error)) throw error;
      }
    },
    onSuccess: () => {
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
      return queries.resetQueries({ queryKey: ['session'] });
    },
  });
}
