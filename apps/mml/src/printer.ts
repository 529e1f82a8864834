import type { MmlResource } from '@omc/api';
import type { World } from './world.js';

/** Prints answers as they come: reports with a blank line between, or one JSON object a line. */
export function printerOn({ stdout }: World, json: boolean): (answer: MmlResource) => void {
  let first = true;
  return ({ retcode, rows, report }) => {
    if (json) stdout.write(`${JSON.stringify({ retcode, rows })}\n`);
    else stdout.write(`${first ? '' : '\n'}${report}${report.endsWith('\n') ? '' : '\n'}`);
    first = false;
  };
}
