import type { SimulatedElement } from '../element/simulated-element.js';
import type { FaultProcess } from '../faults/fault-process.js';
import type { Happening } from '../faults/step.js';

/** An NE with what befalls it: its process may die, several times over, and comes back when all deaths are over. */
export class LivingElement {
  readonly element: SimulatedElement;
  readonly #faults: FaultProcess;
  readonly #log: (line: string) => void;
  #deaths = 0;
  /** Stops and starts come one after the other, however fast the simulated time runs. */
  #settled: Promise<void> = Promise.resolve();

  constructor(element: SimulatedElement, faults: FaultProcess, log: (line: string) => void) {
    this.element = element;
    this.#faults = faults;
    this.#log = log;
  }

  /** Resolves when the stops and starts that are under way are done. */
  get settled(): Promise<void> {
    return this.#settled;
  }

  /** Lets something happen to it. */
  happen(what: Happening): void {
    if (what.kind === 'condition') this.#faults.change(what.condition, what.present);
    else if (what.running) this.#return();
    else this.#die();
  }

  /** Ends it for good, once a stop or start that is under way is done. */
  async end(): Promise<void> {
    this.#faults.halt();
    await this.#settled;
    await this.element.stop();
  }

  #die(): void {
    this.#deaths += 1;
    if (this.#deaths > 1) return;
    this.#faults.halt();
    this.#then(async () => {
      await this.element.stop();
      this.element.reboot();
    });
  }

  #return(): void {
    this.#deaths -= 1;
    if (this.#deaths > 0) return;
    this.#then(async () => {
      await this.element.start();
      if (this.#deaths === 0) this.#faults.resume();
    });
  }

  #then(work: () => Promise<void>): void {
    this.#settled = this.#settled.then(work).catch((error: Error) => this.#log(error.message));
  }
}
