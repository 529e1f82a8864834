import type { AlarmChange } from '@omc/alarm';
import type { AlarmResource } from '@omc/api';
import { type ListedAlarm, type MmlLanguage, renderAlarmReport, type Told } from '@omc/mml';
import type { Observable, Subscription } from 'rxjs';

/** Where a feed takes alarms from. */
export interface FeedSource {
  readonly published$: Observable<readonly AlarmChange[]>;
  readonly present: (alarm: AlarmChange['alarm']) => AlarmResource;
  readonly listed: (alarm: AlarmChange['alarm']) => ListedAlarm;
}

/** What a feed hands on: reports one behind the other, in order. */
export interface FeedOutlet {
  readonly language: () => MmlLanguage;
  readonly now: () => number;
  /** Resolves once there is room for the next. */
  readonly send: (reports: string) => Promise<void>;
  readonly onFault: (error: unknown) => void;
}

/** What waits; it becomes a report when its turn comes, so that a burst costs little more than the alarms that are there. */
interface Waiting {
  readonly alarm: AlarmChange['alarm'];
  readonly told: Told;
  readonly at: number;
}

/** Reports that wait for a client, a burst that came in one piece among them; more are counted and left out. */
export const MOST_WAITING = 10_000;
/** Sent in one piece: the answer to a command waits for no more than these. */
const AT_ONCE = 50;

/** Alarms that are raised and cleared, one report each, to one client. */
export class AlarmFeed {
  readonly #source: FeedSource;
  readonly #outlet: FeedOutlet;
  readonly #following: Subscription;
  #waiting: Waiting[] = [];
  #leftOut = 0;
  #sending = false;

  constructor(source: FeedSource, matches: (alarm: AlarmResource) => boolean, outlet: FeedOutlet) {
    this.#source = source;
    this.#outlet = outlet;
    this.#following = source.published$.subscribe((changes) => {
      for (const { kind, alarm } of changes)
        if ((kind === 'raised' || kind === 'cleared') && matches(source.present(alarm)))
          this.#tell({ alarm, told: kind, at: outlet.now() });
    });
  }

  stop(): void {
    this.#following.unsubscribe();
    this.#waiting = [];
    this.#leftOut = 0;
  }

  #tell(next: Waiting): void {
    if (this.#waiting.length >= MOST_WAITING) {
      this.#leftOut += 1;
      return;
    }
    this.#waiting.push(next);
    if (!this.#sending) this.#send().catch((error) => this.#outlet.onFault(error));
  }

  async #send(): Promise<void> {
    this.#sending = true;
    try {
      // What one commit published is told in one piece.
      await Promise.resolve();
      while (this.#waiting.length > 0) {
        const reports = this.#waiting.splice(0, AT_ONCE).map((next) => this.#reportOf(next));
        await this.#outlet.send(reports.join('\n'));
        if (this.#waiting.length === 0) await this.#tellOfLeftOut();
      }
    } finally {
      this.#sending = false;
    }
  }

  #reportOf({ alarm, told, at }: Waiting): string {
    return renderAlarmReport(this.#source.listed(alarm), told, at, this.#outlet.language());
  }

  async #tellOfLeftOut(): Promise<void> {
    const count = this.#leftOut;
    if (count === 0) return;
    this.#leftOut = 0;
    const words = { en: `${count} alarm reports were left out`, zh: `略去了${count}条告警报告` };
    const at = new Date(this.#outlet.now()).toISOString().slice(0, 19).replace('T', ' ');
    await this.#outlet.send(
      `+++    OMC        ${at}\nALARM\n${words[this.#outlet.language()]}\n---    END\n`,
    );
  }
}
