import type { AlarmResource } from '@omc/api';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ShelfReach, shelfMatches, shelfReaches } from '../../../data/shelf-matches.js';
import { useShelve } from '../../../data/use-shelve.js';
import { DialogEnds } from './dialog-ends.js';
import type { Deeds } from './use-deeds.js';

interface ShelveFormProps {
  readonly alarms: readonly AlarmResource[];
  readonly deeds: Deeds;
  readonly onClose: () => void;
}

/** Minutes. */
const presets = [15, 60, 240, 1440] as const;
const MOST_SHELVES = 100;

/** Asks for how long, how much and why alarms are taken out of sight. */
export function ShelveForm({ alarms, deeds, onClose }: ShelveFormProps): ReactNode {
  const { t } = useTranslation();
  const shelve = useShelve();
  const [minutes, setMinutes] = useState<number>(60);
  const [reach, setReach] = useState<ShelfReach>('alarm');
  const [untilCleared, setUntilCleared] = useState(false);
  const [reason, setReason] = useState('');
  const matches = shelfMatches(alarms, reach);
  const tooMany = matches.length > MOST_SHELVES;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() === '' || tooMany) return;
    shelve.mutate(
      { matches, minutes, untilCleared, reason: reason.trim() },
      {
        onSuccess: (outcome) => deeds.tell({ kind: 'shelved', outcome }),
        onError: (error) => deeds.tell({ kind: 'failed', error }),
        onSettled: onClose,
      },
    );
  };
  return (
    <form className="dialog-form" onSubmit={submit}>
      <fieldset className="dialog-choice">
        <legend>{t('shelve.for')}</legend>
        <span className="choice">
          {presets.map((preset) => (
            <button
              key={preset}
              type="button"
              aria-pressed={minutes === preset}
              onClick={() => setMinutes(preset)}
            >
              {t(`shelve.preset-${preset}`)}
            </button>
          ))}
        </span>
      </fieldset>
      <label>
        {t('shelve.reach')}
        <select
          className="field"
          value={reach}
          onChange={({ target }) => setReach(shelfReaches.find((each) => each === target.value) ?? 'alarm')}
        >
          {shelfReaches.map((each) => (
            <option key={each} value={each}>
              {t(`shelve.reach-${each}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('shelve.reason')}
        <input
          className="field"
          // The one thing that has to be said; the rest has defaults.
          data-begin
          required
          maxLength={500}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
      </label>
      <label className="dialog-check">
        <input
          type="checkbox"
          checked={untilCleared}
          onChange={({ target }) => setUntilCleared(target.checked)}
        />
        {t('shelve.untilCleared')}
      </label>
      {tooMany && <p className="form-trouble">{t('shelve.tooMany', { count: MOST_SHELVES })}</p>}
      <DialogEnds
        action={t('shelve.shelve')}
        disabled={reason.trim() === '' || tooMany || shelve.isPending}
        onClose={onClose}
      />
    </form>
  );
}
