import type { Command, CommandResult, LinkPosition, Submission } from '@omc/alarm';
import type { NeEvent } from '@omc/wire';
import { asyncScheduler, filter, firstValueFrom, ReplaySubject, skip, take, toArray } from 'rxjs';
import type { LinkDependencies, LinkRejection, LinkSettings } from './link-dependencies.js';
import { type LinkStatusChange, NeLinks } from './ne-links.js';
import type { Behaviour } from './stand-in-ne.test-support.js';
import { StandInNe } from './stand-in-ne.test-support.js';

const settings: LinkSettings = {
  handshakeIntervalMs: 60,
  handshakeMisses: 3,
  reconnectIntervalMs: 80,
  dialsPerSecond: 1000,
};

type OfKind<Kind extends Command['kind']> = Extract<Command, { kind: Kind }>;

/** Links on real sockets, with a writer that commits when it is told to, or at once. */
export class LinksFixture {
  readonly links: NeLinks;
  readonly positions = new Map<string, LinkPosition>();
  readonly disconnected = new Set<string>();
  readonly submissions = new ReplaySubject<Submission>();
  /** What tells of single handshakes is kept apart: it depends on when a test looks. */
  readonly misses = new ReplaySubject<Command>();
  readonly rejections = new ReplaySubject<LinkRejection>();
  readonly statuses = new ReplaySubject<LinkStatusChange>();
  commitsAtOnce = true;
  readonly #waiting: Submission[] = [];
  readonly #nes: StandInNe[] = [];

  constructor(changes: Partial<LinkDependencies> = {}, changedSettings: Partial<LinkSettings> = {}) {
    this.links = new NeLinks({
      scheduler: asyncScheduler,
      settings: { ...settings, ...changedSettings },
      positionOf: (ne) => this.positions.get(ne),
      isDisconnected: (ne) => this.disconnected.has(ne),
      log: { info: () => undefined, warn: () => undefined },
      ...changes,
    });
    this.links.submissions$.subscribe((submission) => {
      const { command } = submission;
      if (command.kind === 'link-missed' || command.kind === 'link-answered') this.misses.next(command);
      else this.submissions.next(submission);
      this.#waiting.push(submission);
      if (this.commitsAtOnce) this.commit();
    });
    this.links.rejected$.subscribe(this.rejections);
    this.links.statusChanges$.subscribe(this.statuses);
  }

  /** Starts an NE and adds it. */
  async ne(id: string, behaviour: Behaviour = {}): Promise<StandInNe> {
    const ne = await StandInNe.start(id, behaviour);
    this.#nes.push(ne);
    this.add(id, ne.port);
    return ne;
  }

  /** Starts an NE, to be stopped with the rest. */
  async start(id: string, behaviour: Behaviour, port: number): Promise<StandInNe> {
    const ne = await StandInNe.start(id, behaviour, port);
    this.#nes.push(ne);
    return ne;
  }

  add(id: string, port: number): void {
    this.links.add({ id, kind: 'link', host: '127.0.0.1', port });
  }

  /** Commits everything that waits. */
  commit(): void {
    for (const submission of this.#waiting.splice(0)) submission.settle(this.#done(submission.command));
  }

  /** Commands in the order of their submission, once there are so many. */
  commands(count: number): Promise<Command[]> {
    const commands = this.submissions.pipe(take(count), toArray());
    return firstValueFrom(commands).then((all) => all.map(({ command }) => command));
  }

  /** The command of a kind that comes after so many others of it. */
  async next<Kind extends Command['kind']>(kind: Kind, after = 0): Promise<OfKind<Kind>> {
    const isKind = (command: Command): command is OfKind<Kind> => command.kind === kind;
    const found = await firstValueFrom(
      this.submissions.pipe(
        filter(({ command }) => isKind(command)),
        skip(after),
      ),
    );
    if (!isKind(found.command)) throw new Error('unreachable: filtered above');
    return found.command;
  }

  /** What has been submitted so far. */
  soFar(): Command[] {
    const commands: Command[] = [];
    this.submissions.subscribe(({ command }) => commands.push(command)).unsubscribe();
    return commands;
  }

  status(accept: (change: LinkStatusChange) => boolean): Promise<LinkStatusChange> {
    return firstValueFrom(this.statuses.pipe(filter(accept)));
  }

  async stop(): Promise<void> {
    await this.links.close();
    await Promise.all(this.#nes.map((ne) => ne.stop()));
  }

  #done(command: Command): CommandResult {
    if (command.kind === 'link-epoch')
      return this.#moveTo(command.ne, { epoch: command.epoch, ackedSeq: 0, seenSeq: 0 });
    if (command.kind === 'link-sync')
      return this.#moveTo(command.ne, { epoch: command.epoch, ackedSeq: command.seq, seenSeq: command.seq });
    if (command.kind !== 'link-events') return {};
    const seq = command.events.at(-1)?.seq ?? 0;
    return this.#moveTo(command.ne, { epoch: command.epoch, ackedSeq: seq, seenSeq: seq });
  }

  #moveTo(ne: string, position: LinkPosition): CommandResult {
    this.positions.set(ne, position);
    return { ackedSeq: position.ackedSeq };
  }
}

/** A raw report with a number. */
export function eventOf(seq: number, changes: Partial<NeEvent> = {}): NeEvent {
  return { t: 'event', seq, time: Date.now(), object: 'Cell=1', alarmId: 29240, state: 'fault', ...changes };
}

/** Many raw reports in a row. */
export function eventsOf(from: number, to: number): NeEvent[] {
  return Array.from({ length: to - from + 1 }, (_, index) => eventOf(from + index));
}
