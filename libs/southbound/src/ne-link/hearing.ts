/** What stands between an NE and its being heard to the end. */
type Obstacle = 'backlog' | 'sync' | 'pause';

/** Tells when an NE is heard to its end and when it is no longer, once for each change. */
export class Hearing {
  readonly #obstacles: Set<Obstacle>;
  readonly #tell: (heard: boolean) => void;
  #heard = false;

  constructor(obstacles: readonly Obstacle[], tell: (heard: boolean) => void) {
    this.#obstacles = new Set(obstacles);
    this.#tell = tell;
  }

  /** Tells at once if nothing is in the way. */
  begin(): void {
    this.#settle();
  }

  /** Something comes between, or is out of the way. */
  set(obstacle: Obstacle, present: boolean): void {
    if (present) this.#obstacles.add(obstacle);
    else this.#obstacles.delete(obstacle);
    this.#settle();
  }

  /** The link is closed. */
  end(): void {
    this.set('backlog', true);
  }

  #settle(): void {
    const heard = this.#obstacles.size === 0;
    if (heard === this.#heard) return;
    this.#heard = heard;
    this.#tell(heard);
  }
}
