import type { ReactNode } from 'react';
import { formatDuration } from '../data/duration.js';
import { useLiveStatus } from '../data/live-context.js';
import { useNow } from '../data/use-now.js';
import { useLanguage } from '../i18n/use-language.js';

interface RunningDurationProps {
  /** RFC 3339 instants; without an end it runs on. */
  readonly from: string;
  readonly to: string | null;
}

/** How long something took or takes. While the OMC is not heard it stands still: what is there now is not known. */
export function RunningDuration({ from, to }: RunningDurationProps): ReactNode {
  const language = useLanguage();
  return to === null ? <Running from={from} /> : formatDuration(Date.parse(to) - Date.parse(from), language);
}

function Running({ from }: { from: string }): ReactNode {
  const language = useLanguage();
  const now = useNow();
  const frozenAt = useLiveStatus(({ link, heardAt }) => (link === 'reconnecting' ? heardAt : null));
  return formatDuration((frozenAt ?? now) - Date.parse(from), language);
}
