import type { LinkState, NeResource } from '@omc/api';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LinkMark } from './link-mark.js';

const states: readonly LinkState[] = ['disconnected', 'connecting', 'connected', 'none'];

/** How many links there are in each state that occurs. */
export function LinkCounts({ nes }: { nes: readonly NeResource[] }): ReactNode {
  const { t, i18n } = useTranslation();
  const counts = new Map<LinkState, number>();
  for (const { link } of nes) counts.set(link.state, (counts.get(link.state) ?? 0) + 1);
  return (
    <ul className="link-counts" aria-label={t('nes.link')}>
      {states
        .filter((state) => counts.has(state))
        .map((state) => (
          <li key={state}>
            <LinkMark state={state} /> <b>{counts.get(state)?.toLocaleString(i18n.language)}</b>
          </li>
        ))}
    </ul>
  );
}
