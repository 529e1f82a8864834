import type { Report } from '@omc/alarm';
import type { Notification } from '@omc/wire';
import type { Sender } from './ne-directory.js';
import type { TrapDependencies, TrapRejectionReason } from './trap-dependencies.js';

/** What a notification leads to, or why it leads to nothing. */
export type Reading =
  | { readonly leads: 'report'; readonly rule: string; readonly report: Report }
  | { readonly leads: 'resync'; readonly rule: string; readonly ne: string }
  | { readonly leads: 'ignore'; readonly rule: string }
  | {
      readonly leads: 'nothing';
      readonly rule?: string;
      readonly reason: TrapRejectionReason;
      readonly detail: string;
    };

type Knowledge = Pick<TrapDependencies, 'nes' | 'meaningOf' | 'isReportable'>;

/** Reads a notification by the rules in force: what it means, of which NE it is, whether its sender may say so. */
export function readNotification(
  notification: Notification,
  sender: Sender,
  arrivedAt: number,
  known: Knowledge,
): Reading {
  const meaning = known.meaningOf(notification);
  if (meaning.kind === 'malformed') return { leads: 'nothing', reason: 'malformed', detail: meaning.reason };
  if (meaning.kind === 'unmapped')
    return {
      leads: 'nothing',
      reason: 'unmapped',
      detail: meaning.reason,
      ...(meaning.rule !== undefined && { rule: meaning.rule }),
    };
  const { rule } = meaning;
  if (meaning.kind === 'ignore') return { leads: 'ignore', rule };
  const found = known.nes.find(meaning.neCandidates, sender);
  if ('reason' in found) return { leads: 'nothing', rule, reason: 'unknown-ne', detail: found.reason };
  const refusal = known.nes.refusal(found.ne, sender);
  if (refusal !== undefined) return { leads: 'nothing', rule, reason: 'not-allowed', detail: refusal };
  if (meaning.kind === 'resync') return { leads: 'resync', rule, ne: found.ne };
  if (!known.isReportable(meaning.alarmId))
    return {
      leads: 'nothing',
      rule,
      reason: 'unmapped',
      detail: `alarm type ${meaning.alarmId} is not in the catalogue`,
    };
  const { kind: _, rule: __, neCandidates: ___, ...facts } = meaning;
  return { leads: 'report', rule, report: { ...facts, ne: found.ne, at: arrivedAt, arrivedAt } };
}
