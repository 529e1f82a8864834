import type { TrapReceiver } from '@omc/southbound';
import type { Logger } from 'pino';

/** Logs what the kernel dropped since the last time that this was called. */
export function tellOfDrops(receiver: Pick<TrapReceiver, 'dropped'>, log: Pick<Logger, 'warn'>) {
  let told = 0;
  return async (): Promise<void> => {
    const all = await receiver.dropped();
    if (all > told)
      log.warn(
        { dropped: all - told },
        'SNMP notifications came faster than they could be read; some are lost',
      );
    told = all;
  };
}
