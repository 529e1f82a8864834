import { tell } from '../build/step.mjs';

const info = 30;
const warning = 40;
const levelNames = { 40: 'warning: ', 50: 'error: ', 60: 'fatal: ' };

/** The OMC's log: all of it in a file, and on the terminal what somebody who looks on wants to see. */
export class OmcLog {
  #file;
  #lowest = info;

  /** @param {import('./bounded-log.mjs').BoundedLog} file */
  constructor(file) {
    this.#file = file;
  }

  /** From now on only warnings and worse are shown. */
  startIsOver() {
    this.#lowest = warning;
  }

  /**
   * @param {string} line
   * @param {'stdout' | 'stderr'} stream
   */
  hear(line, stream) {
    this.#file.write(line);
    const shown = stream === 'stderr' ? line : terminalLine(line, this.#lowest);
    if (shown !== undefined) tell('omc', shown);
  }
}

/**
 * What of a JSON log line is shown; another line is shown as it is.
 *
 * @param {string} line
 * @param {number} lowest pino's level: 30 information, 40 warning, 50 error
 * @returns {string | undefined}
 */
export function terminalLine(line, lowest) {
  const entry = parse(line);
  if (typeof entry?.level !== 'number') return line;
  if (entry.level < lowest) return undefined;
  const reason = entry.err?.message ? ` (${entry.err.message})` : '';
  return `${levelNames[entry.level] ?? ''}${entry.msg ?? ''}${reason}`;
}

function parse(line) {
  try {
    return JSON.parse(line);
  } catch {
    // Not every line of a program in trouble is a log line.
    return undefined;
  }
}
