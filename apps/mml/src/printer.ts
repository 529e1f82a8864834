import type { MmlResource } from '@omc/api';
import type { World } from './world.js';

/** Prints answers as they come: reports with a blank line between, or one JSON object a line. */
export function printerOn({ stdout }: World, json: boolean): (answer: MmlResource) => void {
  let first = true;
  return ({ retcode, rows, report }) => {
    if (json) stdout.write(`${JSON.stringify({ retcode, rows, ...reasonIn(report, retcode) })}\n`);
    else stdout.write(`${first ? '' : '\n'}${report}${report.endsWith('\n') ? '' : '\n'}`);
    first = false;
  };
}

/** What stands behind the RETCODE, where it is not 0. */
function reasonIn(report: string, retcode: number): { readonly reason?: string } {
  const [, reason] = /^RETCODE = \d+ {2}(.*)$/m.exec(report) ?? [];
  return retcode === 0 || reason === undefined ? {} : { reason };
}
