import { z } from 'zod';

/** An error as the REST API tells it (RFC 9457). `errors` names each wrong member and what is allowed. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().optional(),
  instance: z.string().optional(),
  errors: z.array(z.object({ field: z.string(), reason: z.string() })).optional(),
});
export type Problem = z.infer<typeof problem>;
