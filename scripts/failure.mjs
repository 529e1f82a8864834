import { constants } from 'node:os';

/** An end with a reason that a user can act upon; told without a stack trace. */
export class Failure extends Error {
  /**
   * @param {string} message
   * @param {number} [exitCode]
   */
  constructor(message, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** The user or a supervisor ended the work by a signal. */
export class Stopped extends Failure {
  /** @param {NodeJS.Signals} signal */
  constructor(signal) {
    super(`Stopped by ${signal}.`, 128 + constants.signals[signal]);
  }
}

/**
 * Runs a script's main function and ends the process with its exit code; a `Failure` is told in plain words.
 *
 * @param {() => Promise<number>} main
 */
export async function runMain(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    process.exitCode = error instanceof Failure ? error.exitCode : 1;
    console.error(error instanceof Failure ? `\n${error.message}` : error);
  }
}
