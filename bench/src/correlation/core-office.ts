import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import {
  type AlarmChange,
  AlarmWriter,
  type BatchDraft,
  type Command,
  type NetworkElement,
} from '@omc/alarm';
import { loadCatalogue } from '@omc/catalogue';
import type { NetworkPlan } from '@omc/simulator';

const ALARM_TYPES = fileURLToPath(new URL('../../../config/alarm-types.yaml', import.meta.url));

/** The core alone with the shipped catalogue and a network: no sockets, no database, and time is what it is told. */
export class CoreOffice {
  readonly writer: AlarmWriter;
  /** Told of every batch. */
  onChanges: (changes: readonly AlarmChange[]) => void = () => undefined;

  constructor(writer: AlarmWriter) {
    this.writer = writer;
  }

  /** Begins with a planned network, its topologies told. `kind` is how the NEs are reached. */
  static async of(plan: NetworkPlan, kind: NetworkElement['kind']): Promise<CoreOffice> {
    const loaded = await loadCatalogue(ALARM_TYPES);
    if (!loaded.ok) throw new Error(loaded.faults.join('\n'));
    const nes = plan.elements.map(({ id, host, port }): NetworkElement => ({ id, kind, host, port }));
    const topologies = plan.elements.map(({ id, topology }) => ({
      ne: id,
      version: 1,
      body: JSON.stringify(topology),
      ...(topology.site === undefined ? {} : { site: topology.site }),
      ...(topology.subnet === undefined ? {} : { subnet: topology.subnet }),
    }));
    const stored = {
      nes,
      topologies,
      filters: [],
      activeAlarms: [],
      shelves: [],
      typeSettings: [],
      sequences: { journalSeq: 0, changeSeq: 0 },
    };
    const writer = new AlarmWriter(loaded.catalogue, stored, randomUUID);
    writer.ready([]);
    return new CoreOffice(writer);
  }

  /** Carries out commands as one batch; gives the milliseconds that it took to complete it, roles included. */
  at(now: number, commands: Iterable<Command>): number {
    const draft: BatchDraft = this.writer.begin(now);
    for (const command of commands) this.writer.do(command, now, draft);
    const startedAt = performance.now();
    this.writer.finish(draft, now);
    const tookMs = performance.now() - startedAt;
    this.onChanges(draft.changes);
    return tookMs;
  }

  /** Lets time pass: what falls due is decided when it does. */
  passTo(now: number): void {
    for (let at = this.writer.nextDeadlineAt; at !== undefined && at <= now; at = this.writer.nextDeadlineAt)
      this.at(at, [{ kind: 'deadline', at }]);
  }
}
