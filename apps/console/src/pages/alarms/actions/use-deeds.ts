import type { AlarmResource } from '@omc/api';
import { useCallback, useMemo, useState } from 'react';
import { type AlarmDeed, type DeedOutcome, useAlarmActions } from '../../../data/use-alarm-actions.js';
import { type ShelveOutcome, useUnshelve } from '../../../data/use-shelve.js';

/** What was done last, for the message that tells of it. */
export type Told =
  | { readonly kind: 'done'; readonly outcome: DeedOutcome }
  | { readonly kind: 'shelved'; readonly outcome: ShelveOutcome }
  | { readonly kind: 'unshelved' }
  | { readonly kind: 'failed'; readonly error: unknown }
  | { readonly kind: 'said'; readonly text: string };

/** What can be done to several alarms of the list, with what became of it. */
export interface Deeds {
  readonly told: Told | null;
  readonly busy: boolean;
  readonly act: (deed: AlarmDeed) => void;
  /** Acknowledges what is not, or where all are, takes that back. */
  readonly acknowledge: (alarms: readonly AlarmResource[]) => void;
  /** Takes shelves back that were just begun. */
  readonly unshelve: (shelves: readonly string[]) => void;
  readonly tell: (told: Told | null) => void;
}

export function useDeeds(): Deeds {
  const [told, tell] = useState<Told | null>(null);
  const { mutate, isPending } = useAlarmActions();
  const act = useCallback(
    (deed: AlarmDeed) =>
      mutate(deed, {
        onSuccess: (outcome) => tell({ kind: 'done', outcome }),
        onError: (error) => tell({ kind: 'failed', error }),
      }),
    [mutate],
  );
  const acknowledge = useCallback(
    (alarms: readonly AlarmResource[]) => {
      const open = alarms.filter(({ ack }) => ack.state === 'unacknowledged');
      if (open.length > 0) act({ action: 'acknowledge', alarms: open });
      else if (alarms.length > 0) act({ action: 'unacknowledge', alarms });
    },
    [act],
  );
  const { mutate: end } = useUnshelve();
  const unshelve = useCallback(
    (shelves: readonly string[]) =>
      end(shelves, {
        onSuccess: () => tell({ kind: 'unshelved' }),
        onError: (error) => tell({ kind: 'failed', error }),
      }),
    [end],
  );
  return useMemo(
    () => ({ told, busy: isPending, act, acknowledge, unshelve, tell }),
    [told, isPending, act, acknowledge, unshelve],
  );
}
