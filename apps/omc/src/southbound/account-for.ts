import type { NeLinks } from '@omc/southbound';
import type { Ledger } from '../ledger/ledger.js';
import type { Traps } from '../traps/start-traps.js';

/** Has everything that comes in counted, and what of it is in vain. */
export function accountFor(ledger: Ledger, links: NeLinks, { receiver }: Traps): void {
  ledger.watch('link', { received: () => links.received });
  links.rejected$.subscribe(({ ne, reason, detail, sample, lines }) =>
    ledger.lose({ source: 'link', from: ne }, reason, [`${detail}: ${sample}`], lines),
  );
  ledger.watch('snmp', {
    received: () => receiver.received(),
    obeyed: () => {
      const { reports: _, ...others } = receiver.outcomes();
      return Object.values(others).reduce((sum, count) => sum + count, 0);
    },
  });
  receiver.rejected$.subscribe(({ from, reason, detail, sample = '' }) =>
    ledger.lose({ source: 'snmp', from: from.replace(/:\d+$/, '') }, reason, [`${detail} ${sample}`.trim()]),
  );
}
