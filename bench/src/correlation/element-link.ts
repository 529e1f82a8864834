import type { Command, LinkEvent, SyncFault } from '@omc/alarm';
import type { Happening, ReportHappening } from '@omc/simulator';

const HANDSHAKE_MS = 60_000;
const REDIAL_MS = 120_000;
const MISSES = 3;
const NO_FAULTS: readonly SyncFault[] = [];

/** A command, and when the OMC is told. */
export interface TimedCommand {
  readonly at: number;
  readonly command: Command;
}

/**
 * What the OMC hears of one NE over its link: reports as they are made while it is up; while it is down, missed
 * handshakes and a 301; and all that was kept once a redial succeeds. `phaseMs` is when in the minute its
 * handshakes are due.
 */
export class ElementLink {
  readonly #ne: string;
  readonly #phaseMs: number;
  #epoch = 1;
  #seq = 0;
  #downAt: number | undefined;
  #kept: ReportHappening[] = [];
  /** Before this the OMC has not dialled again. */
  #openFrom = 0;

  constructor(ne: string, phaseMs: number) {
    this.#ne = ne;
    this.#phaseMs = phaseMs;
  }

  /** The link comes up for the first time. */
  open(at: number): TimedCommand[] {
    return [{ at, command: { kind: 'link-heard', ne: this.#ne, at } }];
  }

  hear(happening: Happening): TimedCommand[] {
    const at = Math.max(happening.at, this.#openFrom);
    if (happening.kind === 'link')
      return happening.state === 'down' ? this.#down(at) : this.#up(at, happening.restarted);
    if (this.#downAt === undefined) return [{ at, command: this.#events([happening], at) }];
    this.#kept.push(happening);
    return [];
  }

  #down(at: number): TimedCommand[] {
    this.#downAt = at;
    return [{ at, command: { kind: 'link-held', ne: this.#ne, at } }];
  }

  #up(at: number, restarted: boolean): TimedCommand[] {
    const commands = this.#missedUntil(at);
    const since = this.#downAt ?? at;
    const lost = this.#disconnectedAt(since);
    const heardAt = at < lost ? this.#dueFrom(at) : lost + Math.ceil((at - lost) / REDIAL_MS) * REDIAL_MS;
    const back = at < lost ? 'link-answered' : 'link-reconnected';
    commands.push({ at: heardAt, command: { kind: back, ne: this.#ne, at: heardAt } });
    commands.push(...(restarted ? this.#resync(heardAt) : this.#backlog(heardAt)));
    commands.push({ at: heardAt, command: { kind: 'link-heard', ne: this.#ne, at: heardAt } });
    this.#downAt = undefined;
    this.#openFrom = heardAt;
    this.#kept = [];
    return commands;
  }

  /** What the OMC notices of a link that is still down at an instant. */
  missedUntil(at: number): TimedCommand[] {
    return this.#downAt === undefined ? [] : this.#missedUntil(at);
  }

  #missedUntil(at: number): TimedCommand[] {
    const since = this.#downAt ?? at;
    const missedAt = this.#dueFrom(since);
    const lostAt = this.#disconnectedAt(since);
    const commands: TimedCommand[] = [];
    if (missedAt < at)
      commands.push({ at: missedAt, command: { kind: 'link-missed', ne: this.#ne, at: missedAt } });
    if (lostAt < at)
      commands.push({
        at: lostAt,
        command: {
          kind: 'link-disconnected',
          ne: this.#ne,
          faultAt: missedAt,
          at: lostAt,
          reason: 'refused',
        },
      });
    return commands;
  }

  #disconnectedAt(downAt: number): number {
    return this.#dueFrom(downAt) + (MISSES - 1) * HANDSHAKE_MS;
  }

  /** When the next handshake is due. */
  #dueFrom(at: number): number {
    return Math.ceil((at - this.#phaseMs) / HANDSHAKE_MS) * HANDSHAKE_MS + this.#phaseMs;
  }

  #backlog(at: number): TimedCommand[] {
    return this.#kept.length === 0 ? [] : [{ at, command: this.#events(this.#kept, at) }];
  }

  /** It knows nothing of before: what it had not told is lost. */
  #resync(at: number): TimedCommand[] {
    this.#epoch += 1;
    this.#seq = 0;
    const epoch = this.#epochName;
    return [
      { at, command: { kind: 'link-epoch', ne: this.#ne, epoch, firstSeq: 1 } },
      { at, command: { kind: 'link-sync', ne: this.#ne, epoch, seq: 0, faults: NO_FAULTS, arrivedAt: at } },
    ];
  }

  #events(reports: readonly ReportHappening[], arrivedAt: number): Command {
    const events = reports.map(
      ({ kind: _, ne: __, ...report }): LinkEvent => ({ seq: ++this.#seq, ...report }),
    );
    return { kind: 'link-events', ne: this.#ne, epoch: this.#epochName, events, arrivedAt };
  }

  get #epochName(): string {
    return `e${this.#epoch}`;
  }
}
