import type { ReactNode } from 'react';
import { formatDuration } from '../data/duration.js';
import { useNow } from '../data/use-now.js';
import { useLanguage } from '../i18n/use-language.js';

/** How long it is until an instant (RFC 3339), running; none once it has passed. */
export function TimeLeft({ until }: { until: string }): ReactNode {
  const now = useNow();
  return formatDuration(Date.parse(until) - now, useLanguage());
}
