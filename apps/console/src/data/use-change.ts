import { useMutation, useQueryClient } from '@tanstack/react-query';

/** A change that a dialog asks for. */
export interface Change<Input> {
  readonly isPending: boolean;
  readonly error: unknown;
  readonly mutate: (input: Input) => void;
}

/** A change by REST, after which what was read of it before is read anew. */
export function useChange<Input>(
  key: string | readonly string[],
  change: (input: Input) => Promise<unknown>,
  onDone: (input: Input) => void,
) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async (_, input) => {
      const keys = typeof key === 'string' ? [key] : key;
      await Promise.all(keys.map((each) => queries.invalidateQueries({ queryKey: [each] })));
      onDone(input);
    },
  });
}
