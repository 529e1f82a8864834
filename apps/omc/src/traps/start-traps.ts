import type { AlarmWriter, Catalogue, RegistryWrite } from '@omc/alarm';
import {
  NeDirectory,
  type Reading,
  readNotification,
  type Sender,
  startTrapReceiver,
  type TrapReceiver,
} from '@omc/southbound';
import type { Store } from '@omc/store';
import type { Notification, TrapMeaning } from '@omc/wire';
import type { Logger } from 'pino';
import { exhaustMap, timer } from 'rxjs';
import type { Configuration } from '../configuration/configuration.js';
import type { SnmpUsers } from '../snmp/snmp-users.js';
import type { SystemTime } from '../time/system-time.js';
import { tellOfDrops } from './tell-of-drops.js';
import { TrapMappings } from './trap-mappings.js';
import type { TrapRules } from './trap-rules.js';
import { UnmappedBook } from './unmapped-book.js';

/** How often what nothing maps is stored, and the clocks of SNMP engines. */
const STORE_MS = 2_000;

/** How often the kernel is asked what it dropped. */
const DROPS_MS = 10_000;

/** SNMP notifications on their way in. */
export interface Traps {
  readonly receiver: TrapReceiver;
  /** What nothing maps. */
  readonly unmapped: UnmappedBook;
  readonly mappings: TrapMappings;
  /** What a notification means, by the rules in force. */
  meaningOf(notification: Notification): TrapMeaning;
  isReportable(alarmId: number): boolean;
  /** What an OID is called; null where nobody names it. */
  nameOf(oid: string): string | null;
  /** What a notification would lead to; nothing is reported. */
  read(notification: Notification, sender: Sender): Reading;
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

/** Starts to receive SNMP notifications. `resync` asks an NE that has restarted for all its faults; false where it cannot be asked. */
export async function startTraps(
  { configuration, catalogue, time, log, trapRules }: TrapsParts,
  writer: AlarmWriter,
  resync: (ne: string) => boolean,
  store: Store,
  snmpUsers: SnmpUsers,
): Promise<Traps> {
  const nes = new NeDirectory(configuration.OMC_SNMP_COMMUNITIES);
  for (const ne of writer.nes.values()) nes.put(ne);
  const known = {
    nes,
    meaningOf: (notification: Notification) => trapRules.meaningOf(notification),
    isReportable: (alarmId: number) => catalogue.get(alarmId)?.origin === 'report',
  };
  const unmapped = new UnmappedBook(await store.unmappedTraps.read());
  const mappings = await TrapMappings.open({
    ...{ rows: store.trapMappings, rules: trapRules, unmapped, now: time.now },
  });
  const receiver = await startTrapReceiver({
    ...known,
    host: configuration.OMC_HOST,
    port: configuration.OMC_TRAP_PORT,
    clock: { now: time.now },
    usm: snmpUsers.usm,
    resync: (ne) => {
      const asked = resync(ne);
      log.info({ ne, asked }, 'an NE has restarted, by its own notification');
    },
    log,
  });
  const watching = trapRules.follow(time.scheduler);
  watching.add(receiver.rejected$.subscribe((rejection) => unmapped.add(rejection, time.now())));
  const storeUnmapped = async () => {
    const changes = unmapped.takeChanges();
    await store.unmappedTraps.write(changes.changed, changes.forgotten).catch((err: unknown) => {
      unmapped.putBack(changes);
      log.warn({ err }, 'unmapped notifications could not be stored');
    });
  };
  const storeAll = async () => {
    await storeUnmapped();
    await snmpUsers.storeClocks();
  };
  watching.add(timer(STORE_MS, STORE_MS, time.scheduler).pipe(exhaustMap(storeAll)).subscribe());
  watching.add(
    timer(DROPS_MS, DROPS_MS, time.scheduler)
      .pipe(exhaustMap(tellOfDrops(receiver, log)))
      .subscribe(),
  );
  return {
    receiver,
    unmapped,
    mappings,
    meaningOf: known.meaningOf,
    isReportable: known.isReportable,
    nameOf: (oid) => trapRules.nameOf(oid),
    read: (notification, sender) => readNotification(notification, sender, time.now(), known),
    follow: (registry) => {
      for (const write of registry) {
        if (write.kind === 'put-ne') nes.put(write.ne);
        else if (write.kind === 'delete-ne') nes.remove(write.id);
      }
    },
    close: async () => {
      watching.unsubscribe();
      await receiver.close();
      await storeAll();
    },
  };
}
