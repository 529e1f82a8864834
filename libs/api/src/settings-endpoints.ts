import type { Endpoint } from './endpoint.js';
import { autoAckSettings } from './settings-resource.js';

/** What is set for the whole OMC. */
export const settingsEndpoints = {
  readAutoAck: {
    method: 'GET',
    path: '/settings/auto-ack',
    role: 'viewer',
    summary: 'When alarms are acknowledged by themselves, by severity',
    answers: { status: 200, schema: autoAckSettings },
  },
  putAutoAck: {
    method: 'PUT',
    path: '/settings/auto-ack',
    role: 'engineer',
    summary: 'Set when alarms are acknowledged by themselves, by severity',
    body: autoAckSettings,
    answers: { status: 200, schema: autoAckSettings },
  },
} as const satisfies Record<string, Endpoint>;
