import type { Alarm } from './alarm.js';
import type { AlarmHolder } from './alarm-holder.js';
import type { BatchDraft } from './batch.js';
import { acknowledge } from './life-cycle.js';
import type { TypeSettings } from './type-settings.js';

/** Who acknowledges by itself. */
const NOBODY = 'auto';

/** Acknowledges what a batch has raised or cleared, where that was set; to be called when all else of the batch is done. */
export function acknowledgeByThemselves(settings: TypeSettings, now: number, draft: BatchDraft): void {
  if (!settings.acknowledges) return;
  // The length as it is now: what is added here needs no second look.
  const { length } = draft.changes;
  for (let place = 0; place < length; place++) {
    const change = draft.changes[place];
    const kept = draft.holders[place];
    if (change === undefined || kept === undefined) continue;
    if (change.kind !== 'raised' && change.kind !== 'cleared') continue;
    const holder = holderNow(change.alarm, kept);
    const alarm = holder?.alarm;
    if (holder === undefined || alarm === undefined || !isDue(settings, alarm)) continue;
    draft.change(holder, {
      kind: 'acknowledged',
      at: now,
      by: NOBODY,
      facts: { auto: settings.autoAcknowledgeOf(alarm) },
      alarm: acknowledge(alarm, { state: 'acknowledged', by: NOBODY, at: now }),
    });
  }
}

/** Who has the alarm by now; a cleared one has nobody any more. One that was raised and cleared in one batch comes by its clear. */
function holderNow(alarm: Alarm, kept: AlarmHolder): AlarmHolder | undefined {
  if (alarm.state === 'cleared') return { alarm };
  return kept.alarm?.id === alarm.id ? kept : undefined;
}

function isDue(settings: TypeSettings, alarm: Alarm): boolean {
  if (alarm.ack.state === 'acknowledged') return false;
  const when = settings.autoAcknowledgeOf(alarm);
  return when === 'raised' || (when === 'cleared' && alarm.state === 'cleared');
}
