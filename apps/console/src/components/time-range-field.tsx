import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { toLocalInput } from '../data/local-input.js';
import { rangeNames, readRange } from '../data/time-range.js';
import { setOwn } from '../data/use-own.js';
import { useUrlState } from '../data/use-url-state.js';

const DAY_MS = 86_400_000;

/** Which time a page is about: a preset, or between two instants. It is kept in the address. */
export function TimeRangeField(): ReactNode {
  const { t } = useTranslation();
  const range = readRange(useUrlState().own);
  const choose = (name: string) => {
    const now = Date.now();
    const ends =
      name === 'own'
        ? { since: toLocalInput(now - DAY_MS), until: toLocalInput(now) }
        : { since: '', until: '' };
    setOwn({ time: name === 'all' ? '' : name, ...ends });
  };
  return (
    <>
      <select
        className="field"
        aria-label={t('range.label')}
        value={range.name}
        onChange={({ target }) => choose(target.value)}
      >
        {rangeNames.map((name) => (
          <option key={name} value={name}>
            {t(`range.${name}`)}
          </option>
        ))}
      </select>
      {range.name === 'own' &&
        (['since', 'until'] as const).map((end) => (
          <input
            key={end}
            className="field"
            type="datetime-local"
            aria-label={t(`range.${end}`)}
            title={t(`range.${end}`)}
            value={range[end]}
            onChange={({ target }) => setOwn({ [end]: target.value })}
          />
        ))}
    </>
  );
}
