import type { Alarm, AlarmChange } from '../alarm.js';
import type { AlarmHolder } from '../alarm-holder.js';
import type { BatchDraft } from '../batch.js';
import type { Catalogue } from '../catalogue.js';
import type { Command } from '../commands.js';
import { NE_DISCONNECTED } from '../link-desk.js';
import { NETWORK } from '../names.js';
import type { NeKind } from '../ne.js';
import type { Topology } from '../topology.js';
import { countOfObject } from './counted-object.js';
import { CutOff } from './cut-off.js';
import type { DerivedParts, DerivedSettings } from './derived-settings.js';
import { DerivedTurns, type OmcTroubleTurn } from './derived-turns.js';
import { CUT_OFF, isDerived, MANY_OF_ONE_TYPE, OMC_TROUBLE, SHARED_TRANSMISSION } from './derived-types.js';
import { OpenDerived } from './open-derived.js';
import { requiredAlone } from './required-alone.js';
import { SharedTransmission } from './shared-transmission.js';
import { TypeCounts } from './type-counts.js';

/**
 * Derives alarms from alarms, without clock and I/O: hears what becomes of all others, and at the end of a batch
 * raises and clears its own. A derived type that the catalogue does not have is not raised.
 */
export class DerivedDesk {
  readonly #catalogue: Catalogue;
  readonly #settings: DerivedSettings;
  readonly #open: OpenDerived;
  readonly #turns: DerivedTurns;
  readonly #counts: TypeCounts;
  readonly #shared = new SharedTransmission();
  readonly #cutOff: CutOff;
  /** The OMC's own troubles that begin or end in this batch. */
  #troubles: OmcTroubleTurn[] = [];
  /** NEs that were removed in this batch. */
  readonly #removed = new Set<string>();
  /** Alarms from before a restart on what can no longer be derived. */
  #orphans: Alarm[] = [];

