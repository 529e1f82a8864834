import type { NeMessage, OmcMessage } from './ne-link-messages.js';
import { formatInstant } from './rfc3339.js';

/** The line by which the OMC says something, its end included. */
export function encodeOmcMessage(message: OmcMessage): string {
  return `${JSON.stringify(message)}\n`;
}

/** The line by which an NE says something, its end included; times as RFC 3339 UTC with milliseconds. */
export function encodeNeMessage(message: NeMessage): string {
  return `${JSON.stringify(onTheWire(message))}\n`;
}

function onTheWire(message: NeMessage): object {
  if (message.t !== 'sync') return { ...message, time: formatInstant(message.time) };
  const faults = message.faults.map((fault) => ({ ...fault, since: formatInstant(fault.since) }));
  const { more, ...rest } = { ...message, faults };
  return more ? { ...rest, more } : rest;
}
