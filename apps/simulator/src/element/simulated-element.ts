import { randomBytes } from 'node:crypto';
import type { NeEvent, OmcMessage } from '@omc/wire';
import { asyncScheduler, type Observable, type SchedulerLike, Subject } from 'rxjs';
import { ElementLink } from '../link/element-link.js';
import { TrapSender } from '../traps/trap-sender.js';
import { DEFAULT_CAPACITY, ElementMemory } from './element-memory.js';
import { detailsOf, type ElementReport } from './element-report.js';
import type { SimulatedElementSettings } from './simulated-element-settings.js';

/** One eNodeB on the NE link, driven by hand or by a simulation: it reports what it is told to report. */
export class SimulatedElement {
  readonly id: string;
  readonly host: string;
  readonly #settings: SimulatedElementSettings;
  readonly #scheduler: SchedulerLike;
  readonly #heard = new Subject<OmcMessage>();
  readonly #link: ElementLink;
  readonly #traps: TrapSender | undefined;
  #memory: ElementMemory;
  #port: number;
  #silent = false;

  constructor(settings: SimulatedElementSettings) {
    this.id = settings.id;
    this.host = settings.host ?? '127.0.0.1';
    this.#port = settings.port ?? 0;
    this.#settings = settings;
    this.#scheduler = settings.scheduler ?? asyncScheduler;
    this.#memory = this.#newMemory(settings.epoch);
    const log = settings.log ?? ((line: string) => console.error(`${settings.id}: ${line}`));
    this.#link = this.#newLink(log);
    this.#traps = settings.traps && new TrapSender(this.host, settings.traps.destination, log);
  }

  /** Port that it listens on; 0 before the first start where the system chooses. */
  get port(): number {
    return this.#port;
  }

  /** Epoch of its numbering, another one after each reboot. */
  get epoch(): string {
    return this.#memory.epoch;
  }

  /** Number of its latest event. */
  get lastSeq(): number {
    return this.#memory.lastSeq;
  }

  /** Number of the latest event that the connection took to send; 0 while there is none. What the OMC leaves unread waits. */
  get sent(): number {
    return this.#link.sentSeq;
  }

  /** The highest number that the OMC acknowledged in this epoch; 0 before the first. */
  get acked(): number {
    return this.#memory.ackedSeq;
  }

  /** Faults that are there now. */
  get faultCount(): number {
    return this.#memory.faultCount;
  }

  /** Traps that it sent. */
  get trapsSent(): number {
    return this.#traps?.sent ?? 0;
  }

  /** Whether an OMC is connected, now and at each change. */
  get connected(): Observable<boolean> {
    return this.#link.connected;
  }

  get isConnected(): boolean {
    return this.#link.isConnected;
  }

  /** What the OMC says, each message after it was dealt with. */
  get heard(): Observable<OmcMessage> {
    return this.#heard;
  }

  /** Begins to listen. Rejects with ListenError where that cannot be. */
  async start(): Promise<void> {
    this.#port = await this.#link.open(this.host, this.#port);
  }

  /** Ends the connection and stops listening; what it holds is kept for another start. */
  async stop(): Promise<void> {
    this.#traps?.close();
    await this.#link.close();
  }

  /** Its process starts anew: the connection ends, everything held and known is gone, the epoch is another. */
  reboot(epoch?: string): void {
    this.#memory = this.#newMemory(epoch);
    this.#link.cut();
  }

  /** Reports something: by trap, where its type goes that way, else as a numbered event, which is returned. */
  report(report: ElementReport): NeEvent | undefined {
    const event = this.#record(report);
    this.#link.flush();
    return event;
  }

  /** Reports many things at once, which takes fewer packets than one after the other. */
  reportAll(reports: Iterable<ElementReport>): void {
    for (const report of reports) this.#record(report);
    this.#link.flush();
  }

  /** Resets the connection and goes on listening. */
  killConnection(): void {
    this.#link.cut();
  }

  /** Leaves handshakes unanswered from now on, or answers them again; everything else goes on. */
  silence(silent = true): void {
    this.#silent = silent;
  }

  /** Sends a line as it is, be it valid or not. Throws when no OMC is connected. */
  sendLine(line: string): void {
    this.#link.sendLine(line);
  }

  #record(report: ElementReport): NeEvent | undefined {
    const time = this.#ofNe(report.at ?? this.#scheduler.now());
    if (this.#traps === undefined || !this.#settings.traps?.types.includes(report.alarmId))
      return this.#memory.record(report, time);
    this.#memory.note(report, time);
    this.#trap(this.#traps, report, time);
    return undefined;
  }

  #trap(traps: TrapSender, report: ElementReport, time: number): void {
    const { object, alarmId, state } = report;
    const { severity, text } = detailsOf(report);
    traps.send({
      ne: this.id,
      object,
      alarmId,
      state,
      time,
      ...(severity !== undefined && { severity }),
      ...(text !== undefined && { text }),
    });
  }

  #ofNe(at: number): number {
    return at + (this.#settings.clockOffsetMs ?? 0);
  }

  #newMemory(epoch = randomBytes(6).toString('hex')): ElementMemory {
    return new ElementMemory(this.#settings.id, epoch, this.#settings.capacity ?? DEFAULT_CAPACITY);
  }

  #newLink(log: (line: string) => void): ElementLink {
    const memory = () => this.#memory;
    return new ElementLink({
      get memory() {
        return memory();
      },
      now: () => this.#ofNe(this.#scheduler.now()),
      isSilent: () => this.#silent,
      heard: (message) => this.#heard.next(message),
      log,
    });
  }
}
