import { useMutation, useQueryClient } from '@tanstack/react-query';

/** A change by REST, after which what was read of it before is read anew. */
export function useChange<Input>(
  key: string,
  change: (input: Input) => Promise<unknown>,
  onDone: (input: Input) => void,
) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async (_, input) => {
      await queries.invalidateQueries({ queryKey: [key] });
      onDone(input);
    },
  });
}
