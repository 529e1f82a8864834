import { z } from 'zod';
import { alarmFilter, alarmSorts } from './alarm-query.js';

/** Which alarms are exported, and how. */
export const alarmExportQuery = alarmFilter.extend({
  format: z
    .enum(['csv', 'json'])
    .default('csv')
    .describe('csv: UTF-8 with a byte order mark; json: an array'),
  sort: z.enum(alarmSorts).default('-raisedAt'),
});
export type AlarmExportQuery = z.infer<typeof alarmExportQuery>;
