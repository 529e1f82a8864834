import { closeSync, fstatSync, openSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Each of the two files of the log. */
const LIMIT_BYTES = 1024 * 1024;

/** PostgreSQL's log: `postgres.log`, and before it `postgres.log.1`, of about 1 MiB at most each. */
export class BoundedLog {
  readonly #path: string;
  #file: number | undefined;
  #bytes: number;

  /** Goes on with the log in the data folder. `onProgress` is told when it cannot be written any more. */
  constructor(
    dataDir: string,
    private readonly onProgress: (line: string) => void,
    private readonly limitBytes = LIMIT_BYTES,
  ) {
    this.#path = join(dataDir, 'postgres.log');
    this.#file = openSync(this.#path, 'a', 0o600);
    this.#bytes = fstatSync(this.#file).size;
  }

  /** Writes at once: there are few lines, and the last ones are the ones that matter. */
  add(line: string): void {
    if (this.#file === undefined) return;
    try {
      if (this.#bytes >= this.limitBytes) this.#file = this.#rotate(this.#file);
      this.#bytes += writeSync(this.#file, `${line}\n`);
    } catch (error) {
      this.close();
      this.onProgress(`${this.#path} cannot be written any more: ${error}`);
    }
  }

  close(): void {
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
  }

  #rotate(full: number): number {
    renameSync(this.#path, `${this.#path}.1`);
    const next = openSync(this.#path, 'a', 0o600);
    closeSync(full);
    this.#bytes = 0;
    return next;
  }
}
