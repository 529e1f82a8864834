import { createHash } from 'node:crypto';
import { filter, firstValueFrom, forkJoin, map, merge, take } from 'rxjs';
import { SimulatedElement } from '../element/simulated-element.js';
import { addressOf } from '../network/address-of.js';
import type { DeviceLog, ReplayedLog } from './log-events.js';

/** Where the eNodeBs of a replay listen. */
export interface ReplayAddresses {
  /** IPv4 address before that of the first. */
  readonly base: string;
  readonly port: number;
}

/** The eNodeBs of a log: each has all that its device reported to tell when an OMC dials it. */
export class ReplayNetwork {
  readonly elements: readonly SimulatedElement[];
  /** How many events all of them have to tell. */
  readonly events: number;
  /** Resolves when an OMC has dialled the first of them. */
  readonly greeted: Promise<void>;
  /** Resolves when everything is acknowledged. */
  readonly told: Promise<void>;

  /** Throws RangeError where addresses run out. */
  constructor({ devices }: ReplayedLog, { base, port }: ReplayAddresses) {
    this.elements = devices.map((log, index) => elementOf(log, addressOf(base, index + 1), port));
    this.events = this.elements.reduce((sum, { lastSeq }) => sum + lastSeq, 0);
    const nothing = map(() => undefined);
    this.greeted = firstValueFrom(merge(...this.elements.map(({ heard }) => heard)).pipe(take(1), nothing));
    this.told = firstValueFrom(forkJoin(this.elements.map(toldBy)).pipe(nothing));
  }

  /** How many events are acknowledged. */
  get acked(): number {
    return this.elements.reduce((sum, { acked }) => sum + acked, 0);
  }

  /** Where they listen, in words. */
  get addresses(): string {
    const [first] = this.elements;
    const last = this.elements.at(-1);
    return `${first?.host} to ${last?.host}, port ${first?.port}`;
  }

  /** Begins to listen. Rejects with ListenError. */
  async listen(): Promise<void> {
    await Promise.all(this.elements.map((element) => element.start()));
  }

  /** Ends all connections and stops listening. */
  async stop(): Promise<void> {
    await Promise.all(this.elements.map((element) => element.stop()));
  }
}

function elementOf({ device, reports }: DeviceLog, host: string, port: number): SimulatedElement {
  const element = new SimulatedElement({
    id: `eNB-R-${device}`,
    host,
    port,
    // The same log at the same times is the same numbering: a replay that was broken off goes on where it was.
    epoch: createHash('sha256').update(JSON.stringify(reports)).digest('hex').slice(0, 12),
    capacity: Math.max(1, reports.length),
  });
  element.reportAll(reports);
  return element;
}

/** Emits once when an NE's last event is acknowledged. */
function toldBy(element: SimulatedElement) {
  return element.heard.pipe(
    filter(() => element.acked === element.lastSeq),
    take(1),
  );
}
