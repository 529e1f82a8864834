import { escapeControls } from './escape-controls.js';

/** What a report is made of. */
export interface Report {
  /** When it was made, milliseconds since 1970. */
  readonly at: number;
  /** Its running number. */
  readonly number: number;
  /** The command that it answers. */
  readonly command: string;
  readonly retcode: number;
  /** What stands behind the code. */
  readonly text: string;
  /** What stands between the code and the end. */
  readonly lines: readonly string[];
}

/** Writes a report in its frame, in UTC, lines ended by `\n`. */
export function renderReport({ at, number, command, retcode, text, lines }: Report): string {
  return [
    `+++    OMC        ${new Date(at).toISOString().slice(0, 19).replace('T', ' ')}`,
    `O&M    #${number}`,
    `%%${escapeControls(command)}%%`,
    `RETCODE = ${retcode}  ${escapeControls(text)}`,
    '',
    ...(lines.length === 0 ? [] : [...lines, '']),
    '---    END',
    '',
  ].join('\n');
}
