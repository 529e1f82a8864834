import type { LossLedger } from '@omc/store';
import { exhaustMap, type SchedulerLike, timer } from 'rxjs';
import type { Ledger } from './ledger.js';

/** How often the ledger is stored, and the kernel asked what it dropped: a crash loses the counts of so long. */
const EVERY_MS = 1_000;

/** What keeping the ledger needs. */
export interface LedgerParts {
  readonly ledger: Ledger;
  readonly store: Pick<LossLedger, 'write'>;
  /** Datagrams that the kernel has dropped since the socket was opened. */
  readonly kernelDrops: () => Promise<number>;
  readonly scheduler: SchedulerLike;
  readonly log: { warn(facts: object, message: string): void };
}

/** The ledger being kept. */
export interface LedgerKeeping {
  /** Counts what the kernel dropped by now. */
  readDrops(): Promise<void>;
  /** Stops, storing the rest. */
  stop(): Promise<void>;
}

/** Stores the ledger now and then, and counts in it what the kernel dropped. */
export function keepLedger({ ledger, store, kernelDrops, scheduler, log }: LedgerParts): LedgerKeeping {
  let dropped = 0;
  const readDrops = async () => {
    const now = await kernelDrops();
    const fresh = now - dropped;
    dropped = Math.max(dropped, now);
    ledger.lose({ source: 'snmp', from: '(kernel)' }, 'kernel-drop', [`${fresh} datagrams`], fresh);
  };
  const save = async () => {
    const changes = ledger.takeChanges();
    await store.write(changes.changed, changes.forgotten, changes.processed).catch((err: unknown) => {
      ledger.putBack(changes);
      log.warn({ err }, 'the loss ledger could not be stored');
    });
  };
  const keeping = timer(EVERY_MS, EVERY_MS, scheduler)
    .pipe(exhaustMap(() => readDrops().then(save)))
    .subscribe();
  return {
    readDrops,
    stop: async () => {
      keeping.unsubscribe();
      await save();
    },
  };
}
