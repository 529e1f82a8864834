import { z } from 'zod';

/** Levels of the log; each has what those after it have. */
export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** From which level on something is written to the log. */
export const logLevelResource = z.strictObject({
  level: z.enum(logLevels).describe('debug writes a line for each request'),
});
export type LogLevelResource = z.infer<typeof logLevelResource>;
