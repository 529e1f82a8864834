import type { Report } from '@omc/alarm';
import { decodeOmcAlarm, OMC_ALARM } from '@omc/wire';
import type { Notification } from './notification.js';
import type { TrapDependencies, TrapRejectionReason } from './trap-dependencies.js';

/** What a notification says, or why it says nothing. */
export type Reading =
  | { readonly report: Report }
  | { readonly report?: undefined; readonly reason: TrapRejectionReason; readonly detail: string };

type Knowledge = Pick<TrapDependencies, 'isRegistered' | 'mayReport' | 'neAt'>;

/** Makes a report of a notification; the NE is found by varbind, else by the source's address. */
export function readNotification(
  { oid, varbinds }: Notification,
  address: string,
  arrivedAt: number,
  known: Knowledge,
): Reading {
  if (oid !== OMC_ALARM) return { reason: 'unmapped', detail: `nothing maps notification ${oid}` };
  const decoded = decodeOmcAlarm(varbinds);
  if (!decoded.ok) return { reason: 'malformed', detail: decoded.reason };
  const { time: _, ne: named, ...facts } = decoded.message;
  const ne = named ?? known.neAt?.(address);
  if (ne === undefined) return { reason: 'unknown-ne', detail: `no NE is registered at ${address}` };
  if (!known.isRegistered(ne)) return { reason: 'unknown-ne', detail: `NE ${ne} is not registered` };
  if (!known.mayReport(address, ne))
    return { reason: 'not-allowed', detail: `${address} may not report for NE ${ne}` };
  return { report: { ...facts, ne, at: arrivedAt, arrivedAt } };
}
