import type { Logger } from 'pino';

/** Remembers whether the database answers, and logs it once each time that changes. */
export class DatabaseTrouble {
  current: Error | undefined;
  readonly #log: Logger;

  constructor(log: Logger) {
    this.#log = log;
  }

  /** Says why the database does not answer; undefined once it does. */
  tell(error: Error | undefined): void {
    if (error !== undefined && this.current === undefined)
      this.#log.error(
        { reason: error.message },
        'the database does not answer: everything waits, nothing is lost',
      );
    if (error === undefined && this.current !== undefined) this.#log.info('the database answers again');
    this.current = error;
  }
}
