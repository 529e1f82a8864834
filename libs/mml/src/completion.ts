import { StatementSplitter } from './grammar/statement-splitter.js';
import { type CommandSpec, nameOf } from './table/command-spec.js';
import type { ParameterSpec } from './table/parameter.js';

/** What can stand where somebody is typing. */
export interface Completion {
  /** What is typed already of the word. */
  readonly begun: string;
  /** Words of the language that can stand there. */
  readonly words: readonly string[];
  /** Beside them, names that only the system knows: NEs or alarms. */
  readonly names?: 'ne' | 'alarm';
}

const nothing: Completion = { begun: '', words: [] };

/** What can follow a text that is being typed: a verb, an object, a parameter or a value. */
export function completionAt(text: string, table: readonly CommandSpec[]): Completion {
  const splitter = new StatementSplitter();
  splitter.push(text);
  const open = splitter.takeRest().replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*\n/g, ' ');
  const colon = open.indexOf(':');
  return colon < 0 ? headAt(open, table) : parameterAt(open.slice(0, colon), open.slice(colon + 1), table);
}

function headAt(open: string, table: readonly CommandSpec[]): Completion {
  const [, verb, object] = /^\s*([A-Za-z]*)(?:\s+([A-Za-z]*))?$/.exec(open) ?? [];
  if (verb === undefined) return nothing;
  if (object === undefined) return wordsFor(verb, [...new Set(table.map((spec) => spec.verb))], ' ');
  const objects = table.filter((spec) => spec.verb === verb.toUpperCase() && spec.object !== null);
  return wordsFor(
    object,
    objects.map((spec) => spec.object ?? ''),
    ': ',
  );
}

function parameterAt(head: string, typed: string, table: readonly CommandSpec[]): Completion {
  const name = head.trim().replace(/\s+/g, ' ').toUpperCase();
  const spec = table.find((each) => nameOf(each) === name);
  if (spec === undefined) return nothing;
  const parts = typed.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/);
  const part = parts.at(-1) ?? '';
  const equals = part.indexOf('=');
  if (equals >= 0) return valueAt(part.slice(0, equals), part.slice(equals + 1), spec);
  const given = new Set(parts.map((each) => each.split('=', 1)[0]?.trim().toUpperCase()));
  const free = spec.parameters.filter((parameter) => !given.has(parameter.name));
  return wordsFor(
    part.trimStart(),
    free.map((parameter) => parameter.name),
    '=',
  );
}

function valueAt(name: string, typed: string, { parameters }: CommandSpec): Completion {
  const parameter = parameters.find((each) => each.name === name.trim().toUpperCase());
  const begun = typed.slice(typed.lastIndexOf('&') + 1).trimStart();
  if (parameter === undefined) return nothing;
  return { ...wordsFor(begun, wordsOf(parameter), ''), ...namesOf(parameter) };
}

function wordsOf({ type }: ParameterSpec): readonly string[] {
  return type.kind === 'enum' ? type.values : [];
}

function namesOf({ type }: ParameterSpec): Pick<Completion, 'names'> {
  if (type.kind === 'ne' && !type.registrable) return { names: 'ne' };
  return type.kind === 'alarm' ? { names: 'alarm' } : {};
}

function wordsFor(begun: string, words: readonly string[], behind: string): Completion {
  const fitting = words.filter((word) => word.startsWith(begun.toUpperCase()));
  return { begun, words: fitting.sort().map((word) => `${word}${behind}`) };
}
