import { z } from 'zod';

/** Which page of a list that has no filter: at most 1,000 items, from where the last page ended. */
export const pageQuery = z.strictObject({
  cursor: z.string().max(600).optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(1000),
});
export type PageQuery = z.infer<typeof pageQuery>;
