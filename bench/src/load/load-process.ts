import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A process of its own beside the benchmark, so that making load and measuring take nothing from each other. */
export class LoadProcess<Ready> {
  readonly ready: Ready;
  readonly #child: ChildProcess;

  constructor(child: ChildProcess, ready: Ready) {
    this.#child = child;
    this.ready = ready;
  }

  /** Starts one of the programs in the folder above: `load/storm-nes`. */
  static async start<Ready>(
    program: string,
    ...args: readonly (number | string)[]
  ): Promise<LoadProcess<Ready>> {
    const file = fileURLToPath(new URL(`../${program}.js`, import.meta.url));
    const child = fork(file, args.map(String));
    return new LoadProcess(child, await answerOf<Ready>(child));
  }

  /** Asks for something and waits for the answer. Throws where the process ends instead. */
  ask<Answer = null>(task: string, ...args: readonly number[]): Promise<Answer> {
    this.#child.send([task, args]);
    return answerOf<Answer>(this.#child);
  }

  /** Ends it; resolves when it has ended. */
  async end(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const ended = once(this.#child, 'exit');
    this.#child.kill();
    await ended;
  }
}

function answerOf<Answer>(child: ChildProcess): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const ended = () => reject(new Error('a process beside the benchmark ended by itself'));
    child.once('exit', ended);
    child.once('message', ({ answer }: { answer: Answer }) => {
      child.off('exit', ended);
      resolve(answer);
    });
  });
}
