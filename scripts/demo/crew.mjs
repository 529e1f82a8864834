import { setTimeout as delay } from 'node:timers/promises';
import { Failure } from '../failure.mjs';

/** Ctrl-C in a terminal reaches everybody at once: a program may be gone before the order to stop is heard here. */
const graceMs = 300;

/** The programs that run together. */
export class Crew {
  #members = [];
  #lose;
  #dismissed = false;

  /** Rejects with a `Failure` when a program ends although nobody told it to. */
  lost = new Promise((_, reject) => {
    this.#lose = reject;
  });

  /**
   * Takes a program into the crew.
   *
   * @param {import('./program.mjs').Program} program
   */
  add(program) {
    this.#members.unshift(program);
    void program.ended.then((end) => this.#miss(program, end));
  }

  /** Ends all programs, the last one first. */
  async dismiss() {
    this.#dismissed = true;
    for (const program of this.#members) await program.stop();
  }

  async #miss(program, end) {
    await delay(graceMs);
    if (!this.#dismissed)
      this.#lose(new Failure(`${program.title} ended unexpectedly (${end.text}).`, exitCodeFor(end)));
  }
}

/** 78 says that the configuration is wrong, which a supervisor wants to know. */
function exitCodeFor(end) {
  return end.code === 78 ? 78 : 1;
}
