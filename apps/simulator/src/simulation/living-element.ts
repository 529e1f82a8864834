import type { SimulatedElement } from '../element/simulated-element.js';
import type { Happening, LinkHappening } from '../physics/happening.js';

/** An NE to which things happen: it reports, its link comes and goes, its process starts anew. */
export class LivingElement {
  readonly element: SimulatedElement;
  /** Whether an OMC could reach it. */
  isLinked = true;
  readonly #log: (line: string) => void;
  /** Stops and starts come one after the other, however fast the simulated time runs. */
  #settled: Promise<void> = Promise.resolve();

  constructor(element: SimulatedElement, log: (line: string) => void) {
    this.element = element;
    this.#log = log;
  }

  /** Resolves when the stops and starts that are under way are done. */
  get settled(): Promise<void> {
    return this.#settled;
  }

  /** Lets something happen to it; whether it became an event of its link. */
  happen(what: Happening): boolean {
    if (what.kind === 'link') {
      this.#turn(what);
      return false;
    }
    const { kind, at, ne, ...report } = what;
    return this.element.report(report) !== undefined;
  }

  /** Ends it for good, once a stop or start that is under way is done. */
  async end(): Promise<void> {
    await this.#settled;
    await this.element.stop();
  }

  #turn({ state, restarted }: LinkHappening): void {
    // At once, so that what it reports from now on is not lost with what it held.
    if (restarted) this.element.reboot();
    this.isLinked = state === 'up';
    this.#then(() => (state === 'up' ? this.element.start() : this.element.stop()));
  }

  #then(work: () => Promise<void>): void {
    this.#settled = this.#settled.then(work).catch((error: Error) => this.#log(error.message));
  }
}
