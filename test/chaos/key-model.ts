import {
  atRest,
  type Decision,
  type HoldOffState,
  heardAt,
  nextDecision,
  settle,
  turn,
  type Windows,
} from '@omc/alarm';

/** One event of a key as its NE sent it. Instants are milliseconds since 1970. */
export interface SentEvent {
  readonly at: number;
  readonly state: 'fault' | 'ok';
  readonly text: string | undefined;
}

/** One raise-to-clear life of a key: what the stored alarm has to say of it. */
export interface Life {
  readonly faultAt: number;
  readonly raisedAt: number;
  readonly intermittent: boolean;
  clearedAt: number | null;
  clearedBy: string | null;
  text: string;
  /** Reports since the fault began; of a stored alarm those that it counted. */
  reports: number;
  /** Those of them that changed the raw state, which no crash may lose; of a stored alarm the same as `reports`. */
  turns: number;
}

/** Longer than any window of the tests: the model forgets nothing that a later filter may look back to. */
const REMEMBERED_MS = 60_000;

/** One key by the pure hold-off alone: its events in, its lives out, whatever happens to processes meanwhile. */
export class KeyModel {
  readonly lives: Life[] = [];
  #state: HoldOffState = atRest;
  #text: string | undefined;
  #reports = 0;
  #turns = 0;

  /** A model that goes on from here by itself, without the lives so far. */
  fork(): KeyModel {
    const fork = new KeyModel();
    fork.#state = this.#state;
    fork.#text = this.#text;
    fork.#reports = this.#reports;
    fork.#turns = this.#turns;
    const open = this.#open;
    if (open !== undefined) fork.lives.push({ ...open });
    return fork;
  }

  get raw(): 'fault' | 'ok' {
    return this.#state.raw;
  }

  /** When the next decision falls due if nothing more is sent. */
  nextAt(windows: Windows): number | undefined {
    return nextDecision(this.#state, windows)?.at;
  }

  hear({ at, state, text }: SentEvent, windows: Windows): void {
    const instant = heardAt(this.#state, at);
    this.passTo(instant, windows);
    const turns = state !== this.#state.raw;
    if (state === 'fault') this.#tell(text);
    this.#count(turns, state);
    if (!turns) return;
    this.#state = turn(this.#state, state, instant, { ...windows, horizonMs: REMEMBERED_MS });
    this.passTo(instant, windows);
  }

  /** Lets time pass. `inForceAt`: when these windows came into force. */
  passTo(instant: number, windows: Windows, inForceAt?: number): void {
    const { state, decisions } = settle(this.#state, windows, instant, inForceAt);
    const faultAt = this.#state.since;
    this.#state = state;
    for (const decision of decisions) this.#decide(decision, faultAt, inForceAt);
  }

  get #open(): Life | undefined {
    const last = this.lives.at(-1);
    return last?.clearedAt === null ? last : undefined;
  }

  /** A fault that begins, begins with its own text; what is said while it lasts replaces it. */
  #tell(text: string | undefined): void {
    const open = this.#open;
    if (open === undefined && this.#state.raw === 'ok') this.#text = text;
    else this.#text = text ?? this.#text;
    if (open !== undefined) open.text = this.#text ?? open.text;
  }

  #count(turns: boolean, state: SentEvent['state']): void {
    const open = this.#open;
    const begins = turns && state === 'fault' && open === undefined;
    this.#reports = begins ? 1 : this.#reports + 1;
    this.#turns = begins ? 1 : this.#turns + (turns ? 1 : 0);
    if (open === undefined) return;
    open.reports = this.#reports;
    open.turns = this.#turns;
  }

  #decide({ settled, at, intermittent }: Decision, faultAt: number, inForceAt: number | undefined): void {
    const open = this.#open;
    if (settled === 'fault') {
      const said = { text: this.#text ?? '', reports: this.#reports, turns: this.#turns };
      this.lives.push({ faultAt, raisedAt: at, intermittent, clearedAt: null, clearedBy: null, ...said });
    } else if (open !== undefined) {
      open.clearedAt = at;
      open.clearedBy = at === inForceAt ? 'filter' : 'report';
    }
  }
}
