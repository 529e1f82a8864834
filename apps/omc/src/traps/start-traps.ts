import type { AlarmWriter, Catalogue, RegistryWrite } from '@omc/alarm';
import { NeDirectory, type NeLinks, startTrapReceiver, type TrapReceiver } from '@omc/southbound';
import type { Logger } from 'pino';
import type { Configuration } from '../configuration/configuration.js';
import type { SystemTime } from '../time/system-time.js';
import type { TrapRules } from './trap-rules.js';

/** SNMP notifications on their way in. */
export interface Traps {
  readonly receiver: TrapReceiver;
  readonly nes: NeDirectory;
  /** Keeps in step with what was registered and removed. */
  follow(registry: readonly RegistryWrite[]): void;
  close(): Promise<void>;
}

/** What receiving notifications needs. */
export interface TrapsParts {
  readonly configuration: Configuration;
  readonly catalogue: Catalogue;
  readonly time: SystemTime;
  readonly log: Logger;
  readonly trapRules: TrapRules;
}

/** Starts to receive SNMP notifications. */
export async function startTraps(
  { configuration, catalogue, time, log, trapRules }: TrapsParts,
  writer: AlarmWriter,
  links: NeLinks,
): Promise<Traps> {
  const nes = new NeDirectory(configuration.OMC_SNMP_COMMUNITIES);
  for (const ne of writer.nes.values()) nes.put(ne);
  const receiver = await startTrapReceiver({
    host: configuration.OMC_HOST,
    port: configuration.OMC_TRAP_PORT,
    clock: { now: time.now },
    nes,
    meaningOf: (notification) => trapRules.meaningOf(notification),
    isReportable: (alarmId) => catalogue.get(alarmId)?.origin === 'report',
    resync: (ne) => {
      const asked = links.sync(ne);
      log.info({ ne, asked }, 'an NE has restarted, by its own notification');
    },
    log,
  });
  const watching = trapRules.follow(time.scheduler);
  return {
    receiver,
    nes,
    follow: (registry) => {
      for (const write of registry) {
        if (write.kind === 'put-ne') nes.put(write.ne);
        else if (write.kind === 'delete-ne') nes.remove(write.id);
      }
    },
    close: async () => {
      watching.unsubscribe();
      await receiver.close();
    },
  };
}
