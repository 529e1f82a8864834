import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import type { World } from './world.js';

/** Asks a person for a password, which nothing shows; undefined where they give none (Ctrl-C, Ctrl-D). */
export async function askPassword(
  question: string,
  { stdin, stderr }: Pick<World, 'stdin' | 'stderr'>,
): Promise<string | undefined> {
  stderr.write(question);
  // Readline knows what backspace and a pasted line are; what it would show goes nowhere.
  const nowhere = new Writable({ write: (_, __, done) => done() });
  const lines = createInterface({ input: stdin, output: nowhere, terminal: true, historySize: 0 });
  try {
    return await new Promise((resolve) => {
      lines.once('line', resolve);
      lines.once('SIGINT', () => lines.close());
      lines.once('close', () => resolve(undefined));
    });
  } finally {
    lines.close();
    stderr.write('\n');
  }
}
