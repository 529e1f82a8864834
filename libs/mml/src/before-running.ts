import { commandTable } from './command-table.js';
import type { MmlCommand } from './grammar/command.js';
import { parseCommands } from './grammar/parse-commands.js';
import { type MmlLanguage, mmlLanguages, type Words } from './language.js';
import { bindParameters } from './table/bind-parameters.js';
import { type BoundArguments, nameOf } from './table/command-spec.js';

/** What a person is to be asked before a command is run: such as do much at once and are not confirmed yet. */
export function questionBefore(command: MmlCommand): Words | undefined {
  if (command.parameters.some(({ name }) => name === 'CONFIRM')) return undefined;
  return commandTable.find((spec) => nameOf(spec) === nameOf(command))?.asksFirst?.(command);
}

/** A command with its `CONFIRM=Y`. */
export function confirmed(command: MmlCommand): MmlCommand {
  const value = [{ kind: 'word', text: 'Y' }] as const;
  return { ...command, parameters: [...command.parameters, { name: 'CONFIRM', value }] };
}

/** Whether a text names a parameter that is a secret, so that it must not be kept. */
export function namesSecret(text: string): boolean {
  const secrets = commandTable.flatMap(({ parameters }) => parameters.filter(({ secret }) => secret));
  return secrets.some(({ name }) => new RegExp(`\\b${name}\\s*[=＝"]`, 'i').test(text));
}

/** The arguments of a text that is one valid command of this name; undefined for anything else. */
export function argumentsOf(text: string, name: string): BoundArguments | undefined {
  const parsed = parseCommands(text);
  const [command, ...others] = parsed.ok ? parsed.commands : [];
  if (command === undefined || others.length > 0 || nameOf(command) !== name) return undefined;
  const spec = commandTable.find((each) => nameOf(each) === name);
  const bound = spec && bindParameters(spec, command.parameters);
  return bound?.ok ? bound.args : undefined;
}

/** The language that a command chooses; undefined where it chooses none. */
export function languageChosen(text: string): MmlLanguage | undefined {
  const chosen = argumentsOf(text, 'SET LANG')?.['LANG'];
  return mmlLanguages.find((language) => language.toUpperCase() === chosen);
}
