import { z } from 'zod';
import { alarmResource } from './alarm-resource.js';
import { topologyResource } from './topology-resource.js';
import { viewResource } from './view-resource.js';

/** An error as the REST API tells it (RFC 9457). `errors` names each wrong member and what is allowed. */
export const problem = z.object({
  type: z.string().describe('about:blank: the title says what the status says'),
  title: z.string(),
  status: z.number().int().describe('the status of the answer'),
  detail: z.string().describe('what is wrong, and what is allowed, for people').optional(),
  requestId: z.string().describe('as in X-Request-Id; the log names it, too').optional(),
  errors: z
    .array(
      z.object({
        field: z.string().describe('the member, as a path such as objects[3].requires'),
        reason: z.string(),
      }),
    )
    .describe('each member that is wrong')
    .optional(),
  current: z
    .union([alarmResource, topologyResource, viewResource])
    .describe('the alarm, topology or view as it is, where it was to have another version')
    .optional(),
});
export type Problem = z.infer<typeof problem>;
