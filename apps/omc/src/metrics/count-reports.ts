import { Counter, type Registry } from 'prom-client';
import type { Ledger } from '../ledger/ledger.js';

/**
 * What came in, what of it was processed and what was not, as the ledger counts it since the start.
 *
 * @param readDrops has the ledger count what the kernel dropped, which is known only when it is asked.
 */
export function countReports(registry: Registry, ledger: Ledger, readDrops: () => Promise<void>): void {
  const registers = [registry];
  new Counter({
    name: 'omc_reports_total',
    help: 'Reports received, by way in',
    labelNames: ['source'],
    registers,
    async collect() {
      await readDrops();
      this.reset();
      for (const { source, received } of ledger.sinceStart()) this.inc({ source }, received);
    },
  });
  new Counter({
    name: 'omc_processed_total',
    help: 'Reports processed and committed, by way in',
    labelNames: ['source'],
    registers,
    async collect() {
      await readDrops();
      this.reset();
      for (const { source, processed } of ledger.sinceStart()) this.inc({ source }, processed);
    },
  });
  new Counter({
    name: 'omc_rejected_total',
    help: 'What came in and was not processed, by way in and reason',
    labelNames: ['source', 'reason'],
    registers,
    async collect() {
      await readDrops();
      this.reset();
      for (const [source, reasons] of ledger.rejections())
        for (const [reason, count] of reasons) this.inc({ source, reason }, count);
    },
  });
}
