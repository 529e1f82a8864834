import { z } from 'zod';

/** Commands to run, and the language of their reports. */
export const mmlPost = z.strictObject({
  command: z.string().min(1).max(65536),
  language: z.enum(['en', 'zh']).default('en'),
});
export type MmlPost = z.infer<typeof mmlPost>;

/** What an MML command answered: the report as an operator reads it, and its rows as data. */
export const mmlResource = z.object({
  retcode: z.number().int(),
  report: z.string(),
  rows: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))),
});
export type MmlResource = z.infer<typeof mmlResource>;