  constructor({ catalogue, settings, typeSettings, newId }: DerivedParts) {
    this.#catalogue = catalogue;
    this.#settings = settings;
    this.#open = new OpenDerived(newId);
    this.#turns = new DerivedTurns({ catalogue, settings, typeSettings }, this.#open);
    this.#counts = new TypeCounts((alarmId) => typeSettings.thresholdsOf(alarmId));
    this.#cutOff = new CutOff({
      intervalMs: settings.handshakeIntervalMs,
      graceMs: settings.reconnectIntervalMs + settings.handshakeIntervalMs,
    });
  }

  /** An NE is registered. */
  add(ne: string, kind: NeKind): void {
    this.#removed.delete(ne);
    if (kind === 'link') this.#cutOff.supervise(ne);
  }

  /** An NE has this topology from now on. */
  place(ne: string, topology: Topology): void {
    if (ne === NETWORK) return;
    this.#counts.place(ne, topology.subnet);
    this.#shared.place(ne, requiredAlone(ne, topology));
  }

  /** Goes on after a restart with what is active, once all NEs and topologies are there. */
  resume(active: Iterable<Alarm>): void {
    const own: Alarm[] = [];
    for (const alarm of active) {
      if (isDerived(alarm)) own.push(alarm);
      else this.#hearRaised(alarm);
      if (alarm.alarmId === NE_DISCONNECTED) this.#cutOff.miss(alarm.ne, alarm.faultAt);
    }
    for (const alarm of own) this.#resumeOwn(alarm);
  }

  /** Hears of a command that was carried out: what links tell of handshakes, and what becomes of NEs. */
  take(command: Command): void {
    switch (command.kind) {
      case 'link-missed':
        return this.#cutOff.miss(command.ne, command.at);
      case 'link-disconnected':
        return this.#cutOff.miss(command.ne, command.faultAt);
      case 'link-answered':
      case 'link-reconnected':
        return this.#cutOff.answer(command.ne);
      case 'omc-trouble':
        this.#troubles.push(command);
        return;
      case 'add-ne':
        return this.add(command.ne.id, command.ne.kind);
      case 'set-topology':
        return this.place(command.ne, command.topology);
      case 'remove-ne':
        return this.#remove(command.id);
      case 'change-alarm-type':
        return this.#counts.rethink(command.alarmId);
    }
  }

  /** Ends a batch: hears all its changes and adds its own. Returns the NEs whose `causesOf301` may be others. */
  finish(now: number, draft: BatchDraft): readonly string[] {
    for (const change of draft.changes) this.#hear(change);
    this.#clearOrphans(now, draft);
    for (const trouble of this.#troubles) this.#turns.trouble(trouble, draft);
    this.#troubles = [];
    const cutOff = this.#cutOff.settle(now);
    this.#turns.cutOff(cutOff, now, draft);
    for (const ne of cutOff.touched) this.#shared.shield(ne, this.#cutOff.shields(ne));
    const shared = this.#shared.settle();
    for (const turn of shared.turns) this.#turns.shared(turn, now, draft);
    for (const turn of this.#counts.settle()) {
      const removed = 'ne' in turn.scope && this.#removed.has(turn.scope.ne);
      this.#turns.count(turn, removed, now, draft);
    }
    this.#removed.clear();
    return [...new Set([...cutOff.touched, ...shared.touched])];
  }

  /** Where each open derived alarm is kept. */
  holders(): Iterable<AlarmHolder> {
    return this.#open.holders();
  }

  /** The derived alarms that explain the disconnection of an NE: at most one. */
  causesOf301(ne: string): readonly string[] {
    const object = this.#shared.causeOf(ne);
    const id = this.#cutOff.explains(ne)
      ? this.#open.idOf({ alarmId: CUT_OFF, ne: NETWORK, object: this.#settings.omc })
      : object && this.#open.idOf({ alarmId: SHARED_TRANSMISSION, ne: NETWORK, object });
    return id === undefined ? [] : [id];
  }

  #remove(ne: string): void {
    this.#removed.add(ne);
    this.#counts.place(ne, undefined);
    this.#shared.forget(ne);
    this.#cutOff.forget(ne);
  }

  #hear({ kind, alarm }: AlarmChange): void {
    if (kind === 'raised') this.#hearRaised(alarm);
    else if (kind === 'cleared') this.#hearCleared(alarm);
  }

  #hearRaised(alarm: Alarm): void {
    if (this.#isCounted(alarm)) this.#counts.raised(alarm.ne, alarm.alarmId);
    if (alarm.alarmId === NE_DISCONNECTED) this.#shared.disconnect(alarm.ne, alarm.faultAt);
  }

  #hearCleared(alarm: Alarm): void {
    if (this.#isCounted(alarm)) this.#counts.cleared(alarm.ne, alarm.alarmId);
    if (alarm.alarmId === NE_DISCONNECTED) this.#shared.connect(alarm.ne);
  }

  #isCounted({ ne, alarmId }: Alarm): boolean {
    return ne !== NETWORK && this.#catalogue.get(alarmId)?.origin !== 'derived';
  }

  #resumeOwn(alarm: Alarm): void {
    const { ne, object, alarmId, faultAt, info } = alarm;
    const counted = alarmId === MANY_OF_ONE_TYPE ? countOfObject(ne, object) : undefined;
    this.#open.adopt(alarm);
    if (counted !== undefined)
      this.#counts.resume(counted.scope, counted.alarmId, Number(info['members'] ?? 0));
    else if (alarmId === SHARED_TRANSMISSION && ne === NETWORK) this.#shared.resume(object);
    else if (alarmId === CUT_OFF && object === this.#settings.omc) this.#cutOff.resume(faultAt);
    else if (alarmId !== OMC_TROUBLE || !object.startsWith(`${this.#settings.omc},`))
      this.#orphans.push(alarm);
  }

  #clearOrphans(now: number, draft: BatchDraft): void {
    for (const alarm of this.#orphans) this.#open.clear(alarm, 'derived', now, draft);
    this.#orphans = [];
  }
}
