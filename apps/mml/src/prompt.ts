import { createInterface, type Interface } from 'node:readline';
import { parseCommands } from '@omc/mml';
import { type ExitStatus, exitStatus } from './exit-status.js';
import { statementsOf } from './read-source.js';
import type { World } from './world.js';

const FRESH = 'MML> ';
const CONTINUED = '  -> ';
const LEAVE = /^\s*(exit|quit|lgo)\s*:?\s*;?\s*$/i;

/**
 * Reads commands from a person until they leave (`exit`, `LGO:;`, Ctrl-D) and runs each when it is complete, over
 * however many lines. Ctrl-C drops what was typed so far.
 */
export async function converse(
  { stdin, stdout }: World,
  run: (statements: readonly string[]) => Promise<ExitStatus>,
): Promise<ExitStatus> {
  const lines = createInterface({ input: stdin, output: stdout, terminal: stdout.isTTY === true });
  let typed = '';
  let status: ExitStatus = exitStatus.success;
  lines.on('SIGINT', () => {
    typed = '';
    lines.write(null, { ctrl: true, name: 'e' });
    lines.write(null, { ctrl: true, name: 'u' });
    stdout.write('\n');
    ask(lines, FRESH);
  });
  ask(lines, FRESH);
  for await (const line of lines) {
    if (typed === '' && LEAVE.test(line)) break;
    typed += `${line}\n`;
    if (isComplete(typed)) {
      const given = statementsOf(typed.trimEnd());
      typed = '';
      status = worse(status, await run(given));
      if (status === exitStatus.noSession) break;
    }
    ask(lines, typed === '' ? FRESH : CONTINUED);
  }
  lines.close();
  return status;
}

function ask(lines: Interface, prompt: string): void {
  lines.setPrompt(prompt);
  lines.prompt();
}

/** Whether nothing more is to come: the last command has its `;`, or what is wrong cannot be mended by more. */
function isComplete(typed: string): boolean {
  const parsed = parseCommands(typed);
  return parsed.ok ? parsed.ended : !parsed.fault.atEnd;
}

function worse(one: ExitStatus, other: ExitStatus): ExitStatus {
  return one > other ? one : other;
}
