import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { type AlarmView, listQueryOf } from '../../../data/alarm-view.js';
import { useLive } from '../../../data/live-context.js';
import { request } from '../../../data/request.js';

/** Where the next page begins: before the first page, behind a page, or nowhere, all being read. */
type Place = { readonly cursor: string | undefined } | null;

/** Reads the next thousand alarms beyond those in the list. */
export function OlderButton({ view }: { view: AlarmView }): ReactNode {
  const { t } = useTranslation();
  const live = useLive();
  const [place, setPlace] = useState<Place>({ cursor: undefined });
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  const read = async (from: NonNullable<Place>): Promise<Place> => {
    const before = live.rows.size;
    const page = await request('GET /alarms', { query: { ...listQueryOf(view), cursor: from.cursor } });
    live.addOlder(page.items);
    const next = page.nextCursor === null ? null : { cursor: page.nextCursor };
    // The first page is what the list has already.
    return next && live.rows.size === before ? read(next) : next;
  };
  const readMore = (from: NonNullable<Place>) => {
    setState('busy');
    read(from).then(
      (next) => {
        setPlace(next);
        setState('idle');
      },
      (error: unknown) => {
        console.warn('older alarms could not be read', error);
        setState('failed');
      },
    );
  };
  if (place === null) return null;
  return (
    <Button disabled={state === 'busy'} onClick={() => readMore(place)}>
      {t(state === 'failed' ? 'alarms.olderFailed' : 'alarms.older')}
    </Button>
  );
}
