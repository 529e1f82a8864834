import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { parseCommands, printCommand } from '@omc/mml';
import { exitStatus, type Stop, stop } from './exit-status.js';
import { messageOf } from './message-of.js';
import type { Options } from './options.js';
import type { World } from './world.js';

/** Where commands come from: all there already, or a person who types them. */
export type Source =
  | { readonly ok: true; readonly kind: 'statements'; readonly statements: readonly string[] }
  | { readonly ok: true; readonly kind: 'prompt' }
  | Stop;

/** Reads -e, a script or standard input to its end, before anything is run. */
export async function readSource({ execute, file }: Options, { stdin }: World): Promise<Source> {
  if (execute.length > 0) return statements(execute);
  if (file === undefined && stdin.isTTY) return { ok: true, kind: 'prompt' };
  try {
    return statements([
      file === undefined || file === '-' ? await text(stdin) : await readFile(file, 'utf8'),
    ]);
  } catch (error) {
    return stop(exitStatus.usage, `cannot read the commands: ${messageOf(error)}`);
  }
}

function statements(texts: readonly string[]): Source {
  return { ok: true, kind: 'statements', statements: texts.flatMap(statementsOf) };
}

/** The commands of a text one by one, so that each is reported when it is done; a text that is no MML stays whole, for the OMC to say why. */
export function statementsOf(given: string): readonly string[] {
  const parsed = parseCommands(given);
  return parsed.ok ? parsed.commands.map(printCommand) : [given];
}
