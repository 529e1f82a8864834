import type { Bilingual } from '@omc/alarm';
import type { MmlBackend } from '../backend.js';
import type { MmlCommand } from '../grammar/command.js';
import type { MmlLanguage, Words } from '../language.js';
import type { Terminal } from '../terminal.js';
import type { Outcome } from './outcome.js';
import type { ArgumentsOf, ArgumentValue, ParameterSpec } from './parameter.js';
import type { NeededRole } from './role.js';

/** What a command has at hand while it runs. */
export interface CommandContext {
  readonly backend: MmlBackend;
  /** Who asks. */
  readonly user: string;
  readonly language: MmlLanguage;
  /** Has reports be in a language from this one on. */
  readonly setLanguage: (language: MmlLanguage) => void;
  /** The session, where it is one that lasts. */
  readonly terminal?: Terminal;
}

/** What everybody may know of a command: from this come its validation, its help and its documentation. */
export interface CommandSpec {
  readonly verb: string;
  readonly object: string | null;
  readonly title: Bilingual;
  /** The least role that may run it. */
  readonly role: NeededRole;
  /** It concerns all NEs, so that it is not for who is limited to some. */
  readonly wholeNetwork?: true;
  readonly parameters: readonly ParameterSpec[];
  /** At least one of these parameters must be named. */
  readonly atLeastOneOf?: readonly string[];
  /** Further facts, one a line. */
  readonly notes?: readonly Bilingual[];
  readonly example: string;
  /** What a person is to be asked before it is run, as it is given; undefined where nothing. */
  readonly asksFirst?: (command: MmlCommand) => Words | undefined;
}

/** A command of the table. `run` is only called with arguments that were held against `parameters`. */
export interface TableCommand extends CommandSpec {
  readonly run: (args: BoundArguments, context: CommandContext) => Promise<Outcome>;
}

/** Arguments by parameter name, validated and with their defaults. */
export type BoundArguments = Readonly<Record<string, ArgumentValue | undefined>>;

/** Ties what a command does to its parameters: `run` sees their names and types. */
export function defineCommand<const Specs extends readonly ParameterSpec[]>(
  spec: CommandSpec & { readonly parameters: Specs },
  run: (args: ArgumentsOf<Specs>, context: CommandContext) => Promise<Outcome>,
): TableCommand {
  // Binding produces exactly what the specification says, which the compiler cannot see.
  return { ...spec, run: (args, context) => run(args as ArgumentsOf<Specs>, context) };
}

/** How a command is called: its verb and, if it has one, its object. */
export function nameOf(command: { readonly verb: string; readonly object: string | null }): string {
  return command.object === null ? command.verb : `${command.verb} ${command.object}`;
}

/** How a command is written: optional parameters in brackets. */
export function syntaxOf(spec: CommandSpec): string {
  const [head, ...rest] = spec.parameters.map((parameter) => ({
    text: `${parameter.name}=…`,
    required: parameter.required === true,
  }));
  if (head === undefined) return `${nameOf(spec)}:;`;
  const tail = rest.map(({ text, required }) => (required ? `, ${text}` : `[, ${text}]`)).join('');
  return `${nameOf(spec)}: ${head.required ? head.text : `[${head.text}]`}${tail};`;
}
