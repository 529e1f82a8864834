import type { MmlParameter } from '../grammar/command.js';
import { printValue } from '../grammar/print-command.js';
import type { BoundArguments, CommandSpec } from './command-spec.js';
import { type Failure, failure } from './outcome.js';
import type { ArgumentValue, ParameterSpec } from './parameter.js';
import { describeType, readValue } from './read-value.js';

export type Binding = { readonly ok: true; readonly args: BoundArguments } | Failure;

/** Holds what was given against a command's parameters; the first thing that is wrong is told. */
export function bindParameters(spec: CommandSpec, given: readonly MmlParameter[]): Binding {
  const args = new Map<string, ArgumentValue>();
  for (const parameter of given) {
    if (args.has(parameter.name)) return failure('syntax', `${parameter.name} is given more than once`);
    const value = bindOne(spec, parameter);
    if (typeof value === 'object') return value;
    args.set(parameter.name, value);
  }
  const missing = missingOf(spec, args);
  if (missing !== undefined) return failure('missing', missing);
  for (const { name, default: value } of spec.parameters)
    if (value !== undefined && !args.has(name)) args.set(name, value);
  return { ok: true, args: Object.fromEntries(args) };
}

function bindOne(spec: CommandSpec, { name, value }: MmlParameter): ArgumentValue | Failure {
  const parameter = spec.parameters.find((candidate) => candidate.name === name);
  if (parameter === undefined) return failure('outOfRange', unknownParameter(spec, name));
  return readValue(parameter.type, value) ?? failure('outOfRange', wrongValue(parameter, printValue(value)));
}

function unknownParameter({ parameters }: CommandSpec, name: string): string {
  const allowed = parameters.map((parameter) => parameter.name).join(', ');
  return `${name} is not a parameter of this command; allowed: ${allowed || 'none'}`;
}

const SHOWN = 80;

function wrongValue({ name, type, secret }: ParameterSpec, given: string): string {
  if (secret) return `${name} must be ${describeType(type)}`;
  const shown = given.length > SHOWN ? `${given.slice(0, SHOWN)}…` : given;
  return `${name} must be ${describeType(type)}; it is ${shown}`;
}

function missingOf(spec: CommandSpec, args: ReadonlyMap<string, unknown>): string | undefined {
  const absent = spec.parameters.filter(({ name, required }) => required && !args.has(name));
  if (absent.length > 0)
    return absent.map(({ name, type }) => `${name} must be named (${describeType(type)})`).join('; ');
  for (const { name, needs } of spec.parameters)
    if (needs !== undefined && args.has(name) && !args.has(needs))
      return `${needs} must be named where ${name} is`;
  const choices = spec.atLeastOneOf;
  return choices === undefined || choices.some((name) => args.has(name))
    ? undefined
    : `at least one of ${choices.join(', ')} must be named`;
}
