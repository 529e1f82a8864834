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

/** What a feed hands on: the reports one by one, in order. */
export interface FeedOutlet {
  readonly language: () => MmlLanguage;
  readonly now: () => number;
  /** Resolves once there is room for the next. */
  readonly send: (report: string) => Promise<void>;
  readonly onFault: (error: unknown) => void;
}

/** Reports that wait for a slow client; more are counted and left out. */
const MOST_WAITING = 1_000;

/** Alarms that are raised and cleared, one report each, to one client. */
export class AlarmFeed {
  readonly #outlet: FeedOutlet;
  readonly #following: Subscription;
  #waiting: (() => string)[] = [];
  #leftOut = 0;
  #sending = false;

  constructor(source: FeedSource, matches: (alarm: AlarmResource) => boolean, outlet: FeedOutlet) {
    this.#outlet = outlet;
    this.#following = source.published$.subscribe((changes) => {
      for (const { kind, alarm } of changes)
        if ((kind === 'raised' || kind === 'cleared') && matches(source.present(alarm)))
          this.#tell(source.listed(alarm), kind);
    });
  }

  stop(): void {
    this.#following.unsubscribe();
    this.#waiting = [];
  }

  #tell(alarm: ListedAlarm, told: Told): void {
    if (this.#waiting.length >= MOST_WAITING) {
      this.#leftOut += 1;
      return;
    }
    const at = this.#outlet.now();
    this.#waiting.push(() => renderAlarmReport(alarm, told, at, this.#outlet.language()));
    if (!this.#sending) this.#send().catch((error) => this.#outlet.onFault(error));
  }

  async #send(): Promise<void> {
    this.#sending = true;
    try {
      for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) {
        await this.#outlet.send(next());
        if (this.#waiting.length === 0) await this.#tellOfLeftOut();
      }
    } finally {
      this.#sending = false;
    }
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
