import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { root } from '../root.mjs';

/** A Node.js program that runs until it is stopped. */
export class Program {
  #child;
  #stopLimitMs;

  /**
   * Starts it.
   *
   * @param {object} order
   * @param {string} order.title how to call it before the user
   * @param {string[]} order.command the script, from the project's root, and its arguments
   * @param {Record<string, string | undefined>} order.env
   * @param {number} order.stopLimitMs how long it may take to end before it is killed
   * @param {(line: string, stream: 'stdout' | 'stderr') => void} order.onLine hears every line that it prints
   */
  constructor({ title, command, env, stopLimitMs, onLine }) {
    this.title = title;
    this.#stopLimitMs = stopLimitMs;
    this.#child = spawn(process.execPath, command, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of ['stdout', 'stderr'])
      createInterface({ input: this.#child[stream] }).on('line', (line) => onLine(line, stream));
    /** Resolves when it has ended: with its exit code, if it had the choice, and with words for the user. */
    this.ended = new Promise((resolve) => {
      this.#child.once('error', (error) => resolve({ code: null, text: error.message }));
      this.#child.once('close', (code, signal) =>
        resolve({ code, text: signal ? `killed by ${signal}` : `exit code ${code}` }),
      );
    });
  }

  /** Asks it to end, and kills it when it takes too long. Resolves when it has ended. */
  async stop() {
    this.#child.kill('SIGTERM');
    const limit = setTimeout(() => {
      console.error(`${this.title} does not end and is killed.`);
      this.#child.kill('SIGKILL');
    }, this.#stopLimitMs);
    await this.ended;
    clearTimeout(limit);
  }
}
