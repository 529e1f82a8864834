import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { reasonOf } from '../../data/reason-of.js';
import { request } from '../../data/request.js';

/** Asks an NE for all its faults, and says what came of it. */
export function useSync(say: (text: string) => void): (id: string) => void {
  const { t } = useTranslation();
  return useCallback(
    (id: string) => {
      request('POST /nes/:id/sync', { path: { id } }).then(
        () => say(t('nes.synced', { id })),
        (error: Error) => say(t('form.failed', { reason: reasonOf(error, t) })),
      );
    },
    [say, t],
  );
}
