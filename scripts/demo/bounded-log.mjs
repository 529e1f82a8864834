import { closeSync, fstatSync, openSync, renameSync, writeSync } from 'node:fs';

/** A log file that does not fill the disk: when it is full it becomes `NAME.1` and another one begins. */
export class BoundedLog {
  #path;
  #limitBytes;
  #file;
  #bytes;

  /**
   * @param {string} path in a folder that is there
   * @param {number} limitBytes of each of the two files
   */
  constructor(path, limitBytes) {
    this.#path = path;
    this.#limitBytes = limitBytes;
    this.#open();
  }

  /** @param {string} line */
  write(line) {
    if (this.#bytes >= this.#limitBytes) this.#turn();
    this.#bytes += writeSync(this.#file, `${line}\n`);
  }

  #turn() {
    closeSync(this.#file);
    renameSync(this.#path, `${this.#path}.1`);
    this.#open();
  }

  #open() {
    this.#file = openSync(this.#path, 'a', 0o600);
    this.#bytes = fstatSync(this.#file).size;
  }
}
