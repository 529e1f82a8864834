import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { parseCommands, printCommand } from '@omc/mml';
import { exitStatus, type Stop, stop } from './exit-status.js';
import { reasonOf } from './message-of.js';
import type { Options } from './options.js';
import type { SpeakingWorld, Voice } from './voice.js';

/** Where commands come from: all there already, or a person who types them. */
export type Source =
  | { readonly ok: true; readonly kind: 'statements'; readonly statements: readonly string[] }
  | { readonly ok: true; readonly kind: 'prompt' }
  /** What to ask again and again, for so many rows. */
  | { readonly ok: true; readonly kind: 'watch'; readonly commandFor: (rows: number) => string }
  | Stop;

/** Reads -e, a script or standard input to its end, before anything is run. */
export async function readSource(
  { execute, file, watch }: Options,
  { stdin, voice }: SpeakingWorld,
): Promise<Source> {
  if (watch) return watched(execute.join(' '), voice);
  if (execute.length > 0) return statements(execute);
  if (file === undefined && stdin.isTTY) return { ok: true, kind: 'prompt' };
  try {
    return statements([
      file === undefined || file === '-' ? await text(stdin) : await readFile(file, 'utf8'),
    ]);
  } catch (error) {
    return stop(exitStatus.usage, voice.say('commandsUnreadable', { reason: reasonOf(error, voice) }));
  }
}

function watched(text: string, voice: Voice): Source {
  const commandFor = (rows: number) => text || `LST ALMAF: CNT=${Math.min(rows, 1000)};`;
  const parsed = parseCommands(text);
  const [command, ...others] = parsed.ok ? parsed.commands : [];
  const isList = text === '' || (others.length === 0 && /^(LST|DSP)$/.test(command?.verb ?? ''));
  if (isList) return { ok: true, kind: 'watch', commandFor };
  return stop(exitStatus.usage, voice.say('watchTakesOneList'));
}

function statements(texts: readonly string[]): Source {
  return { ok: true, kind: 'statements', statements: texts.flatMap(statementsOf) };
}

/** The commands of a text one by one, so that each is reported when it is done; a text that is no MML stays whole, for the OMC to say why. */
export function statementsOf(given: string): readonly string[] {
  const parsed = parseCommands(given);
  return parsed.ok ? parsed.commands.map(printCommand) : [given];
}
