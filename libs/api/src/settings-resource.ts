import { autoAcknowledgements, severities } from '@omc/alarm';
import { z } from 'zod';

/** When alarms are acknowledged by themselves, by severity; what is left out never is. */
export const autoAckSettings = z.strictObject({
  bySeverity: z.partialRecord(z.enum(severities), z.enum(autoAcknowledgements)),
});
export type AutoAckSettings = z.infer<typeof autoAckSettings>;
